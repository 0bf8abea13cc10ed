package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What browsers are told with every answer, and pages of which origins may ask. */
@FrontTest
class HeadersTest {

    private static final String LISTED = "https://plan.example.org";

    @LocalServerPort int port;

    private Raw preflight(String path, String origin, String method) throws IOException {
        return Raw.send(port, "OPTIONS " + path, "Origin: " + origin, "Access-Control-Request-Method: " + method,
                "Access-Control-Request-Headers: authorization,content-type");
    }

    @ParameterizedTest @ValueSource(strings = {"/graphql", "/graphiql", "/actuator/health/liveness", "/nothing"})
    void every_answer_tells_browsers_what_not_to_do(String path) throws Exception {
        String head = Raw.send(port, "GET " + path).head();
        assertThat(head).contains("X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "frame-ancestors 'none'");
        assertThat(head.contains("unsafe-inline")).as("where GraphiQL writes its own styles").isEqualTo(path.equals("/graphiql"));
        assertThat(head).as("without TLS").doesNotContain("Strict-Transport-Security");
    }

    @Test void under_tls_a_browser_stays_with_it_behind_a_proxy_too() throws Exception {
        assertThat(Raw.send(port, "GET /graphiql", "X-Forwarded-Proto: https").head()).contains("Strict-Transport-Security: max-age=31536000");
    }

    @Test void a_listed_page_may_ask() throws Exception {
        Raw leave = preflight("/graphql", LISTED, "POST");
        assertThat(leave.status()).isEqualTo(200);
        assertThat(leave.head()).contains("Access-Control-Allow-Origin: " + LISTED, "Access-Control-Allow-Methods: GET,POST,PUT,DELETE",
                "Access-Control-Allow-Headers: authorization, content-type").doesNotContain("Access-Control-Allow-Credentials");
        Raw asked = Raw.send(port, "GET /actuator/health/liveness", "Origin: " + LISTED);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.head()).contains("Access-Control-Allow-Origin: " + LISTED);
    }

    @ParameterizedTest @ValueSource(strings = {"https://evil.example", "null", "http://plan.example.org", "https://plan.example.org:8443"})
    void any_other_is_given_no_leave(String origin) throws Exception {
        Raw leave = preflight("/graphql", origin, "POST");
        assertThat(leave.status()).isEqualTo(403);
        assertThat(leave.code()).isEqualTo("ORIGIN_REFUSED");
        assertThat(Raw.send(port, "GET /actuator/health/liveness", "Origin: " + origin).head()).doesNotContain("Access-Control-Allow");
    }

    @ParameterizedTest @ValueSource(strings = {"ht!tp://[", "https://[::1", "http://a b", "%%%", "https://plan.example.org:port", "x"})
    void an_origin_that_is_none_is_refused_in_our_words(String origin) throws Exception {
        String sent = "Origin: " + origin;
        Raw asked = Raw.send(port, "GET /graphql", sent);
        Raw socket = Raw.send(port, "GET /graphql", sent, "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==");
        for (Raw answer : new Raw[] {asked, socket}) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("BAD_INPUT");
        }
    }

    @Test void details_of_health_are_the_operators_only() {
        assertThat(Client.signedIn(port).get("/actuator/health").body()).contains("components");
        Client other = new Client(port, Tokens.with(claims -> claims.subject("police")));
        for (String path : new String[] {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"}) {
            assertThat(other.get(path).body()).as(path).doesNotContain("components", "details").contains("\"status\":\"UP\"");
        }
    }
}
