package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.concordat.query.ledger.Proofs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The present version on the data folder of the last one that landed: the same record, the same answers, and it goes on. */
class LandedTest {

    private static final String BYTES = "select encode(sha256(string_agg(envelope || payload || salt"
            + " || coalesce(disposed_by, 0)::text::bytea, ''::bytea order by index)), 'hex') from ledger where index <= ";

    @TempDir private Path folder;

    @Test void starts_on_what_the_version_before_left() throws Exception {
        Landed landed = Landed.unpacked(folder.resolve("data"));
        DemoServer server = DemoServer.again(folder.resolve("data"));
        try {
            Proofs proofs = server.bean(Proofs.class);
            long entries = landed.number("entries");
            assertThat(proofs.size()).isGreaterThanOrEqualTo(entries);
            assertThat(proofs.rootAnew(entries).hex()).isEqualTo(landed.said("root"));
            TestDatabase database = Landed.database(folder.resolve("data"));
            assertThat(database.one(BYTES + entries)).isEqualTo(landed.said("bytes"));
            answersAsBefore(server.client());
            goesOn(server.client());
        } finally {
            server.stop();
        }
    }

    static void answersAsBefore(Client client) {
        JsonNode decision = client.ask("auditor", "{ node(id: \"decision-earlier.duty\") { ... on Decision { standing result because } } }").at("/data/node");
        assertThat(decision.toString()).isEqualTo(
                "{\"standing\":\"CLOSED\",\"result\":\"ADOPTED\",\"because\":\"Adopted: 3 of 3 agree, quorum 3, no objection.\"}");
        JsonNode disposed = client.ask("auditor", "{ node(id: \"entry-decision-earlier.duty@2\") { ... on Entry { payload disposed { reason } } } }").at("/data/node");
        assertThat(disposed.at("/payload/position/agreeWithReservations/reservations").asString()).isEqualTo("(disposed of)");
        assertThat(disposed.at("/disposed/reason").asString()).isEqualTo("RETENTION_ENDED");
        JsonNode lead = client.ask("police", "{ node(id: \"action-mash.leadership.A06\") { ... on Action { acceptances { partyName standing } } } }");
        assertThat(lead.at("/data/node/acceptances").toString()).contains("{\"partyName\":\"SCC\",\"standing\":\"VERIFIED\"}");
    }

    /** A command id of then gets the receipt of then; a new act is recorded, and the whole record checked against itself. */
    static void goesOn(Client client) {
        String again = "mutation { acceptLead(input: {action: \"action-mash.training-and-skills.A12\", commandId: \"fixture-act\"}) { id version } }";
        assertThat(client.ask("police", again).at("/data/acceptLead").toString())
                .isEqualTo("{\"id\":\"item-mash.training-and-skills\",\"version\":6}");
        Partnership hub = new Partnership(client, "earlier");
        hub.at(hub.here("registerBoard", "board: \"board-earlier.later\", name: \"Later\""), "id");
        String checked = "{ ledger { selfCheck { ended size holds findings } } }";
        Deployment.send(client.request("auditor", "/ledger/self-check").POST(java.net.http.HttpRequest.BodyPublishers.noBody()).build());
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(client.ask("auditor", checked).at("/data/ledger/selfCheck/size").asLong()).isGreaterThan(182));
        assertThat(client.ask("auditor", checked).at("/data/ledger/selfCheck/holds").asBoolean()).as(client.ask("auditor", checked).toString()).isTrue();
    }
}
