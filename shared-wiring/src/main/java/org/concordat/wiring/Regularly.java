package org.concordat.wiring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.concordat.wiring.start.ExitOnOutOfMemory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Something done again and again in the background, with a pause between; an outage is told once and does not end it. */
public final class Regularly implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Regularly.class);

    private final String what;
    private final Duration pause;
    private final Runnable step;
    private volatile @Nullable ScheduledExecutorService running;
    /** When the first of the steps failed that have failed since, in nanoseconds; null while they succeed. */
    private volatile @Nullable Long failing;

    /** @param what it is, as the log says that it did not succeed */
    public Regularly(String what, Duration pause, Runnable step) {
        this.what = what;
        this.pause = pause;
        this.step = step;
    }

    private void step() {
        try {
            step.run();
            failing = null;
        } catch (RuntimeException | Error e) {
            ExitOnOutOfMemory.endIfOutOfMemory(e);
            // What left here would end every later step.
            if (failing != null) return;
            failing = System.nanoTime();
            LOG.warn("{} did not succeed; it is tried again", what, e);
        }
    }

    /** For how long no step has succeeded; zero while they do. */
    public Duration failing() {
        Long since = failing;
        return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** What it is, as the log says. */
    public String what() {
        return what;
    }

    @Override public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(what).factory());
        started.scheduleWithFixedDelay(this::step, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        running = started;
    }

    @Override public void stop() {
        ScheduledExecutorService ending = running;
        if (ending != null) ending.close();
        running = null;
    }

    @Override public boolean isRunning() {
        return running != null;
    }
}
