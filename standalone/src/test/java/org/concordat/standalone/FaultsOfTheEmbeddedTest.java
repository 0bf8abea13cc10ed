package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may happen to the embedded PostgreSQL under load; {@code -Druns=} of each, one installation a fault. */
@Tag("heavy")
class FaultsOfTheEmbeddedTest {

    private static final int RUNS = Integer.getInteger("runs", 3);

    @TempDir private Path folder;

    private Embedded embedded;
    private Node node;
    private Ordeal ordeal;
    private Installation installation;

    private void begin(List<String> within, String... java) throws Exception {
        embedded = new Embedded(folder.resolve("data"));
        installation = Installation.embedded(within, List.of(java), embedded.data(), folder);
        node = installation.node();
        node.awaitReady();
        opened();
    }

    private void opened() {
        TestDatabase database = embedded.database();
        ordeal = new Ordeal(new Books(installation, List.of(node.address()), Store.in(database), database), node::awaitReady);
    }

    private void runs(String fault, Ordeal.Fault strike) throws Exception {
        for (int run = 1; run <= RUNS; run++) ordeal.of(fault, run, strike);
        List<String> lines = node.said().lines().filter(line -> line.matches("20\\d\\d-.*")).toList();
        System.out.println(fault + ": " + lines.size() + " lines in the log, the last: " + lines.stream().reduce("", (_, last) -> last));
        assertThat(node.said()).doesNotContain("\tat ");
    }

    @AfterEach void end() throws Exception {
        try {
            if (node != null) node.stop();
            assertThat(Embedded.running(folder)).isEmpty();
        } finally {
            Embedded.running(folder).forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test void kill_9_of_its_first_process() throws Exception {
        begin(List.of());
        runs("kill -9 of its first process", _ -> embedded.signal("KILL", List.of(embedded.first())));
    }

    @Test void kill_9_of_all_its_processes() throws Exception {
        begin(List.of());
        runs("kill -9 of all its processes", _ -> embedded.signal("KILL", embedded.processes()));
    }

    @Test void frozen_for_half_a_minute() throws Exception {
        begin(List.of());
        runs("frozen for 30 s", _ -> {
            List<Long> processes = embedded.processes();
            embedded.signal("STOP", processes);
            Ordeal.lasts(Duration.ofSeconds(25));
            assertThat(node.ready()).isFalse();
            assertThat(node.probe("liveness")).isEqualTo(200);
            Ordeal.lasts(Duration.ofSeconds(5));
            embedded.signal("CONT", processes);
        });
    }

    @Test void frozen_for_good() throws Exception {
        begin(List.of());
        ordeal.of("frozen for good", 1, _ -> {
            long first = embedded.first();
            embedded.signal("STOP", embedded.processes());
            Awaitility.await("killed and started again").atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofSeconds(1))
                    .until(() -> !ProcessHandle.of(first).map(ProcessHandle::isAlive).orElse(false));
        });
        assertThat(node.said()).contains("is taken for frozen").doesNotContain("\tat ");
    }

    @Test void no_room_for_the_write_ahead_log() throws Exception {
        full("postgres/pg_wal", 96, "no room for the write-ahead log");
    }

    @Test void no_room_for_the_tables() throws Exception {
        full("postgres/base", 96, "no room for the tables");
    }

    private void full(String where, int megabytes, String fault) throws Exception {
        assumeThat(Volume.possible()).as("NOT RUN: " + fault + " (needs root and mount)").isTrue();
        begin(List.of());
        node.stop();
        try (Volume volume = Volume.over(embedded.data().resolve(where), megabytes)) {
            node.startAgain();
            opened();
            runs(fault, load -> {
                volume.fill();
                wholeFile();
                Awaitility.await("refused").atMost(Duration.ofMinutes(3)).until(() -> load.repeats().getOrDefault("STORE_UNAVAILABLE", 0L) > 5);
                assertThat(node.probe("liveness")).isEqualTo(200);
                volume.free();
            });
            node.stop();
            node = null;
        }
    }

    /** The file that is written now would have room for thousands of commands. */
    private void wholeFile() {
        try {
            embedded.database().execute("select pg_logical_emit_message(true, 'full', 'x'), pg_switch_wal()");
        } catch (IllegalStateException noRoom) {
            System.out.println("no room for another file");
        }
    }

    @Test void two_hundred_files() throws Exception {
        begin(List.of("sh", "-c", "ulimit -n 200; exec \"$@\"", "sh"));
        runs("ulimit -n 200", load -> load.goesOnFor(1_000));
    }

    @Test void a_low_heap() throws Exception {
        begin(List.of(), "-Xmx192m");
        runs("a heap of 192 MB", load -> load.goesOnFor(2_000));
    }

    /** Five starts in vain: Concordat ends, with a sentence. */
    @Test void what_does_not_come_back_ends_concordat() throws Exception {
        begin(List.of());
        Path program = embedded.data().resolve("programs/bin/postgres");
        Files.move(program, program.resolveSibling("away"));
        embedded.signal("KILL", List.of(embedded.first()));
        assertThat(node.ends(Duration.ofMinutes(4))).isEqualTo(1);
        assertThat(node.said()).contains("was started five times within ten minutes").doesNotContain("\tat ");
        node.startAgain();
    }
}
