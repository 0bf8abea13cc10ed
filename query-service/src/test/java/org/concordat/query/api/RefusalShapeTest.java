package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is refused, and wherever: JSON with a code and a sentence, nothing of the server's own pages. */
@FrontTest
class RefusalShapeTest {

    @LocalServerPort int port;

    private Raw get(String path) throws IOException {
        return Raw.send(port, "GET " + path, "Authorization: Bearer " + Tokens.good());
    }

    private HttpResponse<String> post(String type, String accept, String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/graphql")).header("Authorization", "Bearer " + Tokens.good())
                .header("Content-Type", type).header("Accept", accept).POST(BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String code(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(t -> assertThat(t).startsWith("application/json"));
        return Client.code(Client.JSON.readTree(answer.body()));
    }

    @ParameterizedTest @ValueSource(strings = {"//graphql", "/graphql%2f", "/a%00b", "/a;b", "/graphql/", "/%", "/a%5cb", "/..%2f..%2fetc",
        "/graphql%ff", "/{a}", "/imports/%2e%2e%2fx", "/graphiql/../actuator/env", "/graphiql/%2e%2e/x", "/nothing/here", "/error"})
    void an_odd_path(String path) throws Exception {
        Raw answer = get(path);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.head()).containsIgnoringCase("content-type: application/json");
        assertThat(answer.code()).isIn("BAD_INPUT", "NOT_FOUND");
        assertThat(answer.body()).doesNotContain("<", "Tomcat");
    }

    @Test void what_is_too_long_to_be_read() throws Exception {
        assertThat(get("/" + "a".repeat(20_000)).code()).isIn("BAD_INPUT", "TOO_LONG");
        Raw header = Raw.send(port, "GET /graphql", "X-Long: " + "a".repeat(20_000));
        assertThat(header.status()).isIn(400, 431);
        assertThat(header.code()).isIn("BAD_INPUT", "TOO_LONG");
        assertThat(header.body()).doesNotContain("<");
    }

    @ParameterizedTest @CsvSource({"GET,405", "PUT,405", "DELETE,405", "PATCH,405", "TRACE,405", "FOO,405"})
    void a_method_nobody_takes(String method, int status) throws Exception {
        Raw answer = Raw.send(port, method + " /graphql", "Authorization: Bearer " + Tokens.good());
        assertThat(answer.status()).isIn(400, 404, status);
        assertThat(answer.code()).isIn("BAD_INPUT", "NOT_FOUND");
    }

    @Test void another_content_type_or_form_of_answer() throws Exception {
        String me = "{\"query\":\"{ me { person } }\"}";
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "image/png"}) {
            HttpResponse<String> answer = post(type, "application/json", me);
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(code(answer)).isEqualTo("BAD_INPUT");
        }
        assertThat(code(post("rubbish", "application/json", me))).isEqualTo("BAD_INPUT");
        assertThat(code(post("application/json", "image/png", me))).isEqualTo("BAD_INPUT");
        assertThat(code(post("application/json", "rubbish", me))).isEqualTo("BAD_INPUT");
    }

    @Test void a_subscription_that_asks_for_one_answer_is_told_where_to_ask() throws Exception {
        HttpResponse<String> answer = post("application/json", "application/json", "{\"query\":\"subscription { testSilence }\"}");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("text/event-stream", "WebSocket").doesNotContain("prefetch");
        assertThat(code(answer)).isEqualTo("BAD_INPUT");
    }

    @Test void server_sent_events_answer_any_operation_and_refuse_with_a_code() throws Exception {
        assertThat(post("application/json", "text/event-stream", "{\"query\":\"{ me { person } }\"}").body())
                .contains("\"person\":\"programme\"", "event:complete");
        for (String none : new String[] {"{ nobody }", "{ me {", "{ testBroken }", "subscription { x }"}) {
            assertThat(post("application/json", "text/event-stream", "{\"query\":\"" + none + "\"}").body()).as(none)
                    .contains("\"code\":\"" + (none.equals("{ testBroken }") ? "INTERNAL" : "BAD_INPUT"), "event:complete");
        }
    }

    @Test void a_parameter_that_the_address_does_not_know() throws Exception {
        Raw answer = Raw.send(port, "POST /graphql?query=1", "Authorization: Bearer " + Tokens.good(), "Content-Type: application/json",
                "Content-Length: 2", "", "{}");
        assertThat(answer.code()).isEqualTo("BAD_INPUT");
        assertThat(answer.body()).contains("query");
    }

    @Test void two_questions_about_the_schema_are_answered_or_too_costly() {
        Client client = Client.signedIn(port);
        assertThat(client.code("{ a: __type(name: \"Query\") { name } b: __type(name: \"Actor\") { name } }")).isEqualTo("TOO_COSTLY");
        assertThat(client.code("{ __schema { types { fields { type { fields { name } } } } } }")).isEqualTo("TOO_COSTLY");
        assertThat(client.ask("{ __type(name: \"Actor\") { name } }").at("/data/__type/name").asString()).isEqualTo("Actor");
        assertThat(client.ask("{ a: __typename b: __typename }").at("/data/b").asString()).isEqualTo("Query");
    }

    @Test void a_default_stands_where_null_is_sent() {
        assertThat(Client.signedIn(port).ask("{ testTree(first: null) { edges { node { name } } } }").has("errors")).isFalse();
    }

    @Test void messages_are_english_whoever_asks() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Authorization", "Bearer " + Tokens.good()).header("Content-Type", "application/json").header("Accept-Language", "de")
                .POST(BodyPublishers.ofString("{\"query\":\"{ nobody }\"}")).build();
        String body = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(body).contains("is undefined").doesNotContain("Fehler");
    }
}
