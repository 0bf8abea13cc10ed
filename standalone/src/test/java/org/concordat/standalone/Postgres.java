package org.concordat.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A PostgreSQL of a test's own, to be killed and started again on the same folder and port. */
final class Postgres {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    Postgres(Path folder) throws IOException {
        this.folder = folder.resolve("postgres");
        port = Database.freePort();
        server = run();
    }

    private EmbeddedPostgres run() throws IOException {
        return EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false).setRegisterShutdownHook(true)
                .setPort(port).setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on").setPGStartupWait(Duration.ofSeconds(60)).start();
    }

    TestDatabase database(String name) {
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=postgres");
    }

    TestDatabase created(String name) {
        database("postgres").execute("create database " + name);
        return database(name);
    }

    void kill() throws Exception {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
        Signals.send("KILL", pid);
    }

    /** What the killed one left behind may still be ending: so it is tried until it starts. */
    void startAgain() throws IOException {
        server.close();
        Awaitility.await("PostgreSQL").atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            server = run();
            return true;
        });
    }

    void stop() throws IOException {
        server.close();
    }
}
