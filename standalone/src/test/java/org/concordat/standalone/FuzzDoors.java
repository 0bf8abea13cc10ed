package org.concordat.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** One client's ways to the API: a request, server-sent events, and a socket for each person. */
final class FuzzDoors implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Deployment people;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, FuzzSocket> sockets = new HashMap<>();

    FuzzDoors(Deployment people) {
        this.people = people;
    }

    List<JsonNode> post(FuzzOperations.Operation operation) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(operation, "application/json"), BodyHandlers.ofString());
        if (answer.statusCode() >= 500) throw new IllegalStateException("status " + answer.statusCode() + ": " + answer.body());
        return List.of(Deployment.JSON.readTree(answer.body()));
    }

    List<JsonNode> socket(FuzzOperations.Operation operation) throws InterruptedException {
        FuzzSocket socket = sockets.get(operation.person());
        if (socket == null) sockets.put(operation.person(), socket = new FuzzSocket(people, operation.person()));
        return socket.ask(body(operation), operation.kind().equals("subscription"));
    }

    /** The first few elements, and then the client goes. */
    List<JsonNode> events(FuzzOperations.Operation operation) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(request(operation, "text/event-stream"), BodyHandlers.ofInputStream());
        if (answer.statusCode() >= 500) throw new IllegalStateException("status " + answer.statusCode());
        List<JsonNode> seen = new CopyOnWriteArrayList<>();
        try (InputStream body = answer.body()) {
            Thread reader = Thread.ofVirtual().start(() -> read(body, seen));
            reader.join(Duration.ofMillis(400));
        }
        return new ArrayList<>(seen);
    }

    private static void read(InputStream body, List<JsonNode> seen) {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null && seen.size() < 3; line = lines.readLine()) {
                if (line.startsWith("{")) seen.add(Deployment.JSON.readTree(line));
                else if (line.startsWith("data:{")) seen.add(Deployment.JSON.readTree(line.substring(5)));
            }
        } catch (IOException | UncheckedIOException closed) {
            // The client went, as it meant to.
            return;
        }
    }

    private HttpRequest request(FuzzOperations.Operation operation, String accept) {
        return people.request(operation.person(), "/graphql").timeout(PATIENCE).header("Content-Type", "application/json").header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(Deployment.JSON.writeValueAsString(body(operation)))).build();
    }

    private static Map<String, Object> body(FuzzOperations.Operation operation) {
        return Map.of("query", operation.text(), "variables", operation.variables());
    }

    @Override public void close() {
        sockets.values().forEach(FuzzSocket::close);
        http.shutdownNow();
    }
}
