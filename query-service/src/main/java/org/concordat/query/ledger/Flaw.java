package org.concordat.query.ledger;

/**
 * Something in the record that does not hold.
 *
 * @param index    the entry, or the size of the tree, that it is about
 * @param sentence for whoever has to find out what happened
 */
public record Flaw(Part part, long index, String sentence) {

    /** What contradicts what. */
    public enum Part {
        /** The ledger and the event store. */
        STORE,
        /** The tree and the ledger. */
        TREE,
        /** A checkpoint that was signed or cosigned, and the tree. */
        CHECKPOINT,
        /** A view and a fold of the entries from nothing. */
        VIEW
    }
}
