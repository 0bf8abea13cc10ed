package org.concordat.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;

/** A command service and two query services, each a process of its own, over the Axon Server of {@code AXON_SERVER}. */
final class Processes extends Deployment {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final class Shared {
        static final Processes PROCESSES = start();
    }

    private final TestIssuer issuer;
    private final Path logs;
    private final Node command;
    private final List<Node> query;
    private final AtomicInteger asked = new AtomicInteger();

    private Processes(TestIssuer issuer, Path logs) throws IOException {
        this.issuer = issuer;
        this.logs = logs;
        TestDatabase commands = TestDatabase.empty();
        TestDatabase ledger = TestDatabase.empty();
        command = node("command-service", "command-1", commands, "--concordat.founders=programme");
        query = List.of(queryNode("query-1", ledger), queryNode("query-2", ledger));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    static Processes shared() {
        return Shared.PROCESSES;
    }

    private static Processes start() {
        try {
            System.out.println("The distributed part runs over " + version());
            Processes started = new Processes(new TestIssuer(), Files.createTempDirectory("concordat-processes"));
            started.command.awaitReady();
            for (Node node : started.query) node.awaitReady();
            started.loadExample();
            return started;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version() {
        String server = System.getenv("AXON_SERVER");
        String http = System.getenv().getOrDefault("AXON_SERVER_HTTP", server.substring(0, server.indexOf(':')) + ":8024");
        JsonNode app = JSON.readTree(send(HttpRequest.newBuilder(URI.create("http://" + http + "/actuator/info"))
                .header("AxonIQ-Access-Token", System.getenv().getOrDefault("AXON_SERVER_TOKEN", "")).build()).body()).path("app");
        return app.path("name").asString("an Axon Server") + " " + app.path("version").asString("of unknown version")
                + " at " + server;
    }

    /** Questions go to one query node after the other: what one node was told, the other must know when asked to. */
    @Override String address() {
        return query.get(asked.getAndIncrement() % query.size()).address();
    }

    @Override String signIn() {
        return issuer.address() + "/oauth2/token";
    }

    Node command() {
        return command;
    }

    List<Node> query() {
        return query;
    }

    private void stop() {
        command.process.destroy();
        query.forEach(node -> node.process.destroy());
    }

    /** As in the demo: the plan by its file, then the illustrative acts, here by the mutations a client would send. */
    private void loadExample() throws IOException {
        JsonNode health = JSON.readTree(send(request("programme", "/actuator/health").build()).body());
        long events = health.at("/components/ledger/details/storeHead").asLong(-1);
        if (events != 0) {
            throw new IllegalStateException("The contract needs an Axon Server that is empty; this one holds " + events
                    + " events, and they are left alone.");
        }
        HttpResponse<String> imported = send(request("programme", "/imports").header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofFile(ROOT.resolve("examples/mash-2013.yaml"))).build());
        if (imported.statusCode() / 100 != 2) throw new IllegalStateException(imported.body());
        JsonNode receipt = JSON.nullNode();
        int number = 0;
        for (Map<?, ?> act : acts()) receipt = act(act, "illustrative:" + ++number);
        for (Node node : query) {
            JsonNode seen = ask("programme", "{ partnership(id: \"partnership-mash\", atLeast: {id: \"" + receipt.path("id").asString()
                    + "\", version: " + receipt.path("version").asLong() + "}) { name } }");
            if (seen.has("errors")) throw new IllegalStateException(node.name + ": " + seen);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> acts() throws IOException {
        var options = new LoaderOptions();
        var words = new SafeConstructor(options) {
            {
                // Days stay the words they are, as in a client's JSON.
                yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
            }
        };
        Map<String, Object> file = new Yaml(words).load(Files.readString(ROOT.resolve("examples/illustrative-history.yaml")));
        return (List<Map<?, ?>>) file.get("acts");
    }

    @SuppressWarnings("unchecked")
    private JsonNode act(Map<?, ?> act, String commandId) {
        String name = act.get("command").toString();
        Map<String, Object> input = new java.util.LinkedHashMap<>((Map<String, Object>) act.get("input"));
        input.put("commandId", commandId);
        // YAML reads the key "on" as a truth.
        input.put("effectiveOn", act.get(Boolean.TRUE).toString());
        String type = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Input";
        String body = JSON.writeValueAsString(Map.of("query",
                "mutation($input: " + type + "!) { " + name + "(input: $input) { id version } }", "variables", Map.of("input", input)));
        JsonNode answer = JSON.readTree(send(request(act.get("by").toString(), "/graphql")
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build()).body());
        if (answer.has("errors")) throw new IllegalStateException(commandId + " " + name + ": " + answer);
        return answer.path("data").path(name);
    }

    private Node queryNode(String name, TestDatabase ledger) throws IOException {
        return node("query-service", name, ledger, "--concordat.founders=programme", "--concordat.issuer=" + issuer.address());
    }

    private Node node(String module, String name, TestDatabase database, String... more) throws IOException {
        int port = freePort();
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", jar(module).toString(), "--server.port=" + port,
                "--concordat.database.url=" + database.url(), "--concordat.database.user=postgres",
                "--concordat.axonserver=" + System.getenv("AXON_SERVER"),
                "--concordat.axonserver.token=" + System.getenv().getOrDefault("AXON_SERVER_TOKEN", "")));
        line.addAll(List.of(more));
        return new Node(name, port, line, logs.resolve(name + ".log"));
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path jar(String module) throws IOException {
        try (Stream<Path> built = Files.list(ROOT.resolve(module).resolve("target"))) {
            return built.filter(p -> p.toString().endsWith("-exec.jar")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("Run mvn package first: " + module + " has no jar to run."));
        }
    }

    /** One process, which can be killed and started again as it was. */
    static final class Node {

        private final String name;
        private final int port;
        private final List<String> line;
        private final Path log;
        private Process process;

        Node(String name, int port, List<String> line, Path log) throws IOException {
            this.name = name;
            this.port = port;
            this.line = line;
            this.log = log;
            this.process = run();
        }

        private Process run() throws IOException {
            return new ProcessBuilder(line).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        }

        String address() {
            return "http://localhost:" + port;
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void startAgain() throws IOException {
            process = run();
            awaitReady();
        }

        void awaitReady() {
            Awaitility.await(name).atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(() -> {
                if (!process.isAlive()) throw new IllegalStateException(name + " ended:\n" + Files.readString(log));
                return ready();
            });
        }

        boolean ready() {
            try {
                return send(HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness")).build()).statusCode() == 200;
            } catch (java.io.UncheckedIOException e) {
                return false;
            }
        }
    }
}
