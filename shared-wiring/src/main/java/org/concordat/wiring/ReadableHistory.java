package org.concordat.wiring;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/** A history to decide on: Axon by itself skips an event it does not know and goes on deciding. */
public final class ReadableHistory implements DomainEventStream {

    private final DomainEventStream history;

    public ReadableHistory(DomainEventStream history) {
        this.history = history;
    }

    private static DomainEventMessage<?> readable(DomainEventMessage<?> event) {
        if (!UnknownSerializedType.class.isAssignableFrom(event.getPayloadType())) return event;
        throw new UnreadableRecord("event of " + event.getAggregateIdentifier(), null);
    }

    @Override public boolean hasNext() {
        return history.hasNext();
    }

    @Override public DomainEventMessage<?> next() {
        return readable(history.next());
    }

    @Override public DomainEventMessage<?> peek() {
        return readable(history.peek());
    }

    @Override public @Nullable Long getLastSequenceNumber() {
        return history.getLastSequenceNumber();
    }
}
