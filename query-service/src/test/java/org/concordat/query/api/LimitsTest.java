package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What one request may ask for. */
@FrontTest
class LimitsTest {

    @LocalServerPort int port;
    Client client;

    @BeforeEach void signIn() {
        client = Client.signedIn(port);
    }

    @Test void nested_lists_are_counted_by_what_they_can_bring() {
        assertThat(client.code("{ testTree(first: 50) " + "{ edges { node { children(first: 50) ".repeat(3)
            + "{ edges { node { name } } }" + " } } }".repeat(3) + "}")).isEqualTo("TOO_COSTLY");
    }

    @Test void a_default_first_counts_as_much_as_a_written_one() {
        assertThat(client.code("{ testTree " + "{ edges { node { children ".repeat(3)
            + "{ edges { node { name } } }" + " } } }".repeat(3) + "}")).isEqualTo("TOO_COSTLY");
    }

    @Test void a_variable_counts_as_its_value() {
        String query = "query Q($n: Int) { testTree(first: $n) { edges { node { name } } } }";
        assertThat(Client.code(client.ask(query, Map.of("n", 40_000)))).isEqualTo("TOO_COSTLY");
        assertThat(client.ask(query, Map.of("n", 100)).has("errors")).isFalse();
    }

    @Test void plain_lists_are_counted_too() {
        assertThat(client.code("{ testTree { edges { node { " + "plain { ".repeat(5) + "name" + " }".repeat(5)
            + " } } } }"))
            .isEqualTo("TOO_COSTLY");
    }

    @Test void the_name_of_an_operation_excuses_nothing() {
        assertThat(client.code("query __schema { testTree(first: 100000) { edges { node { name } } } }"))
            .isEqualTo("TOO_COSTLY");
        assertThat(client.code("query IntrospectionQuery { __schema { queryType { name } }"
            + " testTree(first: 100000) { edges { node { name } } } }")).isEqualTo("TOO_COSTLY");
    }

    @Test void aliases_in_thousands_are_refused() {
        String many = IntStream.range(0, 3000).mapToObj(i -> "a" + i + ": testTree { edges { node { name } } }")
            .collect(Collectors.joining(" ", "{ ", " }"));
        assertThat(client.code(many)).isIn("TOO_COSTLY", "BAD_INPUT");
        String fewer = IntStream.range(0, 1000).mapToObj(i -> "a" + i + ": testTree { edges { node { name } } }")
            .collect(Collectors.joining(" ", "{ ", " }"));
        assertThat(client.code(fewer)).isEqualTo("TOO_COSTLY");
    }

    @Test void fragments_of_fragments_are_counted_without_being_walked() {
        String doubling = IntStream.range(0, 60)
            .mapToObj(i -> "fragment f" + i + " on TestNode { a: plain { ...f" + (i + 1) + " } b: plain { ...f" + (i
                + 1) + " } }")
            .collect(Collectors.joining(" "));
        assertThat(client.code("{ testTree { edges { node { ...f0 } } } } " + doubling
            + " fragment f60 on TestNode { name }"))
            .isEqualTo("TOO_COSTLY");
    }

    @Test void depth_is_limited_apart_from_cost() {
        assertThat(client.code("{ testSlow { " + "slow { ".repeat(25) + "name" + " }".repeat(25) + " } }"))
            .isEqualTo("TOO_COSTLY");
    }

    @Test void the_schema_may_be_asked_by_who_is_signed_in() {
        assertThat(client.ask("{ __schema { types { name fields { name type { name ofType { name ofType { name ofType"
            + " { name ofType { name } } } } } } } } }").has("errors")).isFalse();
    }

    @Test void an_operation_ends_at_its_deadline() {
        assertThat(client.code("{ testSlow { slow { slow { slow { slow { name } } } } } }")).isEqualTo("DEADLINE");
    }

    @Test void commands_are_not_cut_off_while_they_wait_for_their_answers() {
        JsonNode answer = client.ask(IntStream.range(0, 3).mapToObj(i -> "c" + i
                + ": acceptLead(input: {action: \"action-mash.leadership.A06\", commandId: \"keep-me-waiting-" + i + "\"}) { commandId }")
            .collect(Collectors.joining(" ", "mutation { ", " }")));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/c2/commandId").asString()).isEqualTo("keep-me-waiting-2");
    }

    @Test void commands_after_one_that_found_no_store_are_not_sent() {
        FrontTestApp.SENT.clear();
        JsonNode answer = client.ask(Stream.of("first", "store-away", "later", "last")
            .map(id -> id.replace("-", "") + ": acceptLead(input: {action: \"action-mash.leadership.A06\", commandId: \"" + id + "\"}) { id }")
            .collect(Collectors.joining(" ", "mutation { ", " }")));
        assertThat(answer.path("errors").valueStream().map(e -> e.at("/path/0").asString() + " " + e.at("/extensions/code").asString()))
            .containsExactly("storeaway STORE_UNAVAILABLE", "later STORE_UNAVAILABLE", "last STORE_UNAVAILABLE");
        assertThat(answer.at("/data/first/id").asString()).isEqualTo("item-mash.leadership");
        assertThat(FrontTestApp.SENT).extracting(sent -> sent.getMetaData().get("commandId")).containsExactly("first", "store-away");
    }
}
