package org.concordat.query.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Readiness asks whether people can sign in; the issuer is asked every ten seconds at most and given two to answer. */
@Component("issuerHealthIndicator")
class IssuerHealth implements HealthIndicator {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final IdentitySettings settings;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Issuer.PATIENCE).build();
    private Instant askedAt = Instant.EPOCH;
    private boolean reachable;

    IssuerHealth(IdentitySettings settings) {
        this.settings = settings;
    }

    @Override public synchronized Health health() {
        if (settings.demo()) {
            return Health.up().withDetail("issuer", "inside, for demonstration only").build();
        }
        if (askedAt.plus(KEPT).isBefore(Instant.now())) {
            reachable = answers(settings.required());
            askedAt = Instant.now();
        }
        return reachable ? Health.up().build() : Health.down().withDetail("issuer", "out of reach").build();
    }

    private boolean answers(String issuer) {
        try {
            String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration"))
                .timeout(Issuer.PATIENCE).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
