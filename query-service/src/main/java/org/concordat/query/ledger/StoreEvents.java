package org.concordat.query.ledger;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** The store's events one after the other, each at its place. */
final class StoreEvents implements AutoCloseable {

    /** So long the store may keep silent before it counts as having no more. */
    private static final int PATIENCE_SECONDS = 5;

    private final BlockingStream<? extends TrackedEventMessage<?>> events;
    private final Places places;
    private @Nullable TrackedEventMessage<?> next;

    StoreEvents(BlockingStream<? extends TrackedEventMessage<?>> events, Places places) {
        this.events = events;
        this.places = places;
    }

    /** The place of the next event; {@link Long#MAX_VALUE} where there is none. */
    long place() {
        try {
            if (next == null && events.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) next = events.nextAvailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return next == null ? Long.MAX_VALUE : places.of(next.trackingToken());
    }

    /** The event at {@link #place()}. */
    TrackedEventMessage<?> take() {
        TrackedEventMessage<?> taken = Objects.requireNonNull(next);
        next = null;
        return taken;
    }

    @Override public void close() {
        events.close();
    }
}
