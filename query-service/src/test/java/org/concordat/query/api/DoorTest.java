package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is let in, and with what. */
@FrontTest
class DoorTest {

    private static final String ME = "{\"query\":\"{ me { person } }\"}";

    @LocalServerPort int port;

    @Test void a_good_token_says_who_asks() {
        assertThat(Client.signedIn(port).post(ME).body()).contains("\"person\":\"programme\"");
    }

    @Test void without_a_token_the_answer_is_401_in_the_shape_of_graphql() {
        HttpResponse<String> answer = new Client(port, null).post(ME);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(Client.code(Client.JSON.readTree(answer.body()))).isEqualTo("UNAUTHENTICATED");
    }

    @ParameterizedTest(name = "{0}") @MethodSource("forged")
    void a_token_that_is_not_ours_is_refused(String name, String token) {
        HttpResponse<String> answer = new Client(port, token).post(ME);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Client.code(Client.JSON.readTree(answer.body()))).isEqualTo("UNAUTHENTICATED");
    }

    static Stream<Arguments> forged() throws Exception {
        Instant now = Instant.now();
        return Stream.of(
            Arguments.of("alg none", Tokens.unsigned()),
            Arguments.of("HS256 with the public key", Tokens.hs256()),
            Arguments.of("RS512", Tokens.rs512()),
            Arguments.of("another key", Tokens.ofAnotherKey()),
            Arguments.of("key id is a path", Tokens.withKeyId("../../../dev/null")),
            Arguments.of("key id is SQL", Tokens.withKeyId("' or 1=1 --")),
            Arguments.of("another issuer", Tokens.with(c -> c.issuer("https://other.example"))),
            Arguments.of("another audience", Tokens.with(c -> c.audience("elsewhere"))),
            Arguments.of("no audience", Tokens.with(c -> c.audience((String) null))),
            Arguments.of("expired", Tokens.expiring(now.minusSeconds(120))),
            Arguments.of("never expires", Tokens.with(c -> c.expirationTime(null))),
            Arguments.of("not yet valid", Tokens.with(c -> c.notBeforeTime(Date.from(now.plusSeconds(120))))),
            Arguments.of("no subject", Tokens.with(c -> c.subject(null))),
            Arguments.of("subject is no person id", Tokens.with(c -> c.subject("a b\n<script>"))),
            Arguments.of("not a token", "x.y.z"));
    }

    @Test void an_expiry_within_the_clocks_difference_is_taken() {
        assertThat(new Client(port, Tokens.expiring(Instant.now().minusSeconds(20))).post(ME).statusCode())
            .isEqualTo(200);
    }

    @Test void a_get_is_405() {
        assertThat(Client.signedIn(port).get("/graphql?query=%7Bme%7Bperson%7D%7D").statusCode()).isEqualTo(405);
        assertThat(new Client(port, null).get("/graphql").statusCode()).isEqualTo(401);
    }

    @Test void only_json_is_taken() {
        for (String type : new String[] {"application/x-www-form-urlencoded", "text/plain",
            "multipart/form-data;boundary=x"}) {
            assertThat(Client.signedIn(port).send("POST", "/graphql", type, BodyPublishers.ofString(ME)).statusCode())
                .as(type).isEqualTo(415);
        }
    }

    @Test void an_array_of_operations_is_refused() {
        assertThat(Client.signedIn(port).post("[" + ME + "," + ME + "]").statusCode()).isEqualTo(400);
    }

    @Test void broken_json_is_refused() {
        HttpResponse<String> answer = Client.signedIn(port).post("{\"query\":");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("BAD_INPUT").doesNotContain("java", "org.", "Exception");
    }

    @Test void five_megabytes_are_refused_with_and_without_a_length() {
        byte[] long5 = ("{\"query\":\"#" + "x".repeat(5_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        for (var body : new java.net.http.HttpRequest.BodyPublisher[] {BodyPublishers.ofByteArray(long5),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(long5))}) {
            HttpResponse<String> answer = Client.signedIn(port).send("POST", "/graphql", "application/json", body);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("TOO_LONG");
        }
    }

    @Test void bad_utf8_is_refused() {
        byte[] bad = "{\"query\":\"{ me { person } } #X\"}".replace('X', '\u00ff')
            .getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> answer =
            Client.signedIn(port).send("POST", "/graphql", "application/json", BodyPublishers.ofByteArray(bad));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("BAD_INPUT");
    }

    @Test void other_doors_are_shut() {
        assertThat(new Client(port, null).get("/actuator/env").statusCode()).isEqualTo(401);
        assertThat(Client.signedIn(port).get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(Client.signedIn(port).get("/whatever").statusCode()).isEqualTo(404);
        assertThat(new Client(port, null).post("{}").statusCode()).isEqualTo(401);
        assertThat(new Client(port, null).get("/imports").statusCode()).isEqualTo(401);
    }

    @Test void health_is_open_and_says_no_more_than_up() {
        for (String probe : new String[] {"liveness", "readiness"}) {
            HttpResponse<String> answer = new Client(port, null).get("/actuator/health/" + probe);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test void graphiql_is_served_from_here_alone() {
        HttpResponse<String> page = new Client(port, null).get("/graphiql");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("http://", "https://").contains("/graphiql/graphiql.min.js");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
            policy -> assertThat(policy).contains("script-src 'self'"));
        for (String file : new String[] {"graphiql.min.js", "graphiql.min.css", "page.js", "page.css",
            "react.production.min.js", "react-dom.production.min.js", "people"}) {
            assertThat(new Client(port, null).get("/graphiql/" + file).statusCode()).as(file).isEqualTo(200);
        }
    }
}
