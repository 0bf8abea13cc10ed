package org.concordat.standalone.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts PostgreSQL again when it ends, with growing pauses; after five starts within ten minutes that did not last, it gives up. */
final class Supervisor implements Runnable, AutoCloseable {

    /** One run of what is looked after. */
    interface Run {
        /** Waits for its end; in which words it ended. */
        String ended() throws InterruptedException;

        void stop() throws InterruptedException;

        void kill();
    }

    /** Answers a run that takes connections. */
    @FunctionalInterface
    interface Start {
        Run begin() throws IOException;
    }

    /** @param pauses before the first start again, before the second, … */
    record Patience(List<Duration> pauses, int failures, Duration within, Duration lasts) {
        static final Patience USUAL = new Patience(List.of(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(10),
                Duration.ofSeconds(30), Duration.ofSeconds(60)), 5, Duration.ofMinutes(10), Duration.ofSeconds(10));
    }

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final Start start;
    private final Outage outage;
    private final Patience patience;
    private final Consumer<String> givesUp;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<Long> failed = new ArrayDeque<>();
    private final Thread thread;
    private volatile Run run;
    private long began = System.nanoTime();

    Supervisor(Start start, Outage outage, Patience patience, Consumer<String> givesUp) throws IOException {
        this.start = start;
        this.outage = outage;
        this.patience = patience;
        this.givesUp = givesUp;
        this.run = start.begin();
        this.thread = Thread.ofPlatform().name("postgresql-supervisor").daemon().start(this);
    }

    @Override public void run() {
        try {
            while (true) {
                String how = run.ended();
                if (ending(Duration.ZERO)) return;
                outage.begins(how);
                run.kill();
                if (!lasted()) failed.add(System.nanoTime());
                if (!restarted(how)) return;
                outage.ends();
            }
        } catch (InterruptedException e) {
            // Closed.
            return;
        }
    }

    private boolean lasted() {
        return System.nanoTime() - began > patience.lasts().toNanos();
    }

    private boolean restarted(String why) throws InterruptedException {
        String reason = why;
        while (true) {
            failed.removeIf(then -> System.nanoTime() - then > patience.within().toNanos());
            if (failed.size() >= patience.failures()) {
                givesUp.accept(reason);
                return false;
            }
            if (ending(patience.pauses().get(Math.min(failed.size(), patience.pauses().size() - 1)))) return false;
            try {
                run = start.begin();
                began = System.nanoTime();
                // Closed meanwhile: then nobody else stops it.
                if (closed.getCount() > 0) return true;
                run.stop();
                return false;
            } catch (IOException e) {
                failed.add(System.nanoTime());
                reason = String.valueOf(e.getMessage());
                LOG.warn("PostgreSQL did not start again ({} of {}): {}", failed.size(), patience.failures(), reason);
            }
        }
    }

    private boolean ending(Duration pause) throws InterruptedException {
        return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS) || outage.leaving();
    }

    /** It hangs: ended, it is started again like any other. */
    void kill() {
        run.kill();
    }

    @Override public void close() throws InterruptedException {
        closed.countDown();
        run.stop();
        if (Thread.currentThread() != thread) thread.join(Duration.ofSeconds(20));
    }
}
