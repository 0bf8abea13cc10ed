package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.Test;

/** Over HTTP: a command id is used once in its partnership, whatever it is used on. */
class CommandIdTest {

    private final DemoServer demo = DemoServer.shared();

    @Test void an_id_is_used_once_in_its_partnership() {
        Partnership hub = Partnership.established(demo.client(), "ids");
        String id = ", commandId: \"mine\"";
        String finding = "partnershipId: \"%s\", finding: \"%s\", lens: STAFF, text: \"So it is.\", held: SOME"
                .formatted(hub.id(), hub.id("finding", "one")) + id;
        // Refused, it uses nothing up.
        assertThat(hub.asks("chair", "registerFinding", finding)).isEqualTo("NOT_AUTHORISED");
        var first = hub.does("programme", "registerFinding", finding);
        String item = "partnershipId: \"%s\", itemId: \"%s\", area: CULTURE, title: \"Corner\", component: PEOPLE"
                .formatted(hub.id(), hub.id("item", "corner")) + id;
        String proposal = hub.proposal("budget", "We pay.", Partnership.EVERYBODY, false, "") + id;
        assertThat(hub.asks("programme", "drawUpItem", item)).isEqualTo("COMMAND_ID_REUSED");
        assertThat(hub.asks("programme", "tableProposal", proposal)).isEqualTo("COMMAND_ID_REUSED");
        assertThat(hub.asks("programme", "registerFinding", finding.replace("So it is.", "So it was."))).isEqualTo("COMMAND_ID_REUSED");
        assertThat(hub.does("programme", "registerFinding", finding)).isEqualTo(first);
        demo.bean(Cache.class).removeAll();
        assertThat(hub.does("programme", "registerFinding", finding)).isEqualTo(first);
        assertThat(hub.does("programme", "drawUpItem", item.replace("mine", "mine-2")).path("version").asInt()).isEqualTo(1);
    }

    @Test void nobody_uses_up_the_ids_of_what_falls_due() {
        Partnership hub = Partnership.established(demo.client(), "idsdue");
        for (String own : List.of("due:decision-x.y:2026-01-01", "carry-out:1:1")) {
            assertThat(hub.asks("programme", "registerFinding", "partnershipId: \"%s\", lens: STAFF, text: \"x\", held: SOME, commandId: \"%s\""
                    .formatted(hub.id(), own))).isEqualTo("BAD_INPUT");
        }
    }
}
