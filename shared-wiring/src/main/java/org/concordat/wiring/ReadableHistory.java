package org.concordat.wiring;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * A history to decide on. Axon by itself skips an event it does not know, or that is missing, and goes on deciding: here nothing
 * is decided on a history that has a hole or holds what cannot be read.
 */
public final class ReadableHistory implements DomainEventStream {

    private final DomainEventStream history;
    private long next;

    /** @param first the number of the first event that was asked for, from 0 */
    public ReadableHistory(DomainEventStream history, long first) {
        this.history = history;
        next = first;
    }

    private static DomainEventMessage<?> readable(DomainEventMessage<?> event, long expected) {
        if (event.getSequenceNumber() != expected) throw unreadable(event, null);
        try {
            // Read once and kept by the message: whoever asks next pays nothing.
            event.getMetaData();
            if (!UnknownSerializedType.class.isAssignableFrom(event.getPayloadType()) && Whole.is(event.getPayload())) return event;
        } catch (RuntimeException e) {
            if (!Damage.is(e)) throw e;
            throw unreadable(event, e);
        }
        throw unreadable(event, null);
    }

    private static UnreadableRecord unreadable(DomainEventMessage<?> event, @Nullable Throwable cause) {
        return UnreadableRecord.eventOf(event.getAggregateIdentifier(), cause);
    }

    @Override public boolean hasNext() {
        return history.hasNext();
    }

    @Override public DomainEventMessage<?> next() {
        return readable(history.next(), next++);
    }

    @Override public DomainEventMessage<?> peek() {
        return readable(history.peek(), next);
    }

    @Override public @Nullable Long getLastSequenceNumber() {
        return history.getLastSequenceNumber();
    }
}
