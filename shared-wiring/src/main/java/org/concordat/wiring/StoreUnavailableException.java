package org.concordat.wiring;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The store did not answer in time; whether it recorded the events may be unknown to the one who hears this. */
public final class StoreUnavailableException extends EventStoreException {

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
