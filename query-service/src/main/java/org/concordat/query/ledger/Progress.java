package org.concordat.query.ledger;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Where the ledger stands, for those who wait for it; and what keeps it from going on, if anything does. */
final class Progress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Sinks.Many<Long> heads = Sinks.many().replay().latest();
    private final Runnable fell;
    private final Unreadables unreadables = new Unreadables();
    private volatile long head;
    private volatile @Nullable String trouble;
    private long announced;

    /** @param fell runs whenever it goes down: the ledger is filled again, by this process or another */
    Progress(long head, Runnable fell) {
        this.fell = fell;
        this.head = head;
        announced = head;
        heads.emitNext(head, Sinks.EmitFailureHandler.FAIL_FAST);
    }

    long head() {
        return head;
    }

    Unreadables unreadables() {
        return unreadables;
    }

    /** Why the last batch was not written, or null when it was. */
    @Nullable String trouble() {
        return trouble;
    }

    /**
     * After the commit that made it so. While the ledger is filled again the announced heads wait until they
     * are passed.
     */
    void movedTo(long index) {
        lock.lock();
        try {
            if (index < head) fell.run();
            head = index;
            trouble = null;
            moved.signalAll();
            if (index > announced) {
                announced = index;
                heads.emitNext(index, Sinks.EmitFailureHandler.FAIL_FAST);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Where another process has moved the ledger to; nothing where this one has moved it since the look. */
    void followed(long seen, long index) {
        lock.lock();
        try {
            if (head == seen && index != seen) movedTo(index);
        } finally {
            lock.unlock();
        }
    }

    /** The ledger holds at least this much. */
    void reached(long index) {
        lock.lock();
        try {
            if (head < index) movedTo(index);
        } finally {
            lock.unlock();
        }
    }

    void stuckOn(String why) {
        trouble = why;
    }

    /** Each subscriber on a thread that is not the ledger's, and a slow one misses heads, not the newest. */
    Flux<Long> heads() {
        return heads.asFlux().onBackpressureLatest().publishOn(Schedulers.boundedElastic(), 1);
    }

    /** Waits until the head is higher than the one seen; the nanoseconds left, none when time is up. */
    long awaitBeyond(long seen, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (head <= seen && left > 0) left = moved.awaitNanos(left);
            return left;
        } finally {
            lock.unlock();
        }
    }
}
