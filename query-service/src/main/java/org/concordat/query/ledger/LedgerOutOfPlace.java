package org.concordat.query.ledger;

/** The store did not give the event the place after the newest entry: order is lost, and the ledger does not go on. */
final class LedgerOutOfPlace extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerOutOfPlace(long newest, String place) {
        super("The ledger's newest entry is " + newest + ", but the store's next event is at " + place + ".");
    }
}
