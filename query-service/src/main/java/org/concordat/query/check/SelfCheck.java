package org.concordat.query.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.concordat.query.ledger.Flaw;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.ledger.RecordCheck;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Checks the record against itself, again and again and whenever asked, and remembers what the last check found. */
@Component
public class SelfCheck implements SmartLifecycle {

    /**
     * @param entries how many entries were looked at
     * @param found   how many flaws; {@code flaws} are the first hundred of the record, and those of views
     */
    public record Report(long entries, Instant began, Instant ended, List<Flaw> flaws, long found) {

        public boolean holds() {
            return found == 0;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);
    /** A page of 500, then this long nothing: 5,000 entries a second, and a tenth of a core at most. */
    private static final Duration BREATH = Duration.ofMillis(100);

    private final RecordCheck record;
    private final ViewCheck views;
    private final Ledger ledger;
    private final Duration every;
    private final Duration first;
    private volatile @Nullable Report latest;
    private volatile @Nullable ScheduledExecutorService rounds;

    SelfCheck(RecordCheck record, ViewCheck views, Ledger ledger, @Value("${concordat.check.every:1h}") Duration every,
              @Value("${concordat.check.first:1m}") Duration first) {
        this.record = record;
        this.views = views;
        this.ledger = ledger;
        this.every = every;
        this.first = first;
    }

    /** What the last whole check found; null before there was one. */
    public @Nullable Report latest() {
        return latest;
    }

    /** Checks everything now, at full speed; one check at a time. */
    public Report now() {
        return check(() -> {});
    }

    private synchronized Report check(Runnable breath) {
        while (true) {
            Instant began = Instant.now();
            RecordCheck.Outcome outcome = record.run(breath);
            // Filled again meanwhile: what was seen of it says nothing.
            if (outcome.abandoned() && !Thread.interrupted()) continue;
            List<Flaw> seen = ledger.partnerships().stream().flatMap(p -> views.of(p).stream()).toList();
            Report report = new Report(outcome.entries(), began, Instant.now(),
                    Stream.concat(outcome.flaws().stream(), seen.stream()).toList(), outcome.found() + seen.size());
            tell(report);
            latest = report;
            return report;
        }
    }

    private void tell(Report report) {
        Report before = latest;
        if (!report.holds() && (before == null || before.found() != report.found())) {
            LOG.error("The record does not hold: {} flaws. {}", report.found(), report.flaws().getFirst().sentence());
        } else if (report.holds() && before != null && !before.holds()) {
            LOG.info("The record holds again.");
        }
    }

    private void round() {
        try {
            check(() -> LockSupport.parkNanos(BREATH.toNanos()));
        } catch (RuntimeException e) {
            // An exception that left here would end every later round; readiness tells of what is out of reach.
            LOG.warn("The record could not be checked and will be again: {}", e.getClass().getSimpleName());
        }
    }

    @Override public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("self-check").factory());
        started.scheduleWithFixedDelay(this::round, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        rounds = started;
    }

    @Override public void stop() {
        ScheduledExecutorService running = rounds;
        if (running != null) running.shutdownNow();
        rounds = null;
    }

    @Override public boolean isRunning() {
        return rounds != null;
    }
}
