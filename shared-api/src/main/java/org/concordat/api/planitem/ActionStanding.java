package org.concordat.api.planitem;

/** Where an action stands. */
public enum ActionStanding {
    /** Agreed; not started. */
    AGREED,
    /** Started, by an accepted and accountable lead. */
    STARTED,
    /** Every part is reported complete; at least one awaits verification. */
    REPORTED_COMPLETE,
    /** Every part is verified by somebody other than its lead. */
    VERIFIED,
    CANCELLED;

    public boolean over() {
        return this == VERIFIED || this == CANCELLED;
    }
}
