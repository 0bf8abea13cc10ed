package org.concordat.query.ledger;

import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Readiness: the ledger goes on and is not ahead of the store. Lag and unknown types are told; they stop nothing. */
final class LedgerHealth extends AbstractHealthIndicator {

    private final Supplier<? extends StreamableMessageSource<?>> store;
    private final Supplier<StreamingEventProcessor> processor;
    private final LedgerTables tables;
    private final Progress progress;
    private final Places places;

    LedgerHealth(Supplier<? extends StreamableMessageSource<?>> store, Supplier<StreamingEventProcessor> processor,
                 LedgerTables tables, Progress progress, Places places) {
        super("The ledger or the store did not answer.");
        this.store = store;
        this.processor = processor;
        this.tables = tables;
        this.progress = progress;
        this.places = places;
    }

    @Override protected void doHealthCheck(Health.Builder health) {
        long head = tables.last().index();
        long storeHead = places.head(store.get().createHeadToken());
        Map<String, Long> unknown = tables.unknown();
        String problem = problem(head, storeHead);
        if (problem == null) health.up(); else health.down().withDetail("problem", problem);
        health.withDetail("head", head).withDetail("storeHead", storeHead)
                .withDetail("lag", Math.max(0, storeHead - head))
                .withDetail("unknownEvents", unknown.values().stream().mapToLong(Long::longValue).sum())
                .withDetail("unknownTypes", unknown);
    }

    private @Nullable String problem(long head, long storeHead) {
        if (!processor.get().isRunning()) return "The ledger's processor does not run.";
        if (head > storeHead) return "The ledger holds " + head + " entries, the store only " + storeHead + " events.";
        return progress.trouble();
    }
}
