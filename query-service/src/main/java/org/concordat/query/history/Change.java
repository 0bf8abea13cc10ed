package org.concordat.query.history;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two moments.
 *
 * @param what   the field, in the hub's words
 * @param before its value at the earlier moment, null where it had none
 */
public record Change(String subject, String what, @Nullable Object before, @Nullable Object after, String sentence) {

    public String key() {
        return subject + " " + what;
    }
}
