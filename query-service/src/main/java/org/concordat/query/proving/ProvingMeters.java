package org.concordat.query.proving;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What the self-check has seen, for who watches. What it has not seen yet is no number. */
record ProvingMeters(SelfCheck check, Alarms alarms, Clock clock) implements MeterBinder {

    @Override public void bindTo(MeterRegistry registry) {
        Gauge.builder("concordat.ledger.findings", check, c -> c.standing().findings().size())
                .description("What the self-check found wrong").register(registry);
        Gauge.builder("concordat.selfcheck.findings", check, c -> c.standing().findings().size())
                .description("What the self-check found wrong").register(registry);
        Gauge.builder("concordat.selfcheck.size", check, c -> c.standing().size())
                .description("Up to which entry everything was looked at once at least").register(registry);
        Gauge.builder("concordat.selfcheck.age", this, ProvingMeters::age).baseUnit("seconds")
                .description("How long ago the last whole self-check ended; no number before the first").register(registry);
        Gauge.builder("concordat.ledger.alarms", alarms, a -> a.standing().size())
                .description("Signed statements that contradict the record and are not settled").register(registry);
    }

    private double age() {
        Instant ended = check.standing().ended();
        return ended == null ? Double.NaN : Duration.between(ended, clock.instant()).toMillis() / 1000.0;
    }
}
