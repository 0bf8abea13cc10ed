package org.concordat.query.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the front door over HTTP. */
record Client(int port, @Nullable String token) {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Client signedIn(int port) {
        return new Client(port, Tokens.good());
    }

    HttpResponse<String> send(String method, String path, String type, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, body).header("Content-Type", type);
        if (token != null) request.header("Authorization", "Bearer " + token);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    HttpResponse<String> post(String json) {
        return send("POST", "/graphql", "application/json", BodyPublishers.ofString(json));
    }

    JsonNode ask(String query) {
        return ask(query, Map.of());
    }

    JsonNode ask(String query, Map<String, Object> variables) {
        return JSON.readTree(post(JSON.writeValueAsString(Map.of("query", query, "variables", variables))).body());
    }

    /** The code of the only error, whose text shows nothing of what is inside. */
    String code(String query) {
        return code(ask(query));
    }

    static String code(JsonNode answer) {
        return code(answer, 1);
    }

    static String code(JsonNode answer, int errors) {
        String text = answer.path("errors").toString();
        if (text.matches("(?s).*(java|org\\.|Exception|concordat\\.|tools\\.).*")) throw new AssertionError(text);
        if (answer.path("errors").size() < 1 || errors == 1 && answer.path("errors").size() > 1) {
            throw new AssertionError("errors: " + answer);
        }
        return answer.path("errors").path(0).path("extensions").path("code").asString();
    }
}
