package org.concordat.standalone;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/** The wall clock of other processes, which a test sets while they run. */
final class OtherClock {

    private final Path folder = Files.createTempDirectory("concordat-clock");

    private OtherClock(Duration by) throws IOException, InterruptedException, URISyntaxException {
        set(by);
        if (!canBeSet()) return;
        Path source = Path.of(OtherClock.class.getResource("/other-clock.c").toURI());
        int answer = new ProcessBuilder("cc", "-shared", "-fPIC", "-O2", "-o", library().toString(), source.toString()).inheritIO()
                .start().waitFor();
        if (answer != 0) throw new IllegalStateException("cc answered " + answer);
    }

    /** @param by as in {@link #set} */
    static OtherClock ahead(Duration by) {
        try {
            return new OtherClock(by);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a C compiler, on Linux; without one the processes keep the machine's clock. */
    static boolean canBeSet() {
        return Files.isExecutable(Path.of("/usr/bin/cc"));
    }

    private Path library() {
        return folder.resolve("other-clock.so");
    }

    private Path seconds() {
        return folder.resolve("seconds");
    }

    /** What a process is started with whose clock is this one. */
    Map<String, String> environment() {
        return canBeSet() ? Map.of("LD_PRELOAD", library().toString(), "CLOCK_AHEAD", seconds().toString()) : Map.of();
    }

    /** @param by whole seconds; negative to be behind */
    void set(Duration by) throws IOException {
        ByteBuffer written = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(0, by.toSeconds());
        try (var file = FileChannel.open(seconds(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // In one piece, and over what stands there: the processes look at this very file.
            file.write(written, 0);
        }
    }
}
