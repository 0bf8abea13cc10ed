package org.concordat.query.limits;

import java.util.Locale;

/** What is counted apart, so that using up one never stops another: who has read too much can still act. */
public enum Budget {
    READING("fields"),
    ACTING("commands"),
    PACKS("evidence packs"),
    PROOFS("proofs");

    /** What each reading operation uses beside its fields: reading and checking its text is work too. */
    public static final long BASE = 500;

    private final String unit;

    Budget(String unit) {
        this.unit = unit;
    }

    String unit() {
        return unit;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
