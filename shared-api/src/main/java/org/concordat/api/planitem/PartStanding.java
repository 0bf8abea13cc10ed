package org.concordat.api.planitem;

/** Where one party's part of an action stands. */
public enum PartStanding {
    /** Nobody can accept it until somebody says who the party is. */
    UNRESOLVED,
    AWAITING_ACCEPTANCE, DECLINED, ACCEPTED, REPORTED_COMPLETE, VERIFIED;

    /** An accepted part is answered for. */
    public boolean accepted() {
        return compareTo(ACCEPTED) >= 0;
    }
}
