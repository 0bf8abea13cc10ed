package org.concordat.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.standalone.EvidenceTest.get;
import static org.concordat.standalone.EvidenceTest.judged;
import static org.concordat.standalone.EvidenceTest.key;
import static org.concordat.standalone.EvidenceTest.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Packs of a partnership with restricted things and disposed words: no byte of what the asker may not read, and they verify. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithheldEvidenceTest {

    /** Titles, wordings and remarks of restricted things. */
    private static final List<String> RESTRICTED =
            List.of("Cormorant purse", "Heliotrope money", "Obsidian doubt", "Verbena corner", "Saffron method");
    private static final String DISPOSED = "Quagga exhaustion";

    private final Deployment demo = DemoServer.shared();
    private final Partnership hub = Partnership.established(DemoServer.shared().client(), "withheld");
    private final String budget = hub.id("decision", "budget");
    private final String item = hub.id("item", "corner");

    @TempDir Path folder;

    WithheldEvidenceTest() {
        String wording = "Heliotrope money moves.";
        String two = "\"" + hub.id("partner", "police") + "\", \"" + hub.id("partner", "scc") + "\"";
        hub.does("programme", "tableProposal", hub.proposal("budget", wording, Partnership.EVERYBODY.replace("quorum: 3", "quorum: 2"), false, "")
                .replace("title: \"budget\"", "title: \"Cormorant purse\"").replace(hub.everybody(), two));
        hub.position("police", "budget", Hash.of(new Text(wording)).value(), "{agreeWithReservations: {reservations: \"Obsidian doubt\"}}");
        hub.here("drawUpItem", "itemId: \"" + item + "\", area: CULTURE, title: \"Verbena corner\", component: PEOPLE");
        hub.does("programme", "agreeAction", "itemId: \"%s\", action: \"%s\", methods: [\"Saffron method\"], timescale: {ongoing: {printed: \"x\"}}"
                .formatted(item, hub.id("action", "corner.A01")));
        hub.tabled("open");
        JsonNode said = hub.here("registerFinding", "finding: \"" + hub.id("finding", "said") + "\", lens: STAFF, text: \"" + DISPOSED
                + "\", held: SOME");
        for (String thing : List.of(budget, item)) {
            hub.does("chair", "markContent", "partnershipId: \"%s\", subject: \"%s\", marking: RESTRICTED, partners: [%s]"
                    .formatted(hub.id(), thing, two));
        }
        JsonNode gone = hub.here("disposeOfPayload", "entry: \"entry-" + hub.id() + "@" + said.path("version").asInt()
                + "\", reason: NAMES_A_PERSON");
        hub.at(gone, "id");
    }

    private static String everything(Map<String, byte[]> pack) {
        return pack.values().stream().map(file -> new String(file, UTF_8)).collect(Collectors.joining("\n"));
    }

    private List<String> trail() {
        return hub.client().ask("auditor", "{ partnership(id: \"" + hub.id() + "\") { reads(first: 100) { edges { node { kind person target } } } } }")
                .at("/data/partnership/reads/edges").valueStream().map(edge -> edge.at("/node/kind").asString() + " "
                        + edge.at("/node/person").asString() + " " + edge.at("/node/target").asString()).toList();
    }

    private String asked(String what) {
        return switch (what) {
            case "period" -> "partnership=" + hub.id() + "&from=" + Partnership.TODAY.minusDays(1) + "&to=" + Partnership.TODAY;
            case "decision" -> "decision=" + hub.id("decision", "open");
            default -> "partnership=" + hub.id();
        };
    }

    @ParameterizedTest
    @CsvSource({"ssotp,partnership", "programme,partnership", "chair,partnership", "ssotp,period", "ssotp,decision", "police,partnership",
        "auditor,period"})
    void holds_no_byte_of_what_the_asker_may_not_read_and_verifies(String person, String what) throws Exception {
        boolean named = List.of("police", "auditor").contains(person);
        Map<String, byte[]> pack = pack(demo, person, asked(what));
        assertThat(everything(pack)).doesNotContain(DISPOSED);
        if (named) assertThat(everything(pack)).contains(RESTRICTED);
        else RESTRICTED.forEach(words -> assertThat(everything(pack)).as(words).doesNotContain(words));
        assertThat(judged(folder, pack, "--key", key(pack))).startsWith("0 ").contains("IT HOLDS", "payloads are withheld",
                "was disposed of, as an entry says");
        List<String> trail = trail();
        assertThat(trail).contains("EXPORT " + person + " " + asked(what).split("[=&]")[1]);
        for (String thing : List.of(budget, item)) assertThat(trail.contains("READ " + person + " " + thing)).as(thing).isEqualTo(named);
    }

    @Test void of_a_restricted_decision_is_as_good_as_not_there_for_who_may_not_read_it() throws Exception {
        for (String person : List.of("ssotp", "programme", "chair")) {
            assertThat(get(demo, person, "/evidence?decision=" + budget).statusCode()).as(person).isEqualTo(404);
        }
        Map<String, byte[]> pack = pack(demo, "scc", "decision=" + budget);
        assertThat(everything(pack)).contains("Cormorant purse", "Obsidian doubt").doesNotContain("Verbena corner", DISPOSED);
        assertThat(judged(folder, pack, "--key", key(pack))).startsWith("0 ").contains("IT HOLDS");
        assertThat(trail()).contains("READ scc " + budget).doesNotContain("READ scc " + item);
    }
}
