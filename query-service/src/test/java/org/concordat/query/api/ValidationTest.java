package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Reading and checking an operation's text is work too: it is bounded before it is done, whatever the text. */
@FrontTest
class ValidationTest {

    private static final Duration PROMPT = Duration.ofSeconds(3);
    private static final String ACCEPT = "mutation { acceptLead(input: {action: \"action-mash.leadership.A06\", expectedVersion: %s}) { id } }";

    @LocalServerPort int port;
    Client client;

    @BeforeEach void signIn() {
        client = Client.signedIn(port);
        client.ask("{ me { person } }");
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
            Arguments.of("a chain of 900 fragments", "TOO_COSTLY", "{ testTree { edges { node { ...f0 } } } } "
                + joined(900, i -> "fragment f" + i + " on TestNode { name " + (i < 899 ? "...f" + (i + 1) : "") + " }")),
            Arguments.of("900 fragments that nothing uses", "TOO_COSTLY", "{ me { person } } "
                + joined(900, i -> "fragment f" + i + " on TestNode { name }")),
            Arguments.of("fragments that double, a hundred times", "TOO_COSTLY", "{ testSlow { ...f0 } } "
                + joined(100, i -> "fragment f" + i + " on TestNode { name " + (i < 99 ? ("...f" + (i + 1) + " ").repeat(2) : "") + " }")),
            Arguments.of("fragments that double, forty times", "TOO_COSTLY", "{ testSlow { ...f0 } } "
                + joined(40, i -> "fragment f" + i + " on TestNode { name " + (i < 39 ? ("...f" + (i + 1) + " ").repeat(2) : "") + " }")),
            Arguments.of("fragments in a circle, told apart by the way taken", "BAD_INPUT", "{ testSlow { ...a0 } } "
                + joined(40, i -> "fragment a" + i + " on TestNode { x: slow { ...a" + (i + 1) % 40 + " ...a0 } y: slow { ...a" + (i + 1) % 40 + " } }")),
            Arguments.of("a spread of nothing, ten thousand times", "TOO_COSTLY", "{ testSlow { " + "...f ".repeat(7000) + "} } fragment f on TestNode { name }"),
            Arguments.of("one field seven thousand times", "TOO_COSTLY", "{ testSlow { " + "name ".repeat(7000) + "} }"),
            Arguments.of("one response name for fields that differ", "BAD_INPUT", "{ testSlow { " + "a: name a: plain { name } ".repeat(1400) + "} }"),
            Arguments.of("one response name with other arguments each time", "BAD_INPUT", "{ "
                + joined(700, i -> "a: testTree(first: " + i + ") { edges { node { name } } }") + " }"),
            Arguments.of("an argument two thousand times", "BAD_INPUT", "{ testTree(" + joined(2000, i -> "a" + i + ": 1") + ") { edges { node { name } } } }"),
            Arguments.of("three thousand variables", "TOO_COSTLY", "query Q(" + joined(3000, i -> "$v" + i + ": Int") + ") { testTree(first: $v0) { edges { node { name } } } }"),
            Arguments.of("two thousand operations", "TOO_COSTLY", joined(2000, i -> "query Q" + i + " { me { person } }")),
            Arguments.of("six thousand directives", "TOO_COSTLY", "{ me { person " + "@skip(if:false) ".repeat(1800) + "} }"),
            Arguments.of("as many tokens as a body holds", "TOO_COSTLY", "{ me { " + "a ".repeat(500_000) + "} }"),
            Arguments.of("lists in lists", "TOO_COSTLY", ACCEPT.formatted("[".repeat(7000) + "]".repeat(7000))),
            Arguments.of("objects in objects", "TOO_COSTLY", ACCEPT.formatted("{a:".repeat(3000) + "1" + "}".repeat(3000))),
            Arguments.of("brackets that never close", "TOO_COSTLY", "{a".repeat(7000)),
            Arguments.of("an integer of 200,000 digits", "TOO_LONG", ACCEPT.formatted("9".repeat(200_000))),
            Arguments.of("a fraction of 200,000 digits", "TOO_LONG", ACCEPT.formatted("1." + "9".repeat(200_000))),
            Arguments.of("an exponent of 200,000 digits", "TOO_LONG", ACCEPT.formatted("1e" + "9".repeat(200_000))),
            Arguments.of("an exponent of a milliard", "BAD_INPUT", ACCEPT.formatted("1e999999999")),
            Arguments.of("a thousand numbers of a thousand digits", "TOO_LONG", ACCEPT.formatted("[" + "9".repeat(900).concat(" ").repeat(1000) + "]")),
            Arguments.of("a name of 900,000 letters", "TOO_LONG", "{ me { " + "a".repeat(900_000) + " } }"),
            Arguments.of("900,000 spaces", "TOO_LONG", "{ nobody " + " ".repeat(900_000) + " }"),
            Arguments.of("900,000 commas and lines", "TOO_LONG", "{ nobody " + ",\n".repeat(225_000) + " }"),
            Arguments.of("comments without end", "TOO_LONG", "{ nobody " + "#\n".repeat(200_000) + " }"),
            Arguments.of("99,000 lines", "BAD_INPUT", "{ nobody " + "\n".repeat(99_000) + " }"),
            Arguments.of("a string of 900,000 letters", "BAD_INPUT", ACCEPT.formatted("\"" + "x".repeat(900_000) + "\"")),
            Arguments.of("a string of escapes", "BAD_INPUT", ACCEPT.formatted("\"" + "\\n".repeat(300_000) + "\"")),
            Arguments.of("a block of lines", "BAD_INPUT", ACCEPT.formatted("\"\"\"" + "\n x".repeat(200_000) + "\"\"\"")));
    }

    @ParameterizedTest(name = "{0}") @MethodSource("hostile")
    void is_refused_at_once(String name, String code, String text) {
        assertThat(Client.JSON.writeValueAsString(text).length()).isLessThan(1_048_000);
        long begun = System.nanoTime();
        JsonNode answer = client.ask(text);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println("VALIDATION " + name + ": " + took.toMillis() + " ms");
        assertThat(answer.at("/errors/0/extensions/code").asString()).as(answer.toString().substring(0, Math.min(300, answer.toString().length()))).isEqualTo(code);
        assertThat(took).isLessThan(PROMPT);
        if (code.startsWith("TOO")) assertThat(answer.at("/errors/0/extensions/details/actual").asLong())
            .isGreaterThan(answer.at("/errors/0/extensions/details/allowed").asLong(Long.MAX_VALUE));
    }

    @Test void numbers_in_variables_are_bounded_too() {
        String query = "mutation M($v: Int) { acceptLead(input: {action: \"action-mash.leadership.A06\", expectedVersion: $v}) { id } }";
        for (String number : new String[] {"9".repeat(41), "9".repeat(200_000), "1." + "9".repeat(200_000), "1e999999999", "-1e400"}) {
            long begun = System.nanoTime();
            JsonNode answer = Client.JSON.readTree(client.post("{\"query\":" + Client.JSON.writeValueAsString(query)
                + ",\"variables\":{\"v\":" + number + "}}").body());
            assertThat(answer.at("/errors/0/extensions/code").asString()).as(answer.toString()).isIn("BAD_INPUT", "TOO_LONG");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMPT);
        }
    }

    @Test void variables_in_variables_are_bounded_too() {
        for (String value : new String[] {"[".repeat(100_000) + "]".repeat(100_000), "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
                "{\"" + "k".repeat(900_000) + "\":1}", "[" + "1,".repeat(400_000) + "1]"}) {
            long begun = System.nanoTime();
            JsonNode answer = Client.JSON.readTree(client.post("{\"query\":\"query Q($v: Int) { testTree(first: $v) { edges { node { name } } } }\""
                + ",\"variables\":{\"v\":" + value + "}}").body());
            assertThat(answer.at("/errors/0/extensions/code").asString()).as(answer.toString()).isIn("BAD_INPUT", "TOO_LONG");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMPT);
        }
    }

    @Test void what_people_ask_is_far_from_the_bounds() {
        String commands = joined(300, i -> "c" + i + ": acceptLead(input: {action: \"action-mash.leadership.A06\", commandId: \"c-" + i + "\"}) { id version commandId }");
        assertThat(client.ask("mutation { " + commands + " }").has("errors")).isFalse();
        String fragments = joined(20, i -> "fragment f" + i + " on TestNode { name " + (i < 19 ? "...f" + (i + 1) : "") + " }");
        assertThat(client.ask("{ testTree { edges { node { ...f0 } } } } " + fragments, Map.of()).has("errors")).isFalse();
    }

    private static String joined(int many, IntFunction<String> each) {
        return IntStream.range(0, many).mapToObj(each).collect(Collectors.joining(" "));
    }
}
