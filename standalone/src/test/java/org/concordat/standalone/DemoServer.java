package org.concordat.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One demo, served over HTTP on a free port, for all tests that talk to it as a client would. */
final class DemoServer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final class Shared {
        static final DemoServer SERVER = start(TestDatabase.empty());
    }

    private final @Nullable ConfigurableApplicationContext context;
    private final String address;
    private final Client client;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private DemoServer(@Nullable ConfigurableApplicationContext context, String address) {
        this.context = context;
        this.address = address;
        client = new Client(address);
    }

    static DemoServer shared() {
        return Shared.SERVER;
    }

    static DemoServer start(TestDatabase database) {
        return run("--concordat.demo=true", "--concordat.database.url=" + database.url());
    }

    /** In this JVM, on a folder that is a demo already. */
    static DemoServer again(Path data) {
        return run("--concordat.data=" + data);
    }

    /** One that runs in a process of its own. */
    static DemoServer at(String address) {
        return new DemoServer(null, address);
    }

    private static DemoServer run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--server.port=0");
        ConfigurableApplicationContext context = SpringApplication.run(Concordat.class, all.toArray(String[]::new));
        return new DemoServer(context, "http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    void stop() {
        Objects.requireNonNull(context).close();
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    <T> T bean(Class<T> type) {
        return Objects.requireNonNull(context).getBean(type);
    }

    Client client() {
        return client;
    }

    String address() {
        return address;
    }

    String token(String person) {
        return tokens.computeIfAbsent(person, p -> {
            String basic = Base64.getEncoder().encodeToString((p + ":demo").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address() + "/oauth2/token"))
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
