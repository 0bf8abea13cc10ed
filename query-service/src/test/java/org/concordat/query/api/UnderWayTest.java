package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What one person may have under way, and over time. */
@FrontTest
class UnderWayTest {

    private static final String SLOW = "{\"query\":\"{ testSlow { name } }\"}";
    /** Close to the most that one operation may cost. */
    private static final String DEAR = "{ " + IntStream.range(0, 6).mapToObj(i -> "a" + i
        + ": testTree(first: 50) { edges { node { children(first: 50) { edges { node { name } } } } } }").collect(Collectors.joining(" ")).concat(" }");

    @LocalServerPort int port;

    private Client as(String person) {
        return new Client(port, Tokens.with(claims -> claims.subject(person)));
    }

    @Test void eight_at_once_and_no_more() {
        Client client = as("busy");
        List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, 12)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.post(SLOW), Thread::startVirtualThread)).toList();
        List<HttpResponse<String>> answers = asked.stream().map(CompletableFuture::join).toList();
        List<HttpResponse<String>> refused = answers.stream().filter(answer -> answer.statusCode() == 429).toList();
        assertThat(refused).hasSizeBetween(1, 4);
        assertThat(answers.stream().filter(answer -> answer.body().contains("slow"))).hasSize(12 - refused.size());
        assertThat(refused.getFirst().headers().firstValue("Retry-After")).contains("1");
        assertThat(Client.code(Client.JSON.readTree(refused.getFirst().body()))).isEqualTo("TOO_MANY");
        assertThat(client.post(SLOW).statusCode()).as("afterwards").isEqualTo(200);
    }

    @Test void an_answer_says_what_it_used_and_what_is_left() {
        JsonNode read = as("frugal").ask("{ me { person } }");
        assertThat(read.at("/extensions/cost/reading/cost").asLong()).isEqualTo(502);
        assertThat(read.at("/extensions/cost/reading/left").asLong()).isBetween(10_000_000L - 502, 10_000_000L);
        assertThat(read.at("/extensions/cost/reading/per").asString()).isEqualTo("PT10M");
        JsonNode acted = as("frugal").ask("mutation { a: acceptLead(input: {action: \"action-mash.leadership.A06\"}) { id }"
            + " b: acceptLead(input: {action: \"action-mash.leadership.A06\"}) { id } }");
        assertThat(acted.at("/extensions/cost/acting/cost").asLong()).isEqualTo(2);
        assertThat(acted.at("/extensions/cost/acting/left").asLong()).isBetween(5_998L, 6_000L);
        assertThat(as("frugal").ask("{ a(b: " + "9".repeat(41) + ") }").at("/extensions/cost/reading/cost").asLong()).as("looked at, too").isEqualTo(500);
        assertThat(as("frugal").ask("{ nobody }").at("/extensions/cost/reading/cost").asLong()).as("checked, too").isEqualTo(500);
    }

    @Test void a_flood_of_reading_is_refused_and_acting_goes_on() {
        Client client = as("flooding");
        JsonNode answer = client.ask("{ me { person } }");
        for (int i = 0; i < 1_000 && !answer.has("errors"); i++) answer = client.ask(DEAR);
        assertThat(Client.code(answer)).isEqualTo("TOO_MANY");
        assertThat(answer.at("/errors/0/extensions/retryAfter").asLong()).isBetween(1L, 600L);
        assertThat(answer.at("/errors/0/extensions/details/budget").asString()).isEqualTo("reading");
        assertThat(client.ask("mutation { acceptLead(input: {action: \"action-mash.leadership.A06\"}) { id } }").has("errors")).isFalse();
        assertThat(as("neighbour").ask("{ me { person } }").has("errors")).isFalse();
    }

    @Test void texts_that_are_wrong_are_paid_for_too() {
        Client client = as("wrong");
        JsonNode answer = client.ask(DEAR);
        for (int i = 0; i < 1_000 && !answer.has("errors"); i++) answer = client.ask(DEAR);
        answer = client.ask("{ nobody }");
        for (int i = 0; i < 1_000 && Client.code(answer).equals("BAD_INPUT"); i++) answer = client.ask("{ nobody }");
        assertThat(Client.code(answer)).isEqualTo("TOO_MANY");
    }

    @Test void a_flood_of_commands_is_refused_and_reading_goes_on() {
        Client client = as("acting");
        String many = IntStream.range(0, 400).mapToObj(i -> "c" + i + ": acceptLead(input: {action: \"action-mash.leadership.A06\"}) { id }")
            .collect(Collectors.joining(" ", "mutation { ", " }"));
        JsonNode answer = client.ask(many);
        for (int i = 0; i < 100 && !answer.has("errors"); i++) answer = client.ask(many);
        assertThat(Client.code(answer)).isEqualTo("TOO_MANY");
        assertThat(client.ask("{ me { person } }").has("errors")).isFalse();
        FrontTestApp.SENT.clear();
    }

    @Test void twenty_subscriptions_over_whatever_connection() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest listen = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Authorization", "Bearer " + as("listening").token()).header("Content-Type", "application/json")
                .header("Accept", "text/event-stream").POST(BodyPublishers.ofString("{\"query\":\"subscription { testSilence }\"}")).build();
            for (int i = 0; i < 20; i++) {
                Stream<String> lines = http.send(listen, BodyHandlers.ofLines()).body();
                assertThat(lines.findFirst()).as("the keep-alive").contains(":");
            }
            assertThat(http.send(listen, BodyHandlers.ofLines()).body().filter(line -> !line.equals(":")).limit(2).toList().toString())
                .contains("TOO_MANY").contains("You have 20 subscriptions");
            assertThat(as("listening").ask("{ me { person } }").has("errors")).as("a stream that is open takes no place at the door").isFalse();
            http.shutdownNow();
        }
    }
}
