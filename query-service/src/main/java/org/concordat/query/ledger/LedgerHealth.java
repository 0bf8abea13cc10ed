package org.concordat.query.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Readiness: the ledger goes on, is not ahead of the store, and what is read of it can be read. Lag and unknown types are told; they stop
 * nothing, unless the ledger stands still behind the store.
 */
final class LedgerHealth extends AbstractHealthIndicator {

    /** For so long a ledger may stand where it is although the store holds more. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Behind(long head, long since) {}

    private final Store store;
    private final Supplier<StreamingEventProcessor> processor;
    private final LedgerTables tables;
    private final Progress progress;
    private final LongSupplier nanos;
    private volatile @Nullable Behind behind;

    LedgerHealth(Store store, Supplier<StreamingEventProcessor> processor, LedgerTables tables, Progress progress, LongSupplier nanos) {
        super("The ledger or the store did not answer.");
        this.store = store;
        this.processor = processor;
        this.tables = tables;
        this.progress = progress;
        this.nanos = nanos;
    }

    @Override protected void doHealthCheck(Health.Builder health) {
        long head = tables.last().index();
        long storeHead = store.head();
        Map<String, Long> unknown = tables.unknown();
        List<String> problems = new ArrayList<>(progress.unreadables().standing());
        String problem = problem(head, storeHead);
        if (problem != null) problems.addFirst(problem);
        if (problems.isEmpty()) health.up();
        else health.down().withDetail("problem", problems.getFirst()).withDetail("problems", problems);
        health.withDetail("head", head).withDetail("storeHead", storeHead)
                .withDetail("lag", Math.max(0, storeHead - head))
                .withDetail("unknownEvents", unknown.values().stream().mapToLong(Long::longValue).sum())
                .withDetail("unknownTypes", unknown);
    }

    private @Nullable String problem(long head, long storeHead) {
        Duration still = still(head, storeHead);
        if (!processor.get().isRunning()) return "The ledger's processor does not run.";
        if (head > storeHead) return "The ledger holds " + head + " entries, the store only " + storeHead + " events.";
        if (progress.trouble() != null) return progress.trouble();
        long unreadable = still.isZero() ? 0 : store.unreadableAfter(head);
        if (unreadable > 0) {
            return "The store's event at place " + unreadable + " cannot be read, so the ledger cannot go on behind it: its row is damaged.";
        }
        return still.compareTo(PATIENCE) < 0 ? null : "The ledger has stood at " + head + " entries for " + still.toSeconds()
                + " seconds, although the store holds " + storeHead + " events.";
    }

    /** How long it has been seen at the same place behind the store; zero at the first sight. */
    private Duration still(long head, long storeHead) {
        long now = nanos.getAsLong();
        Behind seen = behind;
        if (head >= storeHead) behind = null;
        else if (seen == null || seen.head() != head) behind = new Behind(head, now);
        else return Duration.ofNanos(now - seen.since());
        return Duration.ZERO;
    }
}
