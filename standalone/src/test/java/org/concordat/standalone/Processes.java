package org.concordat.standalone;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;

/** Two command services and two query services, each a process of its own, over the Axon Server of {@code AXON_SERVER}. */
final class Processes extends Deployment {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final List<String> NAMES = List.of("command-1", "command-2", "query-1", "query-2");

    /** The databases of both services; the second is the ledger's. */
    record Databases(TestDatabase command, TestDatabase ledger) {}

    private static final class Shared {
        static final OtherClock RECORDERS = OtherClock.ahead(Duration.ZERO);
        static final Processes PROCESSES = start();

        private static Processes start() {
            try {
                Processes started = new Processes(new Databases(TestDatabase.empty(), TestDatabase.empty()),
                        Map.of("command-1", RECORDERS, "command-2", RECORDERS));
                started.awaitReady();
                started.loadExample();
                return started;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final AxonServer server = AxonServer.shared();
    private final TestIssuer issuer = new TestIssuer();
    private final Path logs = Files.createTempDirectory("concordat-processes");
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** @param clocks of the nodes whose clock is not the machine's, by name */
    Processes(Databases databases, Map<String, OtherClock> clocks) throws Exception {
        for (String name : NAMES) {
            boolean command = name.startsWith("command");
            nodes.put(name, node(name, command ? "command-service" : "query-service",
                    command ? databases.command() : databases.ledger(), clocks.containsKey(name) ? clocks.get(name).environment() : Map.of()));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    static Processes shared() {
        return Shared.PROCESSES;
    }

    /** The one of the shared processes that record. */
    static OtherClock recordersClock() {
        return Shared.RECORDERS;
    }

    private Node node(String name, String module, TestDatabase database, Map<String, String> environment) throws IOException {
        List<String> program = new ArrayList<>(List.of("-jar", jar(module).toString(), "--concordat.node=" + name,
                "--concordat.founders=programme", "--concordat.issuer=" + issuer.address(),
                "--concordat.ledger.key=" + logs.resolve("ledger.key").toAbsolutePath(),
                "--concordat.database.url=" + database.url(), "--concordat.database.user=postgres",
                "--concordat.axonserver=" + server.address(), "--concordat.axonserver.token=" + server.token()));
        // The load of a test is that of many people.
        if (module.equals("query-service")) program.addAll(List.of("--concordat.limits.acting=1000000", "--concordat.operators=programme"));
        return new Node(name, program, environment, logs);
    }

    private static Path jar(String module) throws IOException {
        try (Stream<Path> built = Files.list(ROOT.resolve(module).resolve("target"))) {
            return built.filter(p -> p.toString().endsWith("-exec.jar")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("Run mvn package first: " + module + " has no jar to run."));
        }
    }

    void awaitReady() {
        nodes.values().forEach(Node::awaitReady);
    }

    void kill() {
        try {
            for (Node node : nodes.values()) node.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Questions go to one query node after the other: what one node was told, the other must know when asked to. */
    @Override String address() {
        return query().get(asked.getAndIncrement() % query().size()).address();
    }

    @Override String signIn() {
        return issuer.address() + "/oauth2/token";
    }

    Node node(String name) {
        return nodes.get(name);
    }

    List<Node> command() {
        return List.of(node("command-1"), node("command-2"));
    }

    List<Node> query() {
        return List.of(node("query-1"), node("query-2"));
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
        for (Node node : query()) {
            JsonNode seen = ask("programme", "{ partnership(id: \"partnership-mash\", atLeast: {id: \"" + receipt.path("id").asString()
                    + "\", version: " + receipt.path("version").asLong() + "}) { name } }");
            if (seen.has("errors")) throw new IllegalStateException(node.name() + ": " + seen);
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
        Map<String, Object> input = new LinkedHashMap<>((Map<String, Object>) act.get("input"));
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
}
