package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL dies under load, of one process and of all, and in the end does not come back. */
class EmbeddedOutageTest {

    @TempDir private Path folder;

    @Test void it_is_started_again_with_two_lines_and_concordat_ends_in_seconds_without_it() throws Exception {
        var embedded = new Embedded(folder.resolve("data"));
        Installation installation = Installation.embedded(List.of(), List.of(), embedded.data(), folder);
        Node node = installation.node();
        try {
            node.awaitReady();
            TestDatabase database = embedded.database();
            var books = new Books(installation, List.of(node.address()), Store.in(database), database);
            var ordeal = new Ordeal(books, node::awaitReady);
            ordeal.of("kill -9 of the embedded PostgreSQL", 1, _ -> embedded.signal("KILL", List.of(embedded.first())));
            List<String> lines = lines(node);
            assertThat(lines).as(node.said()).hasSize(2);
            assertThat(lines.getFirst()).contains("PostgreSQL is away: it was ended by signal 9");
            assertThat(lines.getLast()).containsPattern("PostgreSQL is back after \\d+ ms\\.");

            ordeal.of("kill -9 of one of its processes", 1, _ -> embedded.signal("KILL", List.of(backend(database))));
            assertThat(lines(node)).as(node.said()).hasSize(4);
            endsInSeconds(embedded, node);
            assertThat(node.said()).doesNotContain("\tat ");
            assertThat(Embedded.running(folder)).isEmpty();
        } finally {
            node.kill();
            Embedded.running(folder).forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Its program is away, so that it stays away. */
    private static void endsInSeconds(Embedded embedded, Node node) throws Exception {
        Path program = embedded.data().resolve("programs/bin/postgres");
        Files.move(program, program.resolveSibling("away"));
        embedded.signal("KILL", List.of(embedded.first()));
        Awaitility.await("readiness is down").atMost(Duration.ofSeconds(20)).until(() -> !node.ready());
        assertThat(node.probe("liveness")).isEqualTo(200);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> node.said().contains("PostgreSQL did not start again ("));
        long taken = node.stop();
        System.out.println("ended " + taken + " ms after sigterm, without PostgreSQL");
        assertThat(taken).isLessThan(10_000);
    }

    private static long backend(TestDatabase database) {
        return Long.parseLong(database.one("select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
                + " order by backend_start limit 1"));
    }

    private static List<String> lines(Node node) {
        return node.said().lines().filter(line -> line.matches("20\\d\\d-.*")).toList();
    }
}
