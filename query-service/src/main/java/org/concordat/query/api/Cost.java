package org.concordat.query.api;

/**
 * What a selection can bring about.
 *
 * @param fields fields the answer can hold at most; no more than a trillion is told apart
 * @param depth  fields below one another
 */
record Cost(long fields, int depth) {

    static final Cost NOTHING = new Cost(0, 0);

    private static final long MOST = 1_000_000_000_000L;

    Cost and(Cost other) {
        return new Cost(Math.min(MOST, fields + other.fields), Math.max(depth, other.depth));
    }

    /** A field that answers with so many of these. */
    Cost under(long times) {
        long inside = times > MOST / Math.max(1, fields) ? MOST : times * fields;
        return new Cost(Math.min(MOST, 1 + inside), depth + 1);
    }
}
