package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.concordat.api.Contract;
import org.concordat.api.planitem.PlanItemCommand.DrawUpItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A refused command is recorded whatever refused it: by person, name, ids and code, never by what it said. */
@FrontTest
class AttemptTest {

    private static final String ACCEPT =
        "action: \"action-mash.leadership.A06\", commandId: \"%s\"";

    @LocalServerPort int port;

    @BeforeEach void nothingYet() {
        FrontTestApp.ATTEMPTS.clear();
    }

    private void ask(String query, Map<String, Object> variables) {
        Client.signedIn(port).ask(query, variables);
    }

    private static String accept(String id) {
        return "mutation { acceptLead(input: {" + ACCEPT.formatted(id) + "}) { id } }";
    }

    @Test void what_is_carried_out_is_no_attempt() {
        ask(accept("fine"), Map.of());
        ask("{ me { person } }", Map.of());
        assertThat(FrontTestApp.ATTEMPTS).isEmpty();
    }

    @Test void refused_by_the_rules() {
        ask(accept("refuse-me"), Map.of());
        assertThat(FrontTestApp.ATTEMPTS).containsExactly("programme AcceptLead action-mash.leadership.A06 refuse-me MOVED_ON");
    }

    @Test void failed_on_the_way() {
        ask(accept("break-me"), Map.of());
        assertThat(FrontTestApp.ATTEMPTS).containsExactly("programme AcceptLead action-mash.leadership.A06 break-me INTERNAL");
    }

    @Test void only_the_refused_one_of_several() {
        ask("mutation { a: acceptLead(input: {" + ACCEPT.formatted("one") + "}) { id }"
            + " b: acceptLead(input: {" + ACCEPT.formatted("refuse-me") + "}) { id } }", Map.of());
        assertThat(FrontTestApp.ATTEMPTS).containsExactly("programme AcceptLead action-mash.leadership.A06 refuse-me MOVED_ON");
    }

    @Test void unreadable_by_its_content() {
        ask("mutation { declineLead(input: {action: \"action-mash.leadership.A06\", reason: \"\"}) { id } }", Map.of());
        ask("mutation { declineLead(input: {action: \"Mr Smith\", reason: \"Because.\"}) { id } }", Map.of());
        assertThat(FrontTestApp.ATTEMPTS).containsExactly(
            "programme DeclineLead action-mash.leadership.A06 null BAD_INPUT", "programme DeclineLead null null BAD_INPUT");
    }

    @Test void a_command_id_that_is_none_is_not_recorded() {
        ask(accept("a narrative about somebody"), Map.of());
        assertThat(FrontTestApp.ATTEMPTS).containsExactly("programme AcceptLead action-mash.leadership.A06 null BAD_INPUT");
    }

    @Test void refused_before_it_was_read() {
        ask("mutation { acceptLead(input: {" + ACCEPT.formatted("c1") + ", more: 1}) { id } }", Map.of());
        ask("mutation M($in: AcceptLeadInput!) { ...F } fragment F on Mutation { acceptLead(input: $in) { id } }",
            Map.of("in", Map.of("action", "action-mash.leadership.A06", "commandId", "c2", "effectiveOn", "31 February")));
        ask("mutation M($action: ID!) { acceptLead(input: {action: $action, commandId: \"c3\", more: 1}) { id } }",
            Map.of("action", "action-mash.leadership.A06"));
        assertThat(FrontTestApp.ATTEMPTS).containsExactly(
            "programme AcceptLead action-mash.leadership.A06 c1 BAD_INPUT",
            "programme AcceptLead action-mash.leadership.A06 c2 BAD_INPUT",
            "programme AcceptLead action-mash.leadership.A06 c3 BAD_INPUT");
    }

    @Test void too_many_at_once_are_recorded_up_to_a_bound() {
        StringBuilder many = new StringBuilder("mutation {");
        for (int i = 0; i < 300; i++) many.append(" a").append(i).append(": acceptLead(input: {nothing: true}) { id }");
        ask(many + " }", Map.of());
        assertThat(FrontTestApp.ATTEMPTS).hasSize(20);
    }

    @Test void what_names_no_command_is_none() {
        ask("mutation { overthrow(input: {}) { id } }", Map.of());
        ask("mutation { acceptLead(", Map.of());
        ask("{ me { person(x: 1) } }", Map.of());
        assertThat(FrontTestApp.ATTEMPTS).isEmpty();
    }

    @Test void every_command_says_what_it_is_sent_to() {
        assertThat(Contract.COMMANDS).allSatisfy(command -> assertThat(Targets.field(command)).isNotBlank());
        assertThat(Targets.field(DrawUpItem.class)).isEqualTo("itemId");
    }
}
