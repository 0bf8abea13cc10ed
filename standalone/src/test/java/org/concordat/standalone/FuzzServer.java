package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A demo in a process of its own with 512 MB, and what can be seen of it from outside. */
record FuzzServer(Child child, Client client) {

    static FuzzServer start(Path folder) throws IOException {
        TestDatabase database = TestDatabase.empty();
        String[] options = {"--concordat.demo=true", "--concordat.database.url=" + database.url(), "--concordat.operators=programme",
                "--concordat.ledger.key=" + folder.resolve("ledger.key")};
        Child child = Child.start(folder, "fuzz", List.of("-Xmx512m"), options).ready();
        return new FuzzServer(child, child.client());
    }

    /** Megabytes that stay after everything that can be collected is. */
    double heap() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd");
        assertThat(new ProcessBuilder(jcmd.toString(), String.valueOf(child.process().pid()), "GC.run").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()).isZero();
        return metric("jvm_memory_used_bytes{area=\"heap\"") / 1_048_576;
    }

    long threads() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + child.process().pid() + "/task"))) {
            return tasks.count();
        }
    }

    /** The sum of a metric's lines that begin so. */
    double metric(String beginning) {
        String all = Deployment.send(client.request("programme", "/actuator/prometheus").timeout(Duration.ofSeconds(20)).build()).body();
        return all.lines().filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    void poolIsIdle() {
        Awaitility.await("every connection is back in the pool").atMost(Duration.ofSeconds(30))
                .until(() -> metric("hikaricp_connections_active") == 0 && metric("hikaricp_connections_pending") == 0);
    }

    void answersAsEver() {
        assertThat(client.ask("police", "{ partnership(id: \"partnership-mash\") { name plan { items { title } } } }")
                .at("/data/partnership/name").asString()).isEqualTo("MASH");
    }

    /** What the log says that it should not, up to a screen of it. */
    String stackTraces() {
        return child.said().lines().filter(line -> line.matches("\\s+at org.concordat.*|\\s+at .*Impl.*") || line.contains(" ERROR ")
                || line.startsWith("Caused by") || line.contains(" WARN ")).limit(60).collect(Collectors.joining("\n"));
    }

    void loggedNoStackTrace() {
        assertThat(child.said().lines().filter(line -> line.matches("\\s+at [\\w.$]+.*") || line.contains(" ERROR "))).as("the log").isEmpty();
    }
}
