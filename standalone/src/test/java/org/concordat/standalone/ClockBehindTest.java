package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One node of each kind lives 90 s behind the others; either may be the ledger's writer when it dies. */
@Tag("heavy")
@OverAxonServer
@EnabledIf(value = "org.concordat.standalone.OtherClock#canBeSet", disabledReason = "NOT RUN: a node with another clock needs Linux and a C compiler, cc")
class ClockBehindTest {

    @TempDir private static Path folder;

    private static Postgres postgres;
    private static TestDatabase ledger;
    private static Processes processes;
    private static Ordeal ordeal;

    @BeforeAll static void begin() throws Exception {
        OtherClock behind = OtherClock.ahead(Duration.ofSeconds(-90));
        postgres = new Postgres(folder);
        ledger = postgres.created("ledger");
        processes = new Processes(new Processes.Databases(postgres.created("command"), ledger),
                Map.of("command-2", behind, "query-2", behind));
        processes.awaitReady();
        List<String> doors = processes.query().stream().map(Node::address).toList();
        ordeal = new Ordeal(new Books(processes, doors, Store.in(AxonServer.shared()), ledger), processes::awaitReady);
    }

    @AfterAll static void end() throws Exception {
        processes.kill();
        postgres.stop();
    }

    @ParameterizedTest @MethodSource("org.concordat.standalone.Ordeal#runs") void a_clock_90_s_behind(int run) throws Exception {
        ordeal.of("a clock 90 s behind", run, load -> {
            Node killed = processes.node(writer());
            killed.kill();
            long began = System.nanoTime();
            Awaitility.await("another writes").atMost(TakeOverTest.STATED).until(() -> !writer().equals(killed.name()));
            System.out.printf("after kill -9 of %s another wrote %d ms later%n", killed.name(), (System.nanoTime() - began) / 1_000_000);
            load.goesOnFor(60);
            killed.startAgain();
        });
        assertThat(ledger.one("select count(*) from (select recorded_at < lag(recorded_at) over (order by index) as earlier from ledger) e"
                + " where earlier")).as("entries earlier than the one before").isEqualTo("0");
    }

    private static String writer() {
        return ledger.one("select owner from token_entry where processorname = 'ledger'");
    }
}
