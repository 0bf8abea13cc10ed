package org.concordat.query.ledger;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** A store of a list, places from 1. */
public final class ListSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    public final List<Stored> events = new CopyOnWriteArrayList<>();

    @Override public TrackingToken createTailToken() {
        return null;
    }

    @Override public TrackingToken createHeadToken() {
        return events.isEmpty() ? null : new GlobalSequenceTrackingToken(events.getLast().place());
    }

    @Override public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
        return new BlockingStream<>() {
            private int next = token == null ? 0 : (int) token.position().orElseThrow();

            @Override public Optional<TrackedEventMessage<?>> peek() {
                return next < events.size() ? Optional.of(events.get(next).message()) : Optional.empty();
            }

            @Override public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
                if (next >= events.size()) Thread.sleep(Math.min(5, unit.toMillis(timeout)));
                return next < events.size();
            }

            @Override public TrackedEventMessage<?> nextAvailable() {
                return events.get(next++).message();
            }

            @Override public void close() {}
        };
    }
}
