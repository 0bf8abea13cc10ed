package org.concordat.query.trail;

import java.util.Locale;

/** What the trail records. */
public enum Kind {
    /** A refused command. */
    ATTEMPT,
    /** Restricted content that somebody was shown. */
    READ,
    /** Something taken out of here as a file. */
    EXPORT,
    /** What an auditor asked. */
    QUESTION,
    /** A person whose entry in the directory was emptied. */
    FORGETTING;

    /** As it stands in a record. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
