package org.concordat.query.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
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
