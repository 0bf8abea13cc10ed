package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may happen to two command and two query processes under load; ten runs of each, or {@code -Druns=}. */
@Tag("heavy")
@OverAxonServer
class FaultsOverAxonServerTest {

    private static final String RUNS = "org.concordat.standalone.Ordeal#runs";

    @TempDir private static Path folder;

    private static AxonServer server;
    private static Postgres postgres;
    private static TestDatabase ledger;
    private static Processes processes;
    private static Ordeal ordeal;

    @BeforeAll static void begin() throws Exception {
        server = AxonServer.shared();
        postgres = new Postgres(folder);
        ledger = postgres.created("ledger");
        processes = new Processes(new Processes.Databases(postgres.created("command"), ledger), Map.of());
        processes.awaitReady();
        List<String> doors = processes.query().stream().map(Node::address).toList();
        ordeal = new Ordeal(new Books(processes, doors, Store.in(server), ledger), processes::awaitReady);
    }

    @AfterAll static void end() throws Exception {
        processes.kill();
        logsTellNobodysNames();
        postgres.stop();
    }

    /** Outages are logged, as records; tokens, persons and what they wrote are not. */
    private static void logsTellNobodysNames() {
        List<Node> nodes = Stream.concat(processes.command().stream(), processes.query().stream()).toList();
        assertThat(nodes.stream().flatMap(node -> node.logged().stream())).isNotEmpty()
                .allMatch(line -> line.has("@timestamp") && line.at("/log/level").isString() && line.at("/service/name").isString());
        nodes.forEach(node -> assertThat(node.logged()).allMatch(line -> line.at("/service/node/name").asString().equals(node.name())));
        nodes.forEach(node -> assertThat(node.said()).as(node.name()).doesNotContain("Bearer ", "eyJ", "programme", "stranger", "Board "));
    }

    private static Node any(List<Node> nodes) {
        return nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
    }

    private static Node writer() {
        return processes.node(ledger.one("select owner from token_entry where processorname = 'ledger'"));
    }

    private static void killed(Node node) throws Exception {
        node.kill();
        node.startAgain();
    }

    @ParameterizedTest @MethodSource(RUNS) void kill_9_of_a_command_node(int run) throws Exception {
        ordeal.of("kill -9 of a command node", run, _ -> killed(any(processes.command())));
    }

    @ParameterizedTest @MethodSource(RUNS) void kill_9_of_a_query_node(int run) throws Exception {
        ordeal.of("kill -9 of a query node", run, _ -> killed(any(processes.query())));
    }

    @ParameterizedTest @MethodSource(RUNS) void kill_9_of_the_ledger_s_writer(int run) throws Exception {
        ordeal.of("kill -9 of the ledger's writer", run, _ -> killed(writer()));
    }

    @ParameterizedTest @MethodSource(RUNS) void kill_9_of_postgresql(int run) throws Exception {
        ordeal.of("kill -9 of postgresql", run, _ -> {
            postgres.kill();
            postgres.startAgain();
        });
    }

    @MayBreakAxonServer
    @ParameterizedTest @MethodSource(RUNS) void kill_9_of_axon_server(int run) throws Exception {
        ordeal.of("kill -9 of axon server", run, _ -> {
            server.kill();
            server.start();
        });
    }

    @MayBreakAxonServer
    @ParameterizedTest @MethodSource(RUNS) void the_bus_gone_for_a_minute(int run) throws Exception {
        ordeal.of("the bus gone for a minute", run, _ -> {
            server.kill();
            Ordeal.lasts(Duration.ofSeconds(60));
            server.start();
        });
    }

    /** Worse than dead: connections stay open and nothing answers. */
    @MayBreakAxonServer
    @ParameterizedTest @MethodSource(RUNS) void the_bus_silent_for_half_a_minute(int run) throws Exception {
        ordeal.of("the bus silent for half a minute", run, _ -> {
            server.freeze();
            Ordeal.lasts(Duration.ofSeconds(30));
            server.thaw();
        });
    }

    @ParameterizedTest @MethodSource(RUNS) void the_writer_stopped_beyond_its_claim(int run) throws Exception {
        ordeal.of("the ledger's writer stopped beyond its claim", run, load -> {
            Node stopped = writer();
            stopped.freeze();
            Awaitility.await("another writes").atMost(Duration.ofSeconds(30)).until(() -> writer() != stopped);
            load.goesOnFor(50);
            stopped.thaw();
        });
    }

    @ParameterizedTest @MethodSource(RUNS) void sigterm_of_a_command_and_a_query_node(int run) throws Exception {
        ordeal.of("sigterm of a command and a query node", run, _ -> {
            for (Node node : List.of(any(processes.command()), any(processes.query()))) {
                System.out.println(node.name() + " ended " + node.stop() + " ms after sigterm");
                node.startAgain();
            }
        });
    }

    @ParameterizedTest @MethodSource(RUNS) void a_subscription_goes_on_at_the_other_node(int run) throws Exception {
        ordeal.of("a subscriber's node killed, twice", run, load -> new Subscriber(processes, ledger).losesNothing(load));
    }

    /** Who fills the ledger again must be the only writer. */
    @ParameterizedTest @MethodSource(RUNS) void the_ledger_s_refilling_halted(int run) throws Exception {
        ordeal.of("refilling halted", run, load -> {
            processes.node("query-2").stop();
            new Refilling(processes.node("query-1"), ledger).halted(load);
            processes.node("query-2").startAgain();
        });
    }

    @Test void the_writer_is_one_of_ours() {
        assertThat(processes.query()).contains(writer());
    }
}
