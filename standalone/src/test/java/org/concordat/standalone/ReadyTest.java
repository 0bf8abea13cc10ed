package org.concordat.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is told to come in while nobody can sign in. */
class ReadyTest {

    @TempDir private Path folder;

    @Test void it_is_ready_when_the_issuer_has_answered() throws Exception {
        int port = Database.freePort();
        String issuer = "http://localhost:" + port;
        Child child = Child.start(folder, "waiting", "--concordat.issuer=" + issuer, "--concordat.founders=4f1c");
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> child.said().contains("waits for the issuer " + issuer));
            assertThat(child.said()).doesNotContain("Concordat is ready");
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 0);
            server.createContext("/", exchange -> {
                byte[] said = ("{\"issuer\":\"" + issuer + "\"}").getBytes(UTF_8);
                exchange.sendResponseHeaders(200, said.length);
                exchange.getResponseBody().write(said);
                exchange.close();
            });
            server.start();
            try {
                String address = child.ready().client().address();
                assertThat(Deployment.send(HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness")).build()).statusCode())
                        .isEqualTo(200);
                assertThat(child.said().split("waits for the issuer", -1)).as("it is said once").hasSize(2);
            } finally {
                server.stop(0);
            }
        } finally {
            child.stop();
        }
    }
}
