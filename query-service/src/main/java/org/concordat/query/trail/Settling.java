package org.concordat.query.trail;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Writes what was counted, every minute and once more at the end. */
final class Settling implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final JdbcTrail trail;
    private final Duration every;
    private volatile @Nullable ScheduledExecutorService settles;

    Settling(JdbcTrail trail, Duration every) {
        this.trail = trail;
        this.every = every;
    }

    private void settle() {
        try {
            trail.settle();
        } catch (RuntimeException e) {
            // An exception that left here would end every later one.
            LOG.error("What was counted for the trail could not be written and is tried again", e);
        }
    }

    @Override public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("trail").factory());
        started.scheduleWithFixedDelay(this::settle, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        settles = started;
    }

    @Override public void stop() {
        ScheduledExecutorService running = settles;
        if (running != null) running.close();
        settles = null;
        settle();
    }

    @Override public boolean isRunning() {
        return settles != null;
    }

    /** After the front door is shut, so that nothing is counted any more. */
    @Override public int getPhase() {
        return 0;
    }
}
