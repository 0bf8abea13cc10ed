package org.concordat.query.ledger;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Where several processes read one ledger and one of them writes it, each looks where it stands, several times a second. */
final class Following implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final LedgerTables tables;
    private final Progress progress;
    private final Duration every;
    private volatile @Nullable ScheduledExecutorService looks;
    private boolean answered = true;

    Following(LedgerTables tables, Progress progress, Duration every) {
        this.tables = tables;
        this.progress = progress;
        this.every = every;
    }

    void look() {
        try {
            long seen = progress.head();
            progress.followed(seen, tables.last().index());
            answered = true;
        } catch (RuntimeException e) {
            // An exception that left here would end every later look; an outage is told once, and readiness tells it too.
            if (answered) LOG.warn("Where the ledger stands could not be read and is looked for again", e);
            answered = false;
        }
    }

    @Override public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("following").factory());
        started.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        looks = started;
    }

    @Override public void stop() {
        ScheduledExecutorService running = looks;
        if (running != null) running.close();
        looks = null;
    }

    @Override public boolean isRunning() {
        return looks != null;
    }
}
