package org.concordat.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** One process, which can be killed, stopped in order, frozen and started again as it was. */
final class Node {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx512m", "-Xshare:auto", "-XX:TieredStopAtLevel=1");

    private final String name;
    private final int port;
    private final ProcessBuilder line;
    private final Path log;
    private Process process;

    /** @param program what follows after {@code java}: {@code -jar} or a class path, and arguments */
    Node(String name, List<String> program, Map<String, String> environment, Path logs) throws IOException {
        this(name, List.of(), program, environment, logs);
    }

    /** @param within what starts it under limits of its own */
    Node(String name, List<String> within, List<String> program, Map<String, String> environment, Path logs) throws IOException {
        this.name = name;
        this.port = Database.freePort();
        this.log = logs.resolve(name + ".log");
        List<String> words = new ArrayList<>(within);
        words.addAll(JAVA);
        words.addAll(program);
        words.addAll(List.of("--server.port=" + port, "--logging.structured.format.console=ecs"));
        line = new ProcessBuilder(words).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        line.environment().putAll(environment);
        process = line.start();
    }

    String name() {
        return name;
    }

    String address() {
        return "http://localhost:" + port;
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it logged, as records of the Elastic Common Schema; what the JVM itself prints is none. */
    List<JsonNode> logged() {
        return said().lines().filter(line -> line.startsWith("{")).map(Deployment.JSON::readTree).toList();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; answers the milliseconds it took to end. */
    long stop() throws InterruptedException {
        long began = System.nanoTime();
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException(name + " does not end");
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** By itself; with which code. */
    int ends(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) throw new IllegalStateException(name + " does not end:\n" + said());
        return process.exitValue();
    }

    void freeze() throws Exception {
        Signals.send("STOP", process.pid());
    }

    void thaw() throws Exception {
        Signals.send("CONT", process.pid());
    }

    void startAgain() throws IOException {
        process = line.start();
        awaitReady();
    }

    /** With options for this start only, and without waiting for it. */
    void startWith(String... options) throws IOException {
        List<String> usual = List.copyOf(line.command());
        line.command(Stream.concat(usual.stream(), Stream.of(options)).toList());
        process = line.start();
        line.command(usual);
    }

    void awaitReady() {
        Awaitility.await(name).atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(() -> {
            if (!process.isAlive()) throw new IllegalStateException(name + " ended:\n" + said());
            return ready();
        });
    }

    boolean ready() {
        return probe("readiness") == 200;
    }

    /** The probe's status, or 0 where nobody answered. */
    int probe(String group) {
        try {
            return Deployment.send(HttpRequest.newBuilder(URI.create(address() + "/actuator/health/" + group))
                    .timeout(Duration.ofSeconds(10)).build()).statusCode();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }
}
