package org.concordat.query.moment;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.concordat.api.CommonRejection.Overloaded;
import org.concordat.query.api.Refused;

/** Histories on their way into views, all together, take no more than their share of the heap: the rest wait their turn. */
final class Folds {

    private static final int UNIT = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int size;
    private final Semaphore room;
    private final Duration patience;

    Folds(long bytes) {
        this(bytes, PATIENCE);
    }

    Folds(long bytes, Duration patience) {
        size = (int) Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
        room = new Semaphore(size);
        this.patience = patience;
    }

    /** One that takes more than there is room for is folded alone. */
    <T> T within(long bytes, Supplier<T> fold) {
        int units = (int) Math.clamp(bytes / UNIT, 1, size);
        try {
            if (!room.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS)) throw overloaded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded();
        }
        try {
            return fold.get();
        } finally {
            room.release(units);
        }
    }

    private static Refused overloaded() {
        return new Refused(new Overloaded((int) PATIENCE.toSeconds()));
    }
}
