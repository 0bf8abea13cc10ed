package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.standalone.Partnership.AGREE;
import static org.concordat.standalone.Partnership.EVERYBODY;
import static org.concordat.standalone.Partnership.TODAY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Partners decide over HTTP: one result, no act beyond a mandate, and every refusal by its code. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecidingTest {

    private static final int CLIENTS = 32;

    private final Client client = DemoServer.shared().client();

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(calls.size())) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : clients.invokeAll(calls)) answers.add(answer.get());
            return answers;
        }
    }

    @Test void the_last_positions_and_many_closings_at_once_make_one_result() throws Exception {
        Partnership hub = Partnership.established(client, "atonce");
        String hash = hub.tabled("race");
        hub.position("police", "race", hash, AGREE);
        List<Callable<String>> calls = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            calls.add(() -> hub.asks("scc", "recordPosition", hub.says("race", hash, AGREE)));
            calls.add(() -> hub.asks("ssotp", "recordPosition", hub.says("race", hash, "{abstain: {}}")));
            calls.add(() -> hub.asks("police", "changePosition", hub.says("race", hash, "{disagree: {}}")
                    + ", why: \"Moved\""));
            calls.add(() -> closing(hub, "race"));
        }
        Collections.shuffle(calls);
        List<String> answers = atOnce(calls);
        List<String> done = answers.stream().filter(a -> a.contains("\"data\"") && !a.contains("\"errors\""))
                .sorted(Comparator.comparing(DecidingTest::version)).toList();
        List<Integer> versions = done.stream().map(DecidingTest::version).toList();
        assertThat(answers.stream().filter(a -> !done.contains(a)))
                .isSubsetOf("POSITION_ALREADY_TAKEN", "NOT_OPEN", "TOO_EARLY_TO_CLOSE");

        JsonNode decision = hub.decision(node(done.getLast()), "race",
                "tally { unanswered } warrant { closings { result } positions { person } }");
        List<String> history = hub.history(node(done.getLast()), hub.id("decision", "race"));
        assertThat(history.stream().filter("decision.DecisionClosed"::equals)).hasSize(1);
        assertThat(history.getLast()).isEqualTo("decision.DecisionClosed");
        // The proposal and the first position came before the race; all else that was accepted is there, once.
        assertThat(versions).isEqualTo(IntStream.rangeClosed(3, history.size()).boxed().toList());
        assertThat(decision.at("/warrant/closings").size()).isEqualTo(1);
        assertThat(decision.at("/warrant/positions").size()).isEqualTo(3);
        assertThat(decision.at("/tally/unanswered").asInt()).isZero();
    }

    /** Tries again while somebody has not answered. */
    private static String closing(Partnership hub, String local) {
        String answer;
        do {
            answer = hub.asks("chair", "closeDecision", "decisionId: \"" + hub.id("decision", local) + "\"");
        } while (answer.equals("TOO_EARLY_TO_CLOSE"));
        return answer;
    }

    private static JsonNode node(String answer) {
        return JsonMapper.shared().readTree(answer).path("data").iterator().next();
    }

    private static int version(String answer) {
        return node(answer).path("version").asInt();
    }

    @Test void once_a_mandate_is_revoked_no_act_gets_through() throws Exception {
        Partnership hub = Partnership.established(client, "revoked");
        List<String> matters = IntStream.range(0, 2 * CLIENTS).mapToObj(n -> "d" + n).toList();
        List<String> hashes = matters.stream().map(hub::tabled).toList();
        List<Callable<String>> calls = new ArrayList<>();
        calls.add(() -> hub.here("revokeMandate", "mandate: \"" + hub.id("mandate", "police")
                + "\", reason: \"Moved on\"").toString());
        for (int n = 1; n < CLIENTS; n++) calls.add(acting(hub, matters.get(n), hashes.get(n)));
        List<String> meanwhile = atOnce(calls);
        JsonNode revoked = JsonMapper.shared().readTree(meanwhile.getFirst());

        List<Callable<String>> afterwards = new ArrayList<>();
        for (int n = CLIENTS; n < 2 * CLIENTS; n++) afterwards.add(acting(hub, matters.get(n), hashes.get(n)));
        assertThat(atOnce(afterwards)).hasSize(CLIENTS).containsOnly("BEYOND_MANDATE");

        JsonNode other = hub.position("scc", "d40", hashes.get(40), AGREE);
        assertThat(authority(hub, other, "d40")).isEqualTo(hub.id() + "@" + revoked.path("version").asInt());
        for (int n = 1; n < CLIENTS; n++) {
            if (meanwhile.get(n).equals("BEYOND_MANDATE")) continue;
            // It rests on a version before the revocation, and says so.
            assertThat(authority(hub, node(meanwhile.get(n)), matters.get(n)))
                    .isEqualTo(hub.id() + "@" + (revoked.path("version").asInt() - 1));
        }
    }

    private static Callable<String> acting(Partnership hub, String local, String hash) {
        return () -> hub.asks("police", "recordPosition", hub.says(local, hash, AGREE));
    }

    private static String authority(Partnership hub, JsonNode receipt, String local) {
        return hub.decision(receipt, local, "warrant { positions { authority } }").at("/warrant/positions/0/authority")
                .asString();
    }

    private record Refusal(String what, String code, String person, String command, String input) {
        Arguments named() {
            return Arguments.argumentSet(what, this);
        }
    }

    private Stream<Arguments> refusals() {
        Partnership hub = Partnership.established(client, "refusals");
        String moved = hub.tabled("moved");
        hub.does("programme", "amendProposal", about(hub, "moved") + ", wording: \"Other words.\", reason: \"Better\"");
        String open = hub.tabled("open");
        hub.position("police", "open", open, AGREE);
        String closed = hub.tabled("closed");
        hub.adopted("closed", closed);
        String withoutRule = hub.proposal("x", "Words", "RULE", false, "").replace("rule: RULE,", "");
        String plain = hub.proposal("x", "Words", EVERYBODY, false, "");
        String silence = EVERYBODY.replace("silenceAgrees: false", "silenceAgrees: true");
        hub.here("varyMandate", "mandate: \"" + hub.id("mandate", "ssotp") + "\", reason: \"Less\", scope: "
                + Partnership.EVERY_LEVEL.replace("STRATEGIC, ", ""));
        String finalWord = "{decisionClass: CASE_AUTHORITY, type: \"threshold\", levels: [TACTICAL],"
                + " finalWord: true, delegable: false}";
        hub.mandate("final", "police", finalWord);
        String delegable = Partnership.EVERY_LEVEL.replace("[STRATEGIC, TACTICAL, OPERATIONAL]", "[TACTICAL]")
                .replace("delegable: false", "delegable: true");
        hub.mandate("tactical", "scc", delegable);
        String under = "partnershipId: \"%s\", under: \"%s\", holder: \"scc\", from: \"%s\", scope: ".formatted(hub.id(),
                hub.id("mandate", "tactical"), TODAY);
        return Stream.of(
                new Refusal("a position on wording that moved", "WORDING_MOVED", "police", "recordPosition",
                        hub.says("moved", moved, AGREE)),
                new Refusal("a position of somebody not appointed to speak", "NOT_AUTHORISED", "chair",
                        "recordPosition",
                        hub.says("open", open, AGREE)),
                new Refusal("a position of somebody from elsewhere", "NOT_FOUND", "social-care", "recordPosition",
                        hub.says("open", open, AGREE)),
                new Refusal("a position beyond the mandate", "BEYOND_MANDATE", "ssotp", "recordPosition",
                        hub.says("open", open, AGREE)),
                new Refusal("a second position as if new", "POSITION_ALREADY_TAKEN", "police", "recordPosition",
                        hub.says("open", open, AGREE)),
                new Refusal("tabling without a rule", "BAD_INPUT", "programme", "tableProposal", withoutRule),
                new Refusal("tabling without a deadline", "BAD_INPUT", "programme", "tableProposal",
                        plain.replace("deadline: \"" + TODAY.plusDays(1) + "\",", "")),
                new Refusal("tabling for nobody", "NOBODY_ELIGIBLE", "programme", "tableProposal",
                        plain.replace("eligible: [" + hub.everybody() + "]", "eligible: []")),
                new Refusal("tabling without saying for whom", "BAD_INPUT", "programme", "tableProposal",
                        plain.replace("eligible: [" + hub.everybody() + "],", "")),
                new Refusal("a reserved matter with silence", "RESERVED_MATTER", "programme", "tableProposal",
                        hub.proposal("x", "Words", silence, true, "")),
                new Refusal("a typed result", "BAD_INPUT", "chair", "closeDecision", about(hub, "open")
                        + ", result: ADOPTED"),
                new Refusal("a result typed while tabling", "BAD_INPUT", "programme", "tableProposal", plain
                        + ", result: ADOPTED"),
                new Refusal("closing while a partner may still speak", "TOO_EARLY_TO_CLOSE", "chair", "closeDecision",
                        about(hub, "open")),
                new Refusal("amending after closing", "NOT_OPEN", "programme", "amendProposal",
                        about(hub, "closed") + ", wording: \"Other\", reason: \"Late\""),
                new Refusal("a position after closing", "NOT_OPEN", "police", "recordPosition", hub.says("closed",
                        closed, AGREE)),
                new Refusal("a changed position after closing", "NOT_OPEN", "police", "changePosition",
                        hub.says("closed", closed, AGREE) + ", why: \"Late\""),
                new Refusal("closing twice", "NOT_OPEN", "chair", "closeDecision", about(hub, "closed")),
                new Refusal("a text in force that nobody put forward", "NOT_THE_PROPOSED_TEXT", "programme",
                        "tableProposal",
                        hub.proposal("x", "Words", EVERYBODY, true, "{documentVersion: {document: \""
                        + hub.id("document", "none") + "\"}}")),
                new Refusal("two final words for one type and level", "FINAL_WORD_TAKEN", "programme", "giveMandate",
                        "partnershipId: \"" + hub.id() + "\", " + hub.mandateSays("second", "scc", finalWord)),
                new Refusal("delegating beyond the mandate's levels", "BEYOND_THE_MANDATE", "scc", "delegateMandate",
                        under + Partnership.EVERY_LEVEL),
                new Refusal("delegating money the mandate does not commit", "BEYOND_THE_MANDATE", "scc",
                        "delegateMandate",
                        under + delegable.replace("finalWord", "amount: \"1.00\", currency: \"GBP\", finalWord")),
                new Refusal("delegating another's mandate", "BEYOND_THE_MANDATE", "police", "delegateMandate", under
                        + delegable))
                .map(Refusal::named);
    }

    private static String about(Partnership hub, String local) {
        return "decisionId: \"" + hub.id("decision", local) + "\"";
    }

    @ParameterizedTest @MethodSource("refusals") void is_refused(Refusal refusal) {
        assertThat(new Partnership(client, "refusals").asks(refusal.person(), refusal.command(), refusal.input()))
                .isEqualTo(refusal.code());
    }

    @Test void a_text_has_one_version_in_force_and_a_rejected_change_leaves_it() {
        Partnership hub = Partnership.established(client, "texts");
        String effect = "{documentVersion: {document: \"" + hub.id("document", "protocol") + "\"}}";
        for (String words : List.of("First words", "Second words")) {
            propose(hub, words);
            String local = words.substring(0, 1).toLowerCase(Locale.ROOT);
            hub.adopted(local, hub.tabled(local, words, EVERYBODY, false, effect));
            Awaitility.await().until(() -> inForce(hub).at("/documentInForce/text").asString().equals(words));
        }
        propose(hub, "Third words");
        String third = hub.tabled("t", "Third words", EVERYBODY, false, effect);
        hub.position("police", "t", third, "{disagree: {}}");
        hub.position("scc", "t", third, AGREE);
        hub.position("ssotp", "t", third, AGREE);
        JsonNode rejected = hub.does("chair", "closeDecision", about(hub, "t"));
        assertThat(hub.decision(rejected, "t", "result").path("result").asString()).isEqualTo("NOT_ADOPTED");
        JsonNode protocol = inForce(hub);
        assertThat(protocol.at("/documentInForce/text").asString()).isEqualTo("Second words");
        assertThat(protocol.at("/documents/edges/0/node/versions").valueStream().map(v -> v.path("inForce").asBoolean())
                .toList())
                .isEqualTo(List.of(false, true, false));
    }

    private static void propose(Partnership hub, String words) {
        hub.here("proposeVersion", "documentId: \"" + hub.id("document", "protocol")
                + "\", kind: PROTOCOL, title: \"Protocol\", text: \""
                + words + "\", benefits: [], notDoing: []");
    }

    private JsonNode inForce(Partnership hub) {
        return client.ask("auditor", "{ partnership(id: \"" + hub.id()
                + "\") { documentInForce(kind: PROTOCOL) { text }"
                + " documents { edges { node { versions { inForce } } } } } }").at("/data/partnership");
    }

    @Test void provisos_that_wait_for_each_other_are_shown_and_met_by_one_joint_act() {
        Partnership hub = Partnership.established(client, "cycles");
        String hash = hub.tabled("together");
        hub.position("police", "together", hash, ifDone(hub, "scc"));
        hub.position("scc", "together", hash, ifDone(hub, "ssotp"));
        JsonNode last = hub.position("ssotp", "together", hash, ifDone(hub, "police"));
        String asked = "result forReview warrant { cycles { provisos { id holder { name } } } provisos { standing } }";
        JsonNode cycles = hub.decision(last, "together", asked).at("/warrant/cycles");
        assertThat(cycles.size()).isEqualTo(1);
        assertThat(cycles.at("/0/provisos").valueStream().map(p -> p.at("/holder/name").asString()).toList())
                .isEqualTo(List.of("police", "scc", "ssotp"));

        List<String> ids = cycles.at("/0/provisos").valueStream().map(p -> "\"" + p.path("id").asString() + "\"")
                .toList();
        String joint = about(hub, "together") + ", minutes: \"Minute 9\", provisos: [";
        assertThat(hub.asks("chair", "meetProvisosTogether", joint + ids.getFirst() + "]")).isEqualTo("NO_CYCLE");
        JsonNode met = hub.does("chair", "meetProvisosTogether", joint + String.join(", ", ids) + "]");
        JsonNode after = hub.decision(met, "together", asked);
        assertThat(after.at("/warrant/cycles").size()).isZero();
        assertThat(after.at("/warrant/provisos").valueStream().map(p -> p.path("standing").asString()).distinct()
                .toList())
                .isEqualTo(List.of("MET"));
        JsonNode closed = hub.does("chair", "closeDecision", about(hub, "together"));
        assertThat(hub.decision(closed, "together", asked).path("result").asString()).isEqualTo("ADOPTED");
    }

    private static String ifDone(Partnership hub, String partner) {
        return "{agreeSubjectToProvisos: {provisos: [{actOf: {text: \"%s goes first\", partner: \"%s\", by: \"%s\"}}]}}"
                .formatted(partner, hub.id("partner", partner), TODAY.plusDays(30));
    }
}
