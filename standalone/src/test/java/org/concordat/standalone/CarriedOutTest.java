package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.standalone.Partnership.EVERYBODY;
import static org.concordat.standalone.Partnership.TODAY;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.concordat.query.ledger.LedgerRefill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a decision brings into force happens exactly once: over kill -9, over a lost token, and never in a rebuild. */
class CarriedOutTest {

    private static final String PROTOCOL = "We ring before we write.";

    @TempDir private Path folder;

    @Test void over_kill_9_each_effect_is_there_exactly_once() throws Exception {
        Child first = Child.start(folder, "first", "--concordat.demo=true").ready();
        Partnership before = Partnership.established(first.client(), "killed");
        prepared(before);
        List<String> more = IntStream.range(0, 6).mapToObj(n -> "mandate" + n).toList();
        for (String local : more) {
            String hash = before.tabled(local, "Mandate " + local, EVERYBODY, false, mandate(before, local));
            Partnership.PARTNERS.forEach(partner -> before.position(partner, local, hash, Partnership.AGREE));
        }
        closed(before, "everything");
        JsonNode closed = null;
        for (String local : more) closed = closed(before, local);
        first.kill();

        Child second = Child.start(folder, "second").ready();
        var hub = new Partnership(second.client(), "killed");
        JsonNode last = closed;
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(awaited(hub, last, "everything")).isEmpty();
            for (String local : more) assertThat(awaited(hub, last, local)).isEmpty();
        });
        everythingIsThereOnce(hub, last, 3 + 1 + more.size());
        second.stop();
    }

    @Test void neither_a_refill_of_the_ledger_nor_a_lost_token_brings_anything_into_force_anew() {
        DemoServer demo = DemoServer.shared();
        Partnership hub = Partnership.established(demo.client(), "refilled");
        prepared(hub);
        JsonNode closed = closed(hub, "everything");
        Awaitility.await().untilAsserted(() -> assertThat(awaited(hub, closed, "everything")).isEmpty());
        String head = head(demo);

        demo.bean(LedgerRefill.class).begin();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ledger(demo)).isEqualTo(head));
        StreamingEventProcessor carryOut = demo.bean(EventProcessingConfiguration.class)
                .eventProcessor("carry-out", StreamingEventProcessor.class).orElseThrow();
        carryOut.shutDown();
        demo.bean(JdbcClient.class).sql("delete from token_entry where processorName = 'carry-out'").update();
        carryOut.start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !carryOut.processingStatus().isEmpty()
                && carryOut.processingStatus().values().stream().allMatch(segment -> segment.isCaughtUp()));

        everythingIsThereOnce(hub, closed, 3 + 1);
        assertThat(head(demo)).isEqualTo(head);
    }

    /** A decision on which everybody agreed, with one effect of each kind, still to be closed. */
    private static void prepared(Partnership hub) {
        hub.here("proposeVersion", "documentId: \"" + hub.id("document", "protocol")
                + "\", kind: PROTOCOL, title: \"Protocol\", text: \""
                + PROTOCOL + "\", benefits: [], notDoing: []");
        hub.here("drawUpItem", "itemId: \"" + hub.id("item", "culture")
                + "\", area: CULTURE, title: \"Culture\", component: PEOPLE");
        String hash = hub.tabled("everything", PROTOCOL, EVERYBODY, false, String.join(", ",
                "{documentVersion: {document: \"%s\"}}".formatted(hub.id("document", "protocol")),
                mandate(hub, "everything"),
                "{partnershipLead: {level: STRATEGIC, person: \"chair\", from: \"%s\", to: \"%s\"}}"
                        .formatted(TODAY, TODAY.plusYears(1)),
                ("{action: {itemId: \"%s\", action: \"%s\", methods: [\"By talking\"], timescale: {byMonth: {month: \"%d-12\","
                        + " printed: \"December\"}}}}").formatted(hub.id("item", "culture"),
                        hub.id("action", "culture.A01"),
                        TODAY.getYear() + 1)));
        Partnership.PARTNERS.forEach(partner -> hub.position(partner, "everything", hash, Partnership.AGREE));
    }

    private static String mandate(Partnership hub, String local) {
        return "{mandate: {mandate: \"%s\", holder: \"chair\", scope: %s, from: \"%s\"}}"
                .formatted(hub.id("mandate", local), Partnership.EVERY_LEVEL, TODAY);
    }

    private static JsonNode closed(Partnership hub, String local) {
        return hub.does("chair", "closeDecision", "decisionId: \"" + hub.id("decision", local) + "\"");
    }

    /** The effects of a decision that no act has brought into force yet. */
    private static List<JsonNode> awaited(Partnership hub, JsonNode receipt, String local) {
        JsonNode brought = hub.decision(receipt, local,
                "warrant { broughtIntoForce { effect { __typename } act { on } } }")
                .at("/warrant/broughtIntoForce");
        assertThat(brought.size()).isPositive();
        return brought.valueStream().filter(b -> b.path("act").isNull()).toList();
    }

    private static void everythingIsThereOnce(Partnership hub, JsonNode receipt, int mandates) {
        assertThat(times(hub.history(receipt, hub.id("document", "protocol")), "document.VersionCameIntoForce"))
                .isOne();
        assertThat(times(hub.history(receipt, hub.id()), "partnership.PartnershipLeadProposed")).isOne();
        assertThat(times(hub.history(receipt, hub.id()), "partnership.MandateGiven")).isEqualTo(mandates);
        assertThat(times(hub.history(receipt, hub.id("item", "culture")), "planitem.ActionAgreed")).isOne();
        JsonNode now = hub.at(receipt,
                "documentInForce(kind: PROTOCOL) { number text decision { title } } leads { person accepted { on } }");
        assertThat(now.at("/documentInForce/text").asString()).isEqualTo(PROTOCOL);
        assertThat(now.at("/documentInForce/decision/title").asString()).isEqualTo("everything");
        assertThat(now.path("leads").size()).isEqualTo(1);
    }

    private static int times(List<String> history, String type) {
        return Collections.frequency(history, type);
    }

    private static String head(DemoServer demo) {
        return demo.bean(JdbcClient.class).sql("select max(index)::text from event").query(String.class).single();
    }

    private static String ledger(DemoServer demo) {
        return demo.bean(JdbcClient.class).sql("select coalesce(max(index), 0)::text from ledger").query(String.class)
                .single();
    }
}
