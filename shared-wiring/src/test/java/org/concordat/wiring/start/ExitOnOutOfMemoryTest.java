package org.concordat.wiring.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, as an operator starts it: without any flag. */
class ExitOnOutOfMemoryTest {

    @TempDir private Path folder;

    private record Ended(int code, long pid, List<String> said) {}

    private Ended ended(List<String> options, String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx32m"));
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), HalfAlive.class.getName()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends: %s", Files.readString(log)).isTrue();
            return new Ended(process.exitValue(), process.pid(), Files.readAllLines(log));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test void whoever_runs_out_of_memory_ends_with_one_sentence_and_not_with_zero() throws Exception {
        Ended ended = ended(List.of("--enable-native-access=ALL-UNNAMED"), "--a=b c", "", "d\u00e9j\u00e0");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.said()).as("one process, one start, its words as they were given")
                .containsExactly("started " + ended.pid() + " [--a=b c, , d\u00e9j\u00e0]",
                        "Terminating due to java.lang.OutOfMemoryError: Java heap space");
    }

    @Test void whoever_was_given_the_flag_is_left_alone() throws Exception {
        assertThat(ended(List.of("-XX:+ExitOnOutOfMemoryError")).code()).isEqualTo(3);
    }

    @Test void an_error_behind_others_is_found() {
        ExitOnOutOfMemory.endIfOutOfMemory(null);
        ExitOnOutOfMemory.endIfOutOfMemory(new IllegalStateException(new IOException("no memory was short")));
    }
}
