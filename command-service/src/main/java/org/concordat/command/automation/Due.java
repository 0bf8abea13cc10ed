package org.concordat.command.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericEventMessage;
import org.concordat.api.Rejection;
import org.concordat.api.decision.DecisionRejection.NotDueYet;
import org.concordat.api.proviso.ProvisoRejection.NotLapsed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks, every few seconds by the store's clock, for what has fallen due, and asks for it. Looking twice, on two machines
 * or after a crash, is harmless: the id of the command derives from the thing and its last day.
 */
public final class Due implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Due.class);
    private static final Duration LATE = Duration.ofMinutes(5);

    private final DueTable table;
    private final Errands errands;
    private final Duration every;
    private volatile @Nullable ScheduledExecutorService rounds;
    private volatile boolean stopping;

    Due(DueTable table, Errands errands, Duration every) {
        this.table = table;
        this.errands = errands;
        this.every = every;
    }

    /** Asks at once for everything that is due; answers when each has been answered or is left for the next round. */
    public synchronized void runNow() {
        for (DueTable.Due due : table.at(now())) {
            if (stopping) return;
            ask(due);
        }
    }

    /** For how many seconds the thing that is most overdue has been due; 0 where nothing is. */
    public double lateSeconds() {
        Instant now = now();
        return table.at(now).stream().mapToDouble(due -> late(due, now).toMillis() / 1000.0).max().orElse(0);
    }

    private void ask(DueTable.Due due) {
        try {
            // No day is claimed: done late, it is effective on the day it is done, after whatever happened meanwhile.
            Optional<Rejection> refused = errands.run(due.command(), "due:" + due.thing() + ":" + due.on(), null);
            if (refused.filter(Due::tooEarly).isPresent()) return;
            table.done(due);
            Duration late = late(due, now());
            if (refused.isPresent()) {
                LOG.info("Nothing fell due on {} after {}: {}", due.thing(), due.on(), refused.get().code());
            } else if (late.compareTo(LATE) > 0) {
                LOG.warn("What fell due on {} after {} was done {} late", due.thing(), due.on(), late);
            }
        } catch (NotAnswered e) {
            LOG.warn("{} has been due since {} and is tried again: {}", due.thing(), due.since(),
                    String.valueOf(e.getCause()));
        }
    }

    /** Put off meanwhile, or by a clock behind ours: the day will come, or the note will change. */
    private static boolean tooEarly(Rejection refused) {
        return refused instanceof NotDueYet || refused instanceof NotLapsed;
    }

    private void round() {
        try {
            runNow();
        } catch (RuntimeException e) {
            // An exception that left here would end every later round.
            LOG.warn("What is due could not be looked up and is looked for again", e);
        }
    }

    private static Duration late(DueTable.Due due, Instant now) {
        return Duration.between(due.since(), now);
    }

    private static Instant now() {
        return GenericEventMessage.clock.instant();
    }

    @Override public void start() {
        stopping = false;
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("due").factory());
        started.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        rounds = started;
    }

    /** Waits for the command under way: the store is still there, because what starts last stops first. */
    @Override public void stop() {
        stopping = true;
        ScheduledExecutorService running = rounds;
        if (running != null) running.close();
        rounds = null;
    }

    @Override public boolean isRunning() {
        return rounds != null;
    }
}
