package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The real main in a process of its own, on a folder that outlives it. */
record Child(Process process, Path log) {

    private static final Pattern READY = Pattern.compile("Concordat is ready at (http://127.0.0.1:\\d+)");

    static Child start(Path folder, String name, String... more) throws IOException {
        return start(folder, name, List.of(), more);
    }

    /** With options for the JVM too. */
    static Child start(Path folder, String name, List<String> jvm, String... more) throws IOException {
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(jvm);
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Concordat.class.getName(), "--server.port=0", "--concordat.data=" + folder.resolve("data")));
        command.addAll(List.of(more));
        return new Child(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
                log);
    }

    Child ready() {
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> !process.isAlive() || READY.matcher(said()).find());
        assertThat(said()).containsPattern(READY);
        return this;
    }

    /** A client of it, once it is ready. */
    Client client() {
        Matcher ready = READY.matcher(said());
        assertThat(ready.find()).isTrue();
        return new Client(ready.group(1));
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    int endsWith() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
