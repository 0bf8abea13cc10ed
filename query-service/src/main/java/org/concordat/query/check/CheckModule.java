package org.concordat.query.check;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.concordat.query.check.SelfCheck.Report;
import org.concordat.query.ledger.Flaw;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the self-check found, for those who watch. It is an alarm, not an outage: readiness does not depend on it. */
@Configuration(proxyBeanMethods = false)
class CheckModule {

    @Bean HealthIndicator recordHealthIndicator(SelfCheck check) {
        return () -> {
            Report report = check.latest();
            if (report == null) return Health.unknown().withDetail("check", "The record was not checked yet.").build();
            Health.Builder health = report.holds() ? Health.up() : Health.down();
            return health.withDetail("entries", report.entries()).withDetail("checked", report.ended().toString())
                    .withDetail("flaws", report.found())
                    .withDetail("sentences", report.flaws().stream().limit(10).map(Flaw::sentence).toList()).build();
        };
    }

    @Bean MeterBinder checkMeters(SelfCheck check) {
        return registry -> {
            Gauge.builder("concordat.check.flaws", check, of(Report::found))
                    .description("Flaws that the last check of the record found").register(registry);
            Gauge.builder("concordat.check.entries", check, of(Report::entries))
                    .description("Entries that the last check of the record looked at").register(registry);
            Gauge.builder("concordat.check.age", check, of(report -> Duration.between(report.ended(), Instant.now()).toSeconds()))
                    .baseUnit("seconds").description("How long ago the record was last checked").register(registry);
        };
    }

    /** Not a number before the first check. */
    private static ToDoubleFunction<SelfCheck> of(ToDoubleFunction<Report> figure) {
        return check -> {
            Report report = check.latest();
            return report == null ? Double.NaN : figure.applyAsDouble(report);
        };
    }
}
