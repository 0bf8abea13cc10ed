package org.concordat.wiring.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The time by the database that the claims are kept in: several nodes judge by one clock whether a claim has run out,
 * whatever their own clocks say. Asked every few seconds; in between, and while it does not answer, time goes on from there.
 */
final class DatabaseClock extends Clock {

    private record Asked(Instant told, long at) {}

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final InstantSource database;
    private final LongSupplier nanos;
    private volatile Asked asked;

    DatabaseClock(InstantSource database, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
        this.asked = ask();
    }

    private Asked ask() {
        // The moment before: then the answer is never ahead of the database.
        long at = nanos.getAsLong();
        return new Asked(database.instant(), at);
    }

    @Override public Instant instant() {
        Asked known = asked;
        if (nanos.getAsLong() - known.at() > AGAIN.toNanos()) known = askedAgain(known);
        return known.told().plusNanos(nanos.getAsLong() - known.at());
    }

    private Asked askedAgain(Asked known) {
        try {
            Asked again = ask();
            asked = again;
            return again;
        } catch (RuntimeException outage) {
            return known;
        }
    }

    @Override public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Claims are instants: no zone is of use. */
    @Override public Clock withZone(ZoneId zone) {
        return this;
    }
}
