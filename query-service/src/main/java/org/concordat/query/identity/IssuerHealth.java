package org.concordat.query.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readiness asks whether people can sign in. An issuer that answered is asked again every ten seconds at most, another every second; each
 * time it has two to answer.
 */
@Component("issuerHealthIndicator")
public class IssuerHealth implements HealthIndicator {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final Duration KEPT_AWAY = Duration.ofSeconds(1);

    private final IdentitySettings settings;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Issuer.PATIENCE).build();
    private Instant askedAt = Instant.EPOCH;
    private @Nullable String problem = "not asked yet";

    IssuerHealth(IdentitySettings settings) {
        this.settings = settings;
    }

    @Override public Health health() {
        if (settings.demo()) return Health.up().withDetail("issuer", "inside, for demonstration only").build();
        String wrong = problem();
        return wrong == null ? Health.up().build() : Health.down().withDetail("issuer", wrong).build();
    }

    /** Whom we wait for, and why, while nobody can sign in; null once people can. */
    public @Nullable String awaited() {
        String wrong = settings.demo() ? null : problem();
        return wrong == null ? null : settings.issuer() + " (" + wrong + ")";
    }

    private synchronized @Nullable String problem() {
        if (askedAt.plus(problem == null ? KEPT : KEPT_AWAY).isBefore(Instant.now())) {
            problem = asked(settings.required());
            askedAt = Instant.now();
        }
        return problem;
    }

    private @Nullable String asked(String issuer) {
        try {
            String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration"))
                .timeout(Issuer.PATIENCE).build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) return "answers " + answer.statusCode();
            // No token of another issuer is taken, so its answer is none.
            boolean itself = JsonMapper.shared().readTree(answer.body()).path("issuer").asString("").equals(issuer);
            return itself ? null : "says that it is another issuer";
        } catch (JacksonException e) {
            return "does not answer as an issuer does";
        } catch (IOException | IllegalArgumentException e) {
            return "out of reach";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "out of reach";
        }
    }
}
