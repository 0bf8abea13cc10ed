package org.concordat.query.moment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What the views kept in memory weigh, for who watches. */
@Component
record MomentMeters(Moments moments) implements MeterBinder {

    @Override public void bindTo(MeterRegistry registry) {
        Gauge.builder("concordat.views.weight", moments, Moments::newestWeight).tag("kept", "newest")
                .description("Entries folded into the views kept in memory").register(registry);
        Gauge.builder("concordat.views.weight", moments, Moments::pastWeight).tag("kept", "past")
                .description("Entries folded into the views kept in memory").register(registry);
    }
}
