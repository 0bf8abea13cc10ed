package org.concordat.query.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class IdentitySettingsTest {

    @EnableConfigurationProperties(IdentitySettings.class)
    static class Settings {}

    private final ApplicationContextRunner runner =
        new ApplicationContextRunner().withUserConfiguration(Settings.class, Issuer.class, IssuerHealth.class);

    private void stopsWith(ApplicationContextRunner start, String option) {
        start.run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = new IdentityMissingAnalyzer().analyze(context.getStartupFailure());
            assertThat(Objects.requireNonNull(analysis).getDescription()).contains(option).doesNotContain("\n");
        });
    }

    @Test void a_missing_issuer_stops_the_start_with_a_sentence() {
        stopsWith(runner.withPropertyValues("concordat.founders=anna"), "--concordat.issuer");
        stopsWith(runner.withPropertyValues("concordat.demo=false", "concordat.issuer= "), "--concordat.issuer");
    }

    @Test void missing_founders_stop_the_start_with_a_sentence() {
        stopsWith(runner.withPropertyValues("concordat.issuer=https://issuer.example"), "--concordat.founders");
        stopsWith(runner.withPropertyValues("concordat.issuer=https://i.example", "concordat.founders="),
            "--concordat.founders");
    }

    @Test void what_is_no_address_of_an_issuer_stops_the_start_with_a_sentence() {
        for (String issuer : List.of("hub", "id.example.org/realms/hub", "ftp://id.example.org", "https://", "https:///realms",
                "https://id.example.org?realm=hub", "https://id.example.org#hub", "https://anna@id.example.org", "https://id example.org")) {
            stopsWith(runner.withPropertyValues("concordat.founders=anna", "concordat.issuer=" + issuer), "--concordat.issuer=" + issuer);
        }
        stopsWith(runner.withPropertyValues("concordat.founders=anna", "concordat.issuer=" + "x".repeat(10_000)), "x".repeat(100) + "…");
    }

    private void answering(String body, Consumer<String> then) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String address = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            byte[] said = body.formatted(address).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
        try {
            then.accept(address);
        } finally {
            server.stop(0);
        }
    }

    private void says(String issuer, Status status) {
        runner.withPropertyValues("concordat.issuer=" + issuer, "concordat.founders=anna").run(context -> {
            IssuerHealth health = context.getBean(IssuerHealth.class);
            assertThat(health.health().getStatus()).isEqualTo(status);
            assertThat(health.awaited() == null).isEqualTo(status == Status.UP);
        });
    }

    @Test void only_the_issuer_itself_has_answered() throws IOException {
        answering("{\"issuer\":\"%s\"}", address -> says(address, Status.UP));
        answering("{\"issuer\":\"%s/other\"}", address -> says(address, Status.DOWN));
        answering("<html>Somebody's router</html>", address -> says(address, Status.DOWN));
    }

    @Test @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void an_issuer_out_of_reach_stops_no_start_and_shows_in_health() {
        runner.withPropertyValues("concordat.issuer=http://localhost:1", "concordat.founders=anna").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(IssuerHealth.class).health().getStatus()).isEqualTo(Status.DOWN);
        });
    }

    @Test void a_demonstration_needs_neither() {
        runner.withPropertyValues("concordat.demo=true").run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(Issuer.class);
            assertThat(context.getBean(IssuerHealth.class).health().getStatus()).isEqualTo(Status.UP);
        });
    }
}
