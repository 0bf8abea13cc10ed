package org.concordat.api.commitment;

/** Where a commitment stands, and each of its years with it. */
public enum CommitmentStanding {
    /** Said, and confirmed by nobody yet. */
    OFFERED,
    /** Confirmed, and subject to a proviso that is open. */
    CONDITIONAL,
    /** Confirmed, and every proviso met or waived. */
    FIRM,
    /** Confirmed, and a proviso failed or lapsed: it counts neither as firm nor as conditional. */
    LOOSENED,
    WITHDRAWN
}
