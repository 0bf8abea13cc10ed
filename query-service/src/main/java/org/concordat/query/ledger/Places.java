package org.concordat.query.ledger;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** The ledger counts from 1. A store counts from a number of its own, and this tells its places in the ledger's. */
enum Places {

    /** The standalone's store. */
    FROM_ONE(0),
    /** Axon Server. */
    FROM_ZERO(1);

    private final long shift;

    Places(long shift) {
        this.shift = shift;
    }

    /** The event's place, or -1 where the token does not tell one for certain. */
    long of(@Nullable TrackingToken token) {
        return token == null ? -1 : WrappedToken.unwrap(token, GlobalSequenceTrackingToken.class)
                .map(t -> t.getGlobalIndex() + shift).orElse(-1L);
    }

    /** What the store counts its event at the place as. */
    long token(long place) {
        return place - shift;
    }

    /** The place of the store's newest event; 0 where it has none. */
    long head(@Nullable TrackingToken newest) {
        return newest == null ? 0 : Math.max(0, of(newest));
    }
}
