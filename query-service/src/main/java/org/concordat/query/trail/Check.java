package org.concordat.query.trail;

import org.jspecify.annotations.Nullable;

/**
 * What came of checking the trail from its first record to its last.
 *
 * @param broken number of the first record that does not hold; null where all do
 * @param says   the same for a person
 */
public record Check(long records, @Nullable Long broken, String says) {

    static Check holding(long records) {
        return new Check(records, null, "All " + records + " records hold.");
    }

    static Check broken(long records, long at, String how) {
        return new Check(records, at, "Record " + at + " does not hold: " + how + ".");
    }

    public boolean holds() {
        return broken == null;
    }
}
