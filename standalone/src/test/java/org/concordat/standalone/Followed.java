package org.concordat.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The record as it grows, over server-sent events, read on a thread of its own until the connection is closed. */
final class Followed implements AutoCloseable {

    record Seen(long index, String cursor) {
        static Seen of(JsonNode data) {
            return new Seen(data.at("/entries/index").asLong(), data.at("/entries/cursor").asString());
        }
    }

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread reader;

    Followed(Deployment people, String door, String person, String partnership, String after) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(door + "/graphql"))
                .header("Authorization", "Bearer " + people.token(person)).header("Content-Type", "application/json")
                .header("Accept", "text/event-stream").POST(HttpRequest.BodyPublishers.ofString(Deployment.JSON
                        .writeValueAsString(Map.of("query", subscription(partnership, after))))).build();
        reader = Thread.ofVirtual().start(() -> read(request));
    }

    static String subscription(String partnership, String after) {
        return "subscription { entries(partnership: \"" + partnership + "\"" + (after.isEmpty() ? "" : ", after: \"" + after + "\"")
                + ") { cursor index } }";
    }

    private void read(HttpRequest request) {
        try (Stream<String> lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.filter(l -> l.startsWith("data:{")).map(l -> Deployment.JSON.readTree(l.substring(5)).path("data"))
                    .filter(d -> d.has("entries")).forEach(d -> seen.add(Seen.of(d)));
        } catch (IOException | UncheckedIOException | InterruptedException broken) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the other side ended it. */
    boolean ended() {
        return !reader.isAlive();
    }

    @Override public void close() {
        http.shutdownNow();
    }
}
