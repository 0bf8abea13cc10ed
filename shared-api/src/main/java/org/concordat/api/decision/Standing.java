package org.concordat.api.decision;

/** Where a decision stands in its life. What it came to is its {@link Result}. */
public enum Standing {
    OPEN, CLOSED, WITHDRAWN,
    /** Replaced by another decision. */
    SUPERSEDED, RESCINDED
}
