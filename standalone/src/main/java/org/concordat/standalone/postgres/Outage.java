package org.concordat.standalone.postgres;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether PostgreSQL is away. Its beginning is one line of the log and its end another, however many notice. */
public final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    /** What was asked before it ended may still fail. */
    private static final Duration STRAGGLERS = Duration.ofSeconds(10);
    private static final Duration ONCE_IN = Duration.ofMinutes(1);

    private boolean lasting;
    private boolean leaving;
    private boolean suspected;
    private long number;
    private long began;
    private long lacked = System.nanoTime() - ONCE_IN.toNanos();
    private long ended = System.nanoTime() - STRAGGLERS.toNanos();

    public synchronized void begins(String why) {
        number++;
        if (lasting) return;
        lasting = true;
        began = System.nanoTime();
        if (!leaving) LOG.warn("PostgreSQL is away: {}. Until it is back commands are answered STORE_UNAVAILABLE.", why);
    }

    /** A connection was lost, perhaps that one alone, as when its user left: whoever watches asks at once. */
    synchronized void suspect() {
        if (lasting) return;
        ended = System.nanoTime();
        suspected = true;
        notifyAll();
    }

    /** Until that time has passed, or sooner where a connection was lost. */
    synchronized void awaitSuspicion(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (!suspected) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) break;
            wait(left);
        }
        suspected = false;
    }

    /** It answers, and has no room on the disk, no memory or no connection left: said once a minute. */
    synchronized void lacks(String what) {
        long now = System.nanoTime();
        if (now - lacked < ONCE_IN.toNanos()) return;
        lacked = now;
        LOG.error("PostgreSQL cannot do what it is asked: {}. Until it can commands are answered STORE_UNAVAILABLE.", what);
    }

    synchronized void ends() {
        ends(number);
    }

    /** @param seen the number before it was asked: an answer from before a new outage does not end it */
    synchronized void ends(long seen) {
        if (!lasting || seen != number) return;
        lasting = false;
        ended = System.nanoTime();
        if (!leaving) LOG.warn("PostgreSQL is back after {} ms.", (ended - began) / 1_000_000);
        notifyAll();
    }

    synchronized long number() {
        return number;
    }

    public synchronized boolean lasts() {
        return lasting;
    }

    /** While it lasts, a moment afterwards, and while we end: what fails then needs no line of its own. */
    synchronized boolean explains() {
        return lasting || leaving || System.nanoTime() - ended < STRAGGLERS.toNanos();
    }

    /** Waits for its end, but never beyond that time from its beginning. False where it goes on. */
    synchronized boolean waitedOut(Duration atMost) throws InterruptedException {
        while (lasting && !leaving) {
            long left = atMost.minusNanos(System.nanoTime() - began).toMillis();
            if (left <= 0) return false;
            wait(left);
        }
        return !lasting;
    }

    /** Concordat ends: from now on nobody waits for PostgreSQL to come back. */
    public synchronized void leave() {
        leaving = true;
        notifyAll();
    }

    public synchronized boolean leaving() {
        return leaving;
    }
}
