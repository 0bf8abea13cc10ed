package org.concordat.api.decision;

/** What a decision came to: computed once, at closing, and never typed. */
public enum Result {
    ADOPTED,
    /** Adopted, with a disagreement on record. */
    ADOPTED_WITH_DISSENT,
    NOT_ADOPTED,
    /** Too few took a position. */
    INQUORATE,
    /** Only a standing objection or the withheld agreement of a named partner stands in the way. */
    DEADLOCKED;

    public boolean adopted() {
        return this == ADOPTED || this == ADOPTED_WITH_DISSENT;
    }
}
