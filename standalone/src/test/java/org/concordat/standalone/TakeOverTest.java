package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One query node writes the ledger; whichever is killed, the other goes on with it within the stated time. */
@OverAxonServer
class TakeOverTest {

    /** A claim of 5 s, looked for each second, and what a loaded machine adds. */
    static final Duration STATED = Duration.ofSeconds(10);

    private final Processes processes = Processes.shared();

    @Test void another_node_takes_the_ledger_over_and_nothing_is_missing() throws Exception {
        for (int killed = 0; killed < 2; killed++) {
            Node dead = processes.query().get(killed);
            Node alive = processes.query().get(1 - killed);
            dead.kill();
            long began = System.nanoTime();
            String board = "board-mash.after-" + killed;
            JsonNode receipt = on(alive, "mutation { registerBoard(input: {partnershipId: \"partnership-mash\", board: \"" + board
                    + "\", name: \"After " + killed + "\"}) { id version } }").at("/data/registerBoard");
            String read = "{ partnership(id: \"partnership-mash\", atLeast: {id: \"" + receipt.path("id").asString() + "\", version: "
                    + receipt.path("version").asLong() + "}) { boards { id } } }";
            Awaitility.await().atMost(STATED).untilAsserted(() -> assertThat(on(alive, read).toString()).contains(board));
            System.out.printf("the ledger went on %d ms after kill -9 of %s%n", (System.nanoTime() - began) / 1_000_000,
                    "query-" + (killed + 1));
            dead.startAgain();
            assertThat(on(dead, read).toString()).contains(board);
        }
    }

    @Test void a_command_node_that_died_is_waited_for_and_its_command_is_carried_out_once() throws Exception {
        String command = "mutation { registerBoard(input: {partnershipId: \"partnership-mash\", board: \"board-mash.patient\", "
                + "name: \"Patient\", commandId: \"patient-board\"}) { id version commandId } }";
        String first = on(processes.query().getFirst(), command).at("/data/registerBoard").toString();
        for (Node node : processes.command()) node.kill();
        assertThat(processes.code("programme", command)).isEqualTo("STORE_UNAVAILABLE");
        for (Node node : processes.command()) node.startAgain();
        Awaitility.await().atMost(STATED).untilAsserted(() ->
                assertThat(on(processes.query().getFirst(), command).at("/data/registerBoard").toString()).isEqualTo(first));
    }

    private JsonNode on(Node node, String query) {
        return Deployment.JSON.readTree(Deployment.send(HttpRequest.newBuilder(URI.create(node.address() + "/graphql"))
                .header("Authorization", "Bearer " + processes.token("programme")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Deployment.JSON.writeValueAsString(Map.of("query", query)))).build()).body());
    }
}
