package org.concordat.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The real one at {@code AXON_SERVER}: somebody else's, or ours to break where {@code AXON_SERVER_START} starts it. */
final class AxonServer {

    private static final Map<String, String> SAID = System.getenv();

    private static final class Shared {
        static final AxonServer SERVER = new AxonServer();

        static {
            try {
                if (SAID.containsKey("AXON_SERVER_START")) SERVER.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            System.out.println("The distributed part runs over " + SERVER.version());
        }
    }

    private Process process;

    static AxonServer shared() {
        return Shared.SERVER;
    }

    String address() {
        return SAID.get("AXON_SERVER");
    }

    String token() {
        return SAID.getOrDefault("AXON_SERVER_TOKEN", "");
    }

    HttpRequest.Builder http(String path) {
        String http = SAID.getOrDefault("AXON_SERVER_HTTP", address().substring(0, address().indexOf(':')) + ":8024");
        return HttpRequest.newBuilder(URI.create("http://" + http + path)).header("AxonIQ-Access-Token", token());
    }

    private String version() {
        JsonNode app = Deployment.JSON.readTree(Deployment.send(http("/actuator/info").build()).body()).path("app");
        return app.path("name").asString("an Axon Server") + " " + app.path("version").asString("of unknown version")
                + " at " + address();
    }

    /** Answers when it does. */
    void start() throws IOException {
        process = new ProcessBuilder("bash", "-c", "exec " + SAID.get("AXON_SERVER_START")).redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("axon-server", ".log").toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Awaitility.await("Axon Server").atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(250)).until(this::answers);
    }

    private boolean answers() {
        if (!process.isAlive()) throw new IllegalStateException("AXON_SERVER_START ended by itself");
        try {
            return Deployment.send(http("/actuator/info").timeout(Duration.ofSeconds(5)).build()).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void freeze() throws Exception {
        Signals.send("STOP", process.pid());
    }

    void thaw() throws Exception {
        Signals.send("CONT", process.pid());
    }
}
