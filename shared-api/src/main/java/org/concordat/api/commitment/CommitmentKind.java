package org.concordat.api.commitment;

/** What a partner commits. The unit follows from it. */
public enum CommitmentKind {
    MONEY,
    /** Full-time equivalents, to two decimals. */
    POSTS_FTE,
    /** Square metres, to two decimals. */
    SPACE,
    /** People who may use a system, whole. */
    SYSTEMS_ACCESS,
    /** Places, whole. */
    TRAINING_PLACES
}
