package org.concordat.query.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/** How the ledger goes on, for who watches. What cannot be asked just now is told as no number. */
record LedgerMeters(Supplier<? extends StreamableMessageSource<?>> store, Supplier<StreamingEventProcessor> processor,
                    Progress progress, Places places) implements MeterBinder {

    @Override public void bindTo(MeterRegistry registry) {
        Gauge.builder("concordat.ledger.head", progress, Progress::head)
                .description("Index of the newest entry").register(registry);
        Gauge.builder("concordat.ledger.lag", this, LedgerMeters::lag)
                .description("Events in the store that are no entries yet").register(registry);
        Gauge.builder("concordat.ledger.failing", this, LedgerMeters::failing)
                .description("1 while this process cannot write the ledger and tries again; nothing is ever set aside").register(registry);
    }

    private double lag() {
        return Math.max(0, places.head(store.get().createHeadToken()) - progress.head());
    }

    private double failing() {
        return processor.get().isError() || progress.trouble() != null ? 1 : 0;
    }
}
