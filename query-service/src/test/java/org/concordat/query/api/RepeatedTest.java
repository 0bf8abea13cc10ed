package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.concordat.api.CommonRejection;
import org.concordat.query.identity.Excerpt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import graphql.GraphqlErrorBuilder;
import tools.jackson.databind.JsonNode;

/** What was sent comes back in excerpts, by whatever way it was refused. */
@FrontTest
class RepeatedTest {

    private static final String LONG = "x".repeat(9_000);

    @LocalServerPort int port;

    private void isShort(JsonNode answer) {
        String error = answer.path("errors").path(0).path("message").asString() + answer.path("errors").path(0).path("extensions");
        assertThat(answer.path("errors").path(0).path("extensions").path("code").asString()).isNotIn("INTERNAL", "");
        assertThat(error).doesNotContain("x".repeat(Excerpt.LONGEST + 1)).hasSizeLessThan(1_500);
    }

    @ParameterizedTest @ValueSource(strings = {"{ LONG }", "{ me(LONG: 1) { person } }", "{ LONG", "query($a: LONG) { me { person } }",
        "{ ...LONG }", "{ me { ... on LONG { person } } }", "{ testDay(on: \"LONG\") }", "{ testDay(on: LONG) }",
        "{ testTree(first: \"LONG\") { edges { node { name } } } }",
        "{ me { person @LONG } }", "{ testDay(on: {LONG: 1}) }",
        "query($LONG: Int!) { testTree(first: $LONG) { edges { node { name } } } }",
        "fragment LONG on Query { me { person } } { me { person } }", "mutation { acceptLead(input: {action: \"LONG\"}) { id } }",
        "mutation { acceptLead(input: {LONG: \"a\"}) { id } }",
        "mutation { acceptLead(input: {action: \"item-mash.a\", commandId: \"LONG\"}) { id } }",
        "mutation { deferAction(input: {action: \"action-mash.finance.A17\", to: {byMonth: {month: \"LONG\"}}, reason: \"a\"}) { id } }"})
    void in_the_operation(String operation) {
        Client client = Client.signedIn(port);
        isShort(client.ask(operation.replace("LONG", LONG)));
        isShort(client.ask(operation.replace("\"LONG\"", "\"" + "x y ".repeat(200) + LONG + "\"").replace("LONG", LONG)));
    }

    @Test void in_variables() {
        String accept = "mutation($input: AcceptLeadInput!) { acceptLead(input: $input) { id } }";
        Client client = Client.signedIn(port);
        isShort(client.ask(accept, Map.of("input", Map.of("action", LONG))));
        isShort(client.ask(accept, Map.of("input", Map.of(LONG, "a"))));
        isShort(client.ask(accept, Map.of("input", LONG)));
        isShort(client.ask("query($k: PlanArea) { me { person } }", Map.of("k", "x x " + LONG)));
    }

    @Test void in_a_rejection_and_its_details() {
        String words = "x ".repeat(4_000);
        for (String sent : new String[] {LONG, words}) {
            var error = Errors.of(new Refused(new CommonRejection.NotFound(sent)), GraphqlErrorBuilder.newError());
            assertThat(error.getMessage()).startsWith("There is no x").endsWith("… here, or you may not see it.").hasSizeLessThan(200);
            assertThat(String.valueOf(((Map<?, ?>) error.getExtensions().get("details")).get("id"))).hasSize(Excerpt.LONGEST + 1);
        }
        var shorter = Errors.of(new Refused(new CommonRejection.NotFound("item-mash.a")), GraphqlErrorBuilder.newError());
        assertThat(shorter.getMessage()).isEqualTo("There is no item-mash.a here, or you may not see it.");
    }

    @Test void half_a_character_is_no_excerpt() {
        assertThat(Excerpt.of("a".repeat(99) + "\uD83D\uDE00b")).isEqualTo("a".repeat(99) + "…");
        assertThat(Excerpt.of("a".repeat(100))).isEqualTo("a".repeat(100));
    }
}
