package org.concordat.api.proviso;

/** Where a proviso stands. Only met and waived make what it is attached to firm. */
public enum ProvisoStanding {
    OPEN, MET, FAILED,
    /** Its last day passed and nobody had judged it. */
    LAPSED, WAIVED,
    /** What it was attached to no longer stands: the position was changed or lapsed, or the thing itself is over. */
    DROPPED;

    public boolean firm() {
        return this == MET || this == WAIVED;
    }

    /** It did not come true: what relied on it is loosened. */
    public boolean broken() {
        return this == FAILED || this == LAPSED;
    }
}
