package org.concordat.standalone;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One demo, served over HTTP on a free port, for all tests that talk to it as a client would. */
final class DemoServer {

    private static final class Shared {
        static final DemoServer SERVER = start(TestDatabase.empty());
    }

    private final @Nullable ConfigurableApplicationContext context;
    private final Client client;

    private DemoServer(@Nullable ConfigurableApplicationContext context, String address) {
        this.context = context;
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
        JdbcClient ledger = context.getBean(JdbcClient.class);
        // The vision that was adopted comes into force a moment after the start: tests that count wait for it.
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() ->
                ledger.sql("select exists (select from ledger where type = 'document.VersionCameIntoForce')").query(Boolean.class).single());
        return new DemoServer(context, "http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    void stop() {
        Objects.requireNonNull(context).close();
    }

    ConfigurableApplicationContext context() {
        return Objects.requireNonNull(context);
    }

    <T> T bean(Class<T> type) {
        return Objects.requireNonNull(context).getBean(type);
    }

    Client client() {
        return client;
    }

    String address() {
        return client.address();
    }

    JsonNode ask(String person, String query) {
        return client.ask(person, query);
    }

    String code(String person, String query) {
        return client.code(person, query);
    }

    String token(String person) {
        return client.token(person);
    }

    HttpRequest.Builder request(String person, String path) {
        return client.request(person, path);
    }

    static HttpResponse<String> send(HttpRequest request) {
        return Client.send(request);
    }
}
