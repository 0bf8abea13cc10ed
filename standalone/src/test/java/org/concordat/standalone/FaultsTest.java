package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may happen to the standalone under load; ten runs of each, or {@code -Druns=}. */
@Tag("heavy")
class FaultsTest {

    private static final String RUNS = "org.concordat.standalone.Ordeal#runs";

    @TempDir private static Path folder;

    private static Postgres postgres;
    private static TestDatabase database;
    private static Node node;
    private static Ordeal ordeal;

    @BeforeAll static void begin() throws Exception {
        postgres = new Postgres(folder);
        database = postgres.created("concordat");
        var installation = new Installation(database, folder);
        node = installation.node();
        node.awaitReady();
        ordeal = new Ordeal(new Books(installation, List.of(node.address()), Store.in(database), database), node::awaitReady);
    }

    @AfterAll static void end() throws Exception {
        node.kill();
        postgres.stop();
    }

    @ParameterizedTest @MethodSource(RUNS) void kill_9_of_concordat(int run) throws Exception {
        ordeal.of("kill -9 of concordat", run, _ -> {
            node.kill();
            node.startAgain();
        });
    }

    @ParameterizedTest @MethodSource(RUNS) void kill_9_of_postgresql(int run) throws Exception {
        ordeal.of("kill -9 of postgresql", run, _ -> {
            postgres.kill();
            postgres.startAgain();
        });
    }

    @ParameterizedTest @MethodSource(RUNS) void sigterm_under_load(int run) throws Exception {
        ordeal.of("sigterm", run, _ -> {
            System.out.println("ended " + node.stop() + " ms after sigterm");
            node.startAgain();
        });
    }

    /** As a copy by pg_dump holds it, with a transaction id of its own. */
    @ParameterizedTest @MethodSource(RUNS) void a_transaction_held_beside_others(int run) throws Exception {
        ordeal.of("a transaction held 70 s", run, load -> {
            int before = load.acknowledged.size();
            held("select pg_current_xact_id()", "select count(*) from event", "select count(*) from ledger", "insert into deployment "
                    + "select * from deployment where false");
            assertThat(load.acknowledged.size()).isGreaterThan(before + 1_000);
            assertThat(load.longestSilence()).isLessThan(5_000);
        });
    }

    /** Nobody can write while it is held: refused with a code, and afterwards everything goes on by itself. */
    @ParameterizedTest @MethodSource(RUNS) void a_transaction_that_locks_the_store(int run) throws Exception {
        ordeal.of("the store locked 70 s", run, _ -> held("lock table event in exclusive mode"));
    }

    private static void held(String... statements) throws Exception {
        try (Connection connection = postgres.database("concordat").unlimited(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) statement.execute(sql);
            Ordeal.lasts(Duration.ofSeconds(70));
            connection.rollback();
        }
    }

    @ParameterizedTest @MethodSource(RUNS) void the_ledger_s_refilling_halted(int run) throws Exception {
        ordeal.of("refilling halted", run, load -> new Refilling(node, database).halted(load));
    }
}
