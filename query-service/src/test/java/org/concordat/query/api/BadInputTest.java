package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.concordat.api.ActMetadata;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemCommand.AgreeAction;
import org.concordat.api.planitem.PlanItemCommand.AssignLead;
import org.concordat.api.planitem.PlanItemCommand.DrawUpItem;
import org.concordat.api.planitem.Timescale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a command must be to be sent at all; and how it is sent. */
@FrontTest
class BadInputTest {

    private static final String ACTION = "action-mash.leadership.A06";

    @LocalServerPort int port;
    Client client;

    @BeforeEach void signIn() {
        client = Client.signedIn(port);
        FrontTestApp.SENT.clear();
    }

    private JsonNode lead(Object lead) {
        return mutate("assignLead", "AssignLead", Map.of("action", ACTION, "lead", lead));
    }

    private JsonNode mutate(String mutation, String command, Map<String, ?> input) {
        return client.ask("mutation M($i: " + command + "Input!) { " + mutation
            + "(input: $i) { id version commandId } }",
            Map.of("i", input));
    }

    private void refused(JsonNode answer, String... words) {
        assertThat(Client.code(answer, 2)).isEqualTo("BAD_INPUT");
        for (String word : words) assertThat(answer.toString()).contains(word);
        assertThat(answer.toString()).as("in the client's words").doesNotContain("ObjectValue{", "StringValue{", "IntValue{");
        assertThat(FrontTestApp.SENT).isEmpty();
    }

    private <T> T sent(JsonNode answer, Class<T> command) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return command.cast(FrontTestApp.SENT.getLast().getPayload());
    }

    @Test void every_shape_of_lead_is_read() {
        Map<String, Object> shapes = new LinkedHashMap<>();
        shapes.put("partner", Map.of("partner", "partner-mash.police"));
        shapes.put("post", Map.of("title", "OD"));
        shapes.put("board", Map.of("board", "board-mash.sscb"));
        shapes.put("group", Map.of("name", "Team Leaders", "partner", "partner-mash.scc"));
        shapes.put("person", Map.of("person", "person-1"));
        shapes.put("asPrinted", Map.of("words", "JM"));
        shapes.put("everyPartner", Map.of("words", "All"));
        shapes.forEach((shape, value) ->
            assertThat(sent(lead(Map.of(shape, value)), AssignLead.class).lead().getClass().getSimpleName())
                .isEqualToIgnoringCase(shape));
        List<Map<String, Object>> two = List.of(Map.of("post", Map.of("title", "OD")), Map.of("everyPartner",
            Map.of("words", "All")));
        Lead jointly = sent(lead(Map.of("jointly", Map.of("parties", two))), AssignLead.class).lead();
        assertThat(((Lead.Jointly) jointly).parties()).hasSize(2);
    }

    @Test void every_shape_of_timescale_is_read() {
        Map.of("byMonth", Map.of("month", "2013-02", "printed", "By February"),
            "inMonth", Map.of("month", "2013-02", "printed", "February"),
            "between", Map.of("from", "2013-01", "to", "2013-02", "printed", "Jan/Feb 2013"),
            "ongoing", Map.of("printed", "Ongoing"),
            "ongoingWithCheckpoint", Map.of("checkpoint", "2013-02", "printed", "Ongoing")).forEach((shape, value) -> {
                JsonNode answer = mutate("agreeAction", "AgreeAction", Map.of("itemId", "item-mash.leadership",
                    "methods", List.of("a"), "timescale", Map.of(shape, value), "commandId", "c1"));
                AgreeAction read = sent(answer, AgreeAction.class);
                assertThat(read.timescale().getClass().getSimpleName()).isEqualToIgnoringCase(shape);
                assertThat(read.action()).isEqualTo(new ActionId(read.action().value()));
                assertThat(read.action().value()).startsWith("action-mash.leadership.");
            });
        assertThat(Timescale.class).isSealed();
    }

    @Test void a_new_id_derives_from_the_command_id_and_absent_lists_are_empty() {
        Map<String, Object> input = Map.of("partnershipId", "partnership-mash", "area", "LEADERSHIP", "title",
            "Leadership",
            "component", "PEOPLE", "commandId", "c-1", "effectiveOn", "2013-02-01", "expectedVersion", 3);
        DrawUpItem first = sent(mutate("drawUpItem", "DrawUpItem", input), DrawUpItem.class);
        DrawUpItem again = sent(mutate("drawUpItem", "DrawUpItem", input), DrawUpItem.class);
        assertThat(first).isEqualTo(again);
        assertThat(first.itemId().value()).matches("item-mash\\.[0-9a-f]{20}");
        assertThat(first.findings()).isEmpty();
        CommandMessage<?> sent = FrontTestApp.SENT.getLast();
        assertThat(sent.getMetaData()).containsEntry(ActMetadata.PERSON, "programme")
            .containsEntry(ActMetadata.COMMAND_ID, "c-1").containsEntry(ActMetadata.EFFECTIVE_ON, "2013-02-01")
            .containsEntry(ActMetadata.EXPECTED_VERSION, 3L)
            .containsEntry(ActMetadata.COMMAND_CONTENT, FrontTestApp.SENT.getFirst().getMetaData()
                .get(ActMetadata.COMMAND_CONTENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"action-mash", "item-mash.a", "ACTION-mash.a.b", "", "action-mash.a.b.c",
        "action-mash.a.b\n",
        "action-mash.a.'; drop table entry", "action-../x.a.b"})
    void a_malformed_id_is_refused_by_its_field(String id) {
        refused(mutate("acceptLead", "AcceptLead", Map.of("action", id)), "input.action: is not the id of an action");
    }

    @Test void a_field_deep_inside_is_named() {
        refused(lead(Map.of("post", Map.of("title", "  "))), "input.lead.post.title: must not be blank");
    }

    @Test void unknown_fields_are_refused() {
        refused(mutate("acceptLead", "AcceptLead", Map.of("action", ACTION, "sudo", true)), "sudo");
        refused(client.ask("mutation { acceptLead(input: {action: \"" + ACTION + "\", sudo: \"' is \"}) { id } }"),
            "argument 'input' contains a field not in 'AcceptLeadInput': 'sudo'");
    }

    @Test void one_of_means_one_of() {
        Map<String, Object> nothing = new LinkedHashMap<>();
        nothing.put("post", null);
        refused(lead(nothing));
        refused(lead(Map.of()));
        refused(lead(Map.of("post", Map.of("title", "OD"), "person", Map.of("person", "p"))));
        String literal = "mutation { assignLead(input: {action: \"" + ACTION + "\", lead: %s}) { id } }";
        refused(client.ask(literal.formatted("{post: null}")));
        refused(client.ask(literal.formatted("{}")));
        refused(client.ask(literal.formatted("{post: {title: \"a\"}, person: {person: \"p\"}}")));
        refused(client.ask("mutation M($p: LeadPostInput) { assignLead(input: {action: \"" + ACTION
            + "\", lead: {post: $p}}) { id } }"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-02-31", "2013-13-01", "31/02/2013", "2013-2-1", "+12013-01-01", "", "today"})
    void a_day_that_is_none_is_refused(String day) {
        refused(mutate("acceptLead", "AcceptLead", Map.of("action", ACTION, "effectiveOn", day)));
        refused(client.ask("{ testDay(on: \"" + day + "\") }"));
    }

    @Test void unknown_enum_values_wrong_types_and_forty_digits_are_refused() {
        refused(mutate("registerFinding", "RegisterFinding", Map.of("partnershipId", "partnership-mash", "lens",
            "MAGIC",
            "text", "t", "held", "ALL")), "SevenS");
        refused(mutate("verifyCompletion", "VerifyCompletion", Map.of("action", ACTION, "part", "one")));
        refused(client.ask("mutation { verifyCompletion(input: {action: \"" + ACTION + "\", part: " + "9".repeat(40)
            + "}) { id } }"));
        refused(mutate("acceptLead", "AcceptLead", Map.of("action", ACTION, "expectedVersion", -1)),
            "input.expectedVersion");
        refused(mutate("acceptLead", "AcceptLead", Map.of("action", List.of(ACTION, ACTION))));
    }

    @Test void what_is_missing_is_refused() {
        refused(mutate("declineLead", "DeclineLead", Map.of("action", ACTION)), "reason");
        refused(mutate("acceptLead", "AcceptLead", Map.of("action", ACTION, "commandId", "has a space")),
            "input.commandId");
        refused(mutate("acceptLead", "AcceptLead", Map.of("action", ACTION, "commandId", "x".repeat(101))),
            "input.commandId");
    }

    @Test void a_time_zone_is_named() {
        refused(mutate("establishPartnership", "EstablishPartnership", Map.of("name", "MASH", "timeZone",
            "Middle/Earth",
            "planEnd", "2013-09-30", "programmeOffice", "programme")), "input.timeZone");
    }

    @Test void text_is_kept_as_the_characters_it_is() {
        String text = "<script>alert(1)</script> =1+1 ' or 1=1 \uD83D\uDE00\n\tend";
        mutate("declineLead", "DeclineLead", Map.of("action", ACTION, "reason", text));
        assertThat(FrontTestApp.SENT.getLast().getPayload().toString()).contains(text);
        FrontTestApp.SENT.clear();
        refused(mutate("declineLead", "DeclineLead", Map.of("action", ACTION, "reason", "bell \u0007")),
            "input.reason");
        refused(mutate("declineLead", "DeclineLead", Map.of("action", ACTION, "reason", "x".repeat(10_001))),
            "input.reason");
    }

    @Test void syntax_and_unknown_operations_are_bad_input() {
        refused(client.ask("{ me { "));
        refused(client.ask("{ nobody }"));
        refused(client.ask("subscription { x }"));
        refused(client.ask("query A { me { person } } query B { me { person } }"));
    }

    @Test void a_rejection_travels_with_code_kind_and_its_own_fields() {
        JsonNode answer = mutate("acceptLead", "AcceptLead", Map.of("action", ACTION, "commandId", "refuse-me"));
        JsonNode error = answer.path("errors").path(0);
        assertThat(Client.code(answer)).isEqualTo("MOVED_ON");
        assertThat(error.path("extensions").path("classification").asString()).isEqualTo("CONFLICT");
        assertThat(error.path("extensions").path("details").path("actual").asString()).isEqualTo("4");
        assertThat(error.path("message").asString()).startsWith("item-mash.leadership stands at version 4");
        assertThat(error.path("path").path(0).asString()).isEqualTo("acceptLead");
    }

    @Test void what_breaks_inside_shows_nothing_but_an_id() {
        JsonNode answer = mutate("acceptLead", "AcceptLead", Map.of("action", ACTION, "commandId", "break-me"));
        assertThat(Client.code(answer)).isEqualTo("INTERNAL");
        assertThat(answer.path("errors").path(0).path("extensions").path("details").path("id").asString()).hasSize(36);
        assertThat(client.code("{ testBroken }")).isEqualTo("INTERNAL");
    }
}
