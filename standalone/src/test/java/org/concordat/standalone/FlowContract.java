package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The main job over HTTP, on the example plan, as its users' clients would do it: the same answers from every deployment. */
abstract class FlowContract {

    private final Deployment demo;

    FlowContract(Deployment demo) {
        this.demo = demo;
    }

    private String standingOfA06(String day) {
        return demo.ask("auditor", "{ node(id: \"action-mash.leadership.A06\", at: {asOf: \"" + day
                + "\"}) { ... on Action { standing } } }").at("/data/node/standing").asString();
    }

    @Test void the_plan_as_of_two_days_differs_as_the_history_says() {
        assertThat(standingOfA06("2013-01-18")).isEqualTo("AGREED");
        assertThat(standingOfA06("2013-02-10")).isEqualTo("STARTED");
        assertThat(standingOfA06("2013-09-01")).isEqualTo("VERIFIED");
        JsonNode changes = demo.ask("auditor", """
                { partnership(id: "partnership-mash", at: {asOf: "2013-02-10"}) { changes(since: {asOf: "2013-01-18"}, first: 100) {
                  edges { node { sentence } } } } }""").at("/data/partnership/changes/edges");
        assertThat(changes.toString()).contains("A06: standing is started, was agreed.");
    }

    @Test void nineteen_actions_in_twelve_items_as_printed() {
        JsonNode plan = demo.ask("auditor", """
                { partnership(id: "partnership-mash", at: {asOf: "2012-11-30"}) { plan { end items { title } actions(first: 50) { edges { node {
                  code leadAsPrinted } } } } findings { id } boards { name } partners { name } } }""").at("/data/partnership");
        assertThat(plan.at("/plan/items").size()).isEqualTo(12);
        assertThat(plan.at("/plan/actions/edges").size()).isEqualTo(19);
        assertThat(plan.at("/partners").size()).isEqualTo(4);
        assertThat(plan.toString()).contains("JM/ Strategic Partners", "SSCB/{person-1}", "OD/ Senior staff based within the MASH");
    }

    @Test void the_auditor_reads_everything_and_changes_nothing() {
        assertThat(demo.code("auditor", "mutation { acceptLead(input: {action: \"action-mash.finance.A17\"}) { id } }"))
                .isEqualTo("NOT_AUTHORISED");
        assertThat(demo.ask("auditor", "{ partnership(id: \"partnership-mash\") { history(first: 100) { edges { cursor } } } }")
                .at("/data/partnership/history/edges").size()).isEqualTo(100);
    }

    @ParameterizedTest @ValueSource(strings = {"partnership-mash", "partner-mash.police", "board-mash.sscb", "finding-mash.8c",
        "appointment-mash.police", "item-mash.leadership", "action-mash.leadership.A06", "entry-partnership-mash@1",
        "partnership-other", "action-mash.leadership.A99", "entry-partnership-mash@9999", "nonsense", "partner-MASH.x", ""})
    void the_outsider_is_told_that_nothing_is_there(String id) {
        assertThat(demo.code("outsider", "{ node(id: \"" + id + "\") { id } }")).isEqualTo("NOT_FOUND");
        assertThat(demo.code("outsider", "{ partnership(id: \"" + id + "\") { id } }")).isEqualTo("NOT_FOUND");
    }

    @Test void the_outsider_is_told_so_for_commands_too() {
        String accept = "mutation { acceptLead(input: {action: \"action-mash.%s\"}) { id } }";
        assertThat(demo.code("outsider", accept.formatted("finance.A17"))).isEqualTo("NOT_FOUND");
        assertThat(demo.code("outsider", accept.formatted("nothing.A17"))).isEqualTo("NOT_FOUND");
        assertThat(demo.code("outsider", "{ partnership(id: \"partnership-mash\") { name } }")).isEqualTo("NOT_FOUND");
    }

    @Test void nobody_speaks_for_another_partner() {
        assertThat(demo.code("social-care", "mutation { reportProgress(input: {action: "
                + "\"action-mash.communications-and-engagement.A10\", report: \"x\"}) { id } }")).isEqualTo("NOT_THE_LEAD");
    }

    @ParameterizedTest @ValueSource(strings = {"2013-02-31", "31/01/2013", "2999-01-01", "1800-01-01"})
    void a_day_that_cannot_be_is_refused(String day) {
        assertThat(demo.code("programme", "mutation { cancelAction(input: {action: \"action-mash.culture.A03\", reason: \"x\", effectiveOn: \""
                + day + "\"}) { id } }")).isIn("BAD_INPUT", "EFFECTIVE_AFTER_RECORDED", "NOT_AUTHORISED", "EFFECTIVE_BEFORE_ANSWERED");
    }

    @Test void creations_with_one_command_id_at_once_make_one() throws Exception {
        String command = """
                mutation { admitPartner(input: {partnershipId: "partnership-mash", name: "Fire and Rescue", commandId: "admit-fire"}) {
                  id version commandId } }""";
        String first;
        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            List<Callable<String>> calls = IntStream.range(0, 32)
                    .<Callable<String>>mapToObj(_ -> () -> demo.ask("programme", command).at("/data/admitPartner").toString()).toList();
            List<Future<String>> answers = clients.invokeAll(calls);
            first = answers.getFirst().get();
            assertThat(first).contains("admit-fire");
            for (Future<String> answer : answers) assertThat(answer.get()).isEqualTo(first);
        }
        JsonNode partners = demo.ask("programme", "{ partnership(id: \"partnership-mash\", atLeast: " + atLeast(first)
                + ") { partners { name } } }").at("/data/partnership/partners");
        assertThat(partners.toString().split("Fire and Rescue", -1)).hasSize(2);
    }

    @Test void a_read_stands_at_the_receipt_it_asks_for() {
        JsonNode receipt = demo.ask("programme", """
                mutation { registerBoard(input: {partnershipId: "partnership-mash", board: "board-mash.late", name: "Late Board"}) {
                  id version } }""").at("/data/registerBoard");
        JsonNode answer = demo.ask("programme", "{ partnership(id: \"partnership-mash\", atLeast: " + atLeast(receipt.toString())
                + ") { boards { id } } }");
        assertThat(answer.toString()).contains("board-mash.late");
    }

    @Test void markup_and_quotes_are_kept_as_the_characters_they_are() {
        String words = "<script>alert('x')</script> \\\" =1+1 '; drop table ledger; --";
        JsonNode done = demo.ask("programme", "mutation { registerFinding(input: {partnershipId: \"partnership-mash\", finding: "
                + "\"finding-mash.markup\", lens: STYLE, held: SOME, text: \"" + words + "\"}) { id version } }");
        assertThat(done.has("errors")).as(done.toString()).isFalse();
        JsonNode findings = demo.ask("programme", "{ partnership(id: \"partnership-mash\", atLeast: "
                + atLeast(done.at("/data/registerFinding").toString()) + ") { findings { text } } }").at("/data/partnership/findings");
        assertThat(findings.valueStream().map(f -> f.path("text").asString())).contains(words.replace("\\\"", "\""));
    }

    @Test void control_characters_are_refused() {
        assertThat(demo.code("programme", "mutation { registerFinding(input: {partnershipId: \"partnership-mash\", lens: STYLE, held: SOME, "
                + "text: \"bell \\u0007\"}) { id } }")).isEqualTo("BAD_INPUT");
    }

    private static String atLeast(String receipt) {
        JsonNode at = tools.jackson.databind.json.JsonMapper.shared().readTree(receipt);
        return "{id: \"" + at.path("id").asString() + "\", version: " + at.path("version").asInt() + "}";
    }

    private HttpResponse<String> importing(String person, byte[] file) {
        return Deployment.send(demo.request(person, "/imports").header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)).build());
    }

    @Test void the_same_file_again_changes_nothing_and_another_is_answered_with_the_differences() throws Exception {
        byte[] example = Files.readAllBytes(Path.of("..", "examples", "mash-2013.yaml"));
        assertThat(importing("programme", example).statusCode()).isEqualTo(200);
        HttpResponse<String> other = importing("programme", new String(example, java.nio.charset.StandardCharsets.UTF_8)
                .replace("title: Culture", "title: Cultures").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("PLAN_DIFFERS", "The words of item-mash.culture differ");
    }

    @Test void who_may_not_import_is_refused() throws Exception {
        byte[] mine = Files.readString(Path.of("..", "examples", "mash-2013.yaml")).replaceFirst("id: mash", "id: mine")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(importing("police", mine).statusCode()).isEqualTo(403);
        assertThat(importing("programme", "version: 1\nitems: 3\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)).body())
                .contains("INVALID_PLAN", "\"line\":2");
    }
}
