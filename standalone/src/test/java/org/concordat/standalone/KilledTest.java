package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real main, in a process of its own, on a folder of its own. */
class KilledTest {

    @TempDir private Path folder;

    @Test void after_kill_9_the_next_start_goes_on_and_a_stop_is_clean() throws Exception {
        Process first = start("first", "--concordat.demo=true");
        ready("first", first);
        Process beside = start("beside");
        assertThat(beside.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(beside.exitValue()).isEqualTo(1);
        assertThat(said("beside")).contains("is in use by another Concordat").doesNotContain("\tat ");
        first.destroyForcibly().waitFor();

        long begin = System.nanoTime();
        Process second = start("second");
        ready("second", second);
        System.out.printf("start after kill -9: %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        begin = System.nanoTime();
        second.destroy();
        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        System.out.printf("stop: %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();

        Process real = start("real", "--concordat.demo=false");
        assertThat(real.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(real.exitValue()).isEqualTo(1);
        assertThat(said("real")).contains("is a demo and never becomes a real one").doesNotContain("\tat ");
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
    }

    private Process start(String name, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Concordat.class.getName(), "--server.port=0", "--concordat.data=" + folder.resolve("data")));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(name).toFile()).start();
    }

    private void ready(String name, Process process) throws IOException {
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> !process.isAlive() || said(name).contains("Concordat is ready"));
        assertThat(said(name)).contains("Concordat is ready at http://127.0.0.1:");
    }

    private String said(String name) throws IOException {
        return Files.readString(log(name));
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }
}
