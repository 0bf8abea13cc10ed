package org.concordat.wiring.server;

import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.concordat.wiring.ReadableHistory;

/** Axon Server's store, whose histories refuse to be decided on where this version cannot read them. */
final class ReadableEventStore extends AxonServerEventStore {

    private ReadableEventStore(Builder builder) {
        super(builder);
    }

    /** Only the builder's own last step makes the engine behind the store, so it is taken first. */
    static ReadableEventStore of(Builder builder) {
        builder.build();
        return new ReadableEventStore(builder);
    }

    @Override public DomainEventStream readEvents(String aggregateIdentifier) {
        return new ReadableHistory(super.readEvents(aggregateIdentifier), 0);
    }

    @Override public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return new ReadableHistory(super.readEvents(aggregateIdentifier, firstSequenceNumber), firstSequenceNumber);
    }
}
