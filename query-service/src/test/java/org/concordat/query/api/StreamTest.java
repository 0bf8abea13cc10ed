package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Server-sent events where nothing happens. */
@FrontTest
class StreamTest {

    @LocalServerPort int port;

    /** Other answers end after a second here, after thirty in a service. */
    @Test void a_silent_subscription_is_kept_open_beyond_the_time_of_any_other_answer() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
            .header("Authorization", "Bearer " + Tokens.good()).header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"subscription { testSilence }\"}")).build();
        try (HttpClient http = HttpClient.newHttpClient();
                Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
            assertThat(lines.filter(line -> line.equals(":")).limit(6)).hasSize(6);
            http.shutdownNow();
        }
    }
}
