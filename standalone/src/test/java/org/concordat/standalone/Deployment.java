package org.concordat.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Concordat as a client sees it, with the demo's people and the example plan, however many processes it is made of. */
abstract class Deployment {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** Where a client asks; each question may be answered by another node. */
    abstract String address();

    /** Where the demo's people sign in. */
    abstract String signIn();

    String token(String person) {
        return tokens.computeIfAbsent(person, p -> {
            String basic = Base64.getEncoder().encodeToString((p + ":demo").getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(signIn()))
                    .header("Authorization", "Basic " + basic).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")).build());
            return JSON.readTree(answer.body()).path("access_token").asString();
        });
    }

    /** The answer's whole body. */
    JsonNode ask(String person, String query) {
        String body = JSON.writeValueAsString(Map.of("query", query));
        return JSON.readTree(send(request(person, "/graphql").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build()).body());
    }

    /** The code of the first error, or what was answered where there is none. */
    String code(String person, String query) {
        JsonNode answer = ask(person, query);
        return answer.path("errors").path(0).path("extensions").path("code").asString(answer.toString());
    }

    HttpRequest.Builder request(String person, String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).header("Authorization", "Bearer " + token(person));
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
