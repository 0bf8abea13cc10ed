package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Over HTTP: a restricted decision is as good as not there for who is not named, and the trail says who tried and who looked. */
class MarkingTest {

    private static final String WORDING = "We share the cost.";
    private static final String READS = "reads(first: 100) { edges { node { kind person target } } }";
    private static final String ATTEMPTS = "attempts(first: 100) { edges { node { person command target code } } }";

    private final Partnership hub = Partnership.established(DemoServer.shared().client(), "marked");

    private String node(String person, String id) {
        return hub.client().code(person, "{ node(id: \"" + id + "\") { id } }");
    }

    private List<String> trail(String fields, String list, String... members) {
        JsonNode edges = hub.client().ask("auditor", "{ partnership(id: \"" + hub.id() + "\") { " + fields + " } }")
                .at("/data/partnership/" + list + "/edges");
        return edges.valueStream().map(edge -> String.join(" ", Arrays.stream(members)
                .map(m -> edge.at("/node/" + m).asString("null")).toList())).toList();
    }

    @Test void for_some_and_for_others() {
        String budget = hub.id("decision", "budget");
        String two = "[\"" + hub.id("partner", "police") + "\", \"" + hub.id("partner", "scc") + "\"]";
        String rule = Partnership.EVERYBODY.replace("quorum: 3", "quorum: 2");
        JsonNode tabled = hub.does("programme", "tableProposal", hub.proposal("budget", WORDING, rule, false, "")
                .replace(hub.everybody(), two.substring(1, two.length() - 1)));
        // An attempt is a partnership's once the ledger knows the partnership.
        hub.at(tabled, "version");
        assertThat(hub.asks("chair", "markContent", "partnershipId: \"%s\", subject: \"%s\", marking: RESTRICTED, partners: [\"%s\"]"
                .formatted(hub.id(), budget, hub.id("partner", "ssotp")))).isEqualTo("SHUTS_OUT");
        JsonNode marked = hub.does("chair", "markContent", "partnershipId: \"%s\", subject: \"%s\", marking: RESTRICTED, partners: %s"
                .formatted(hub.id(), budget, two));
        hub.at(marked, "version");

        for (String kept : List.of("ssotp", "programme", "chair")) assertThat(node(kept, budget)).as(kept).isEqualTo("NOT_FOUND");
        assertThat(node("police", budget)).contains(budget);
        assertThat(node("auditor", budget)).contains(budget);
        assertThat(hub.asks("chair", "closeDecision", "decisionId: \"" + budget + "\", expectedVersion: 99")).isEqualTo("NOT_FOUND");
        JsonNode history = hub.client().ask("ssotp", ("{ partnership(id: \"%s\") { decisions(first: 100) { edges { node { id } } } "
                + "history(first: 100, filter: {subject: \"%s\"}) { edges { node { summary payload withheld } } } } }")
                .formatted(hub.id(), budget)).at("/data/partnership");
        assertThat(history.at("/decisions/edges")).isEmpty();
        assertThat(history.at("/history/edges")).isNotEmpty().allSatisfy(edge ->
                assertThat(edge.at("/node/withheld").asBoolean() && edge.at("/node/payload").isNull()).isTrue());
        assertThat(history.toString()).doesNotContain("share the cost");

        assertThat(trail(ATTEMPTS, "attempts", "person", "command", "target", "code"))
                .contains("chair MarkContent " + hub.id() + " SHUTS_OUT", "chair CloseDecision " + budget + " NOT_FOUND");
        assertThat(trail(READS, "reads", "kind", "person", "target")).contains("READ police " + budget, "READ auditor " + budget)
                .noneMatch(read -> read.contains("ssotp")).anyMatch(read -> read.startsWith("QUESTION auditor"));
        assertThat(hub.client().code("chair", "{ partnership(id: \"" + hub.id() + "\") { trail { size } } }")).isEqualTo("NOT_AUTHORISED");
        assertThat(hub.client().ask("auditor", "{ partnership(id: \"" + hub.id() + "\") { trail { checked { holds says } } } }")
                .at("/data/partnership/trail/checked/holds").asBoolean()).isTrue();

        hub.does("chair", "markContent", "partnershipId: \"%s\", subject: \"%s\", marking: PARTNERS".formatted(hub.id(), budget));
        hub.position("police", "budget", Hash.of(new Text(WORDING)).value(), Partnership.AGREE);
    }
}
