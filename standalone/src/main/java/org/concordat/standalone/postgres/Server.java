package org.concordat.standalone.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of PostgreSQL, from its start to its end. */
final class Server implements Supervisor.Run {

    /** A start may have to go through what was not in the tables yet. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);
    private static final Map<String, String> SETTINGS = Map.ofEntries(Map.entry("fsync", "on"), Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"), Map.entry("listen_addresses", "127.0.0.1"), Map.entry("unix_socket_directories", ""),
            Map.entry("timezone", "UTC"), Map.entry("lc_messages", "C"), Map.entry("restart_after_crash", "on"),
            // To us, without a prefix and without what was written.
            Map.entry("logging_collector", "off"), Map.entry("log_destination", "stderr"), Map.entry("log_line_prefix", ""),
            Map.entry("log_min_messages", "log"), Map.entry("log_min_error_statement", "panic"), Map.entry("log_error_verbosity", "terse"));

    private final Process process;
    private final Path folder;
    private final ServerLog log;

    private Server(Process process, Path folder, ServerLog log) {
        this.process = process;
        this.folder = folder;
        this.log = log;
    }

    /** Answers once it takes connections. */
    static Server start(Programs programs, Path folder, int port, Map<String, String> more, Outage outage) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", folder.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        more.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        Process process = programs.run("postgres", arguments, Path.of("/dev/null"));
        var log = new ServerLog(outage);
        Thread.ofPlatform().name("postgresql-log").daemon().start(() -> read(process.inputReader(StandardCharsets.UTF_8), log));
        var server = new Server(process, folder, log);
        server.awaitReady();
        return server;
    }

    private static void read(BufferedReader lines, ServerLog log) {
        try (lines) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) log.line(line);
        } catch (IOException | UncheckedIOException e) {
            // It ended.
            return;
        }
    }

    private void awaitReady() throws IOException {
        try {
            CompletableFuture.anyOf(log.ready(), process.onExit()).get(STARTS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            kill();
            throw new IOException("it took no connections within " + STARTS_WITHIN.toMinutes() + " minutes", e);
        }
        if (process.isAlive() && log.ready().isDone()) return;
        kill();
        throw new IOException(why());
    }

    /** Waits for its end; in which words it ended. */
    @Override public String ended() throws InterruptedException {
        process.waitFor();
        return why();
    }

    private String why() {
        int code = process.isAlive() ? 0 : process.exitValue();
        String how = code > 128 ? "it was ended by signal " + (code - 128) : "it ended with exit code " + code;
        return log.last().isEmpty() ? how : how + ", " + log.last();
    }

    /** PostgreSQL's fast shutdown, for which Java has no word; SIGTERM would wait for clients that are gone. */
    @Override public void stop() throws InterruptedException {
        if (!process.isAlive()) return;
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).redirectErrorStream(true).start().waitFor();
            process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            // Then not in order; nothing that was committed is lost.
            kill();
        }
        kill();
    }

    @Override public void kill() {
        process.destroyForcibly();
        Leftovers.end(folder);
    }
}
