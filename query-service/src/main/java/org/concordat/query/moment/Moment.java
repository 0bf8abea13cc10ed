package org.concordat.query.moment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.concordat.query.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader stands: what counted on a day, what was on record at a time, or both; neither is now.
 *
 * @param asOf      acts effective on this day or earlier
 * @param asKnownAt acts recorded at this time or earlier
 */
public record Moment(@Nullable LocalDate asOf, @Nullable Instant asKnownAt) {

    public static final Moment NOW = new Moment(null, null);

    public static Moment asOf(LocalDate day) {
        return new Moment(day, null);
    }

    public static Moment asKnownAt(Instant time) {
        return new Moment(null, time);
    }

    public boolean isNow() {
        return equals(NOW);
    }

    /** What was known at a time stands at the day of that time, unless another day is asked for. */
    Moment in(ZoneId zone) {
        return asOf != null || asKnownAt == null ? this : new Moment(asKnownAt.atZone(zone).toLocalDate(), asKnownAt);
    }

    public boolean covers(Entry entry) {
        return (asKnownAt == null || !entry.recordedAt().isAfter(asKnownAt))
                && (asOf == null || !entry.effectiveOn().isAfter(asOf));
    }
}
