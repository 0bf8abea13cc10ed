package org.concordat.api.partnership;

/** Who may read a thing. What nobody marked is for the partners. */
public enum Marking {
    /** Anybody may be shown it. */
    OPEN,
    /** Everybody appointed in the partnership. */
    PARTNERS,
    /** Those who speak for the partners named, and auditors. */
    RESTRICTED
}
