package org.concordat.wiring.pool;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Tells a pool that starves from one that is busy, and from a database that is away: from look to look. */
final class Starving {

    /**
     * A pool at one moment.
     *
     * @param allLent  it has no connection to give
     * @param waiting  how many wait for one
     * @param returned how many were ever given back
     */
    record Look(boolean allLent, int waiting, long returned) {}

    enum Verdict { WELL, STARVES, TOO_LONG }

    private final Duration atMost;
    private @Nullable Long since;
    private boolean asked;
    private long returned;

    Starving(Duration atMost) {
        this.atMost = atMost;
    }

    /**
     * @param nanos   of a clock that nobody sets
     * @param answers whether the database answers beside the pool; asked only where it matters
     */
    Verdict judge(Look now, long nanos, BooleanSupplier answers) {
        boolean gaveBack = now.returned() != returned;
        returned = now.returned();
        if (gaveBack || !now.allLent() || !answers.getAsBoolean()) {
            since = null;
            asked = false;
            return Verdict.WELL;
        }
        asked |= now.waiting() > 0;
        if (since == null) {
            since = nanos;
            return Verdict.STARVES;
        }
        return asked && nanos - since >= atMost.toNanos() ? Verdict.TOO_LONG : Verdict.STARVES;
    }
}
