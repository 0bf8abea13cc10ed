package org.concordat.query.api;

/**
 * What a selection can bring about.
 *
 * @param fields fields the answer can hold at most; no more than a trillion is told apart
 * @param depth  fields below one another
 * @param proofs ways through the tree that have to be worked out
 */
record Cost(long fields, int depth, long proofs) {

    static final Cost NOTHING = new Cost(0, 0, 0);

    private static final long MOST = 1_000_000_000_000L;

    Cost and(Cost other) {
        return new Cost(Math.min(MOST, fields + other.fields), Math.max(depth, other.depth), Math.min(MOST, proofs + other.proofs));
    }

    /** A field that answers with so many of these. */
    Cost under(long times) {
        return new Cost(Math.min(MOST, 1 + product(times, fields)), depth + 1, product(times, proofs));
    }

    Cost withProof() {
        return new Cost(fields, depth, proofs + 1);
    }

    private static long product(long times, long each) {
        return times > MOST / Math.max(1, each) ? MOST : times * each;
    }
}
