package org.concordat.standalone.store;

/** Two writers would give the same place to two events: there is only ever one. */
public final class AnotherWriter extends RuntimeException {

    AnotherWriter(Throwable cause) {
        super("Another Concordat is writing to this event store: stop it first,"
                + " or give this one a database of its own.", cause);
    }
}
