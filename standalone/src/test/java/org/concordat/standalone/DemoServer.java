package org.concordat.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One demo, served over HTTP on a free port, for all tests that talk to it as a client would. */
final class DemoServer extends Deployment {

    private static final class Shared {
        static final DemoServer SERVER = start(TestDatabase.empty());
    }

    private final ConfigurableApplicationContext context;

    private DemoServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static DemoServer shared() {
        return Shared.SERVER;
    }

    static DemoServer start(TestDatabase database, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--concordat.demo=true", "--concordat.database.url=" + database.url(),
                "--concordat.ledger.key=target/keys/" + database.url().replaceAll(".*/|[?].*", "") + ".key"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    /** In this JVM, on a folder that is a demo already. */
    static DemoServer again(Path data) {
        return run("--concordat.data=" + data);
    }

    private static DemoServer run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server.port=0", "--concordat.operators=programme"));
        // Here one person does in seconds, and from many threads, what people do in a day.
        all.addAll(List.of("--concordat.limits.operations=64", "--concordat.limits.reading=1000000000"));
        ConfigurableApplicationContext context = SpringApplication.run(Concordat.class, all.toArray(String[]::new));
        JdbcClient ledger = context.getBean(JdbcClient.class);
        // The vision that was adopted comes into force a moment after the start: tests that count wait for it.
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() ->
                ledger.sql("select exists (select from ledger where type = 'document.VersionCameIntoForce')").query(Boolean.class).single());
        return new DemoServer(context);
    }

    void stop() {
        context.close();
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Client client() {
        return new Client(address());
    }

    @Override String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    @Override String signIn() {
        return address() + "/oauth2/token";
    }
}
