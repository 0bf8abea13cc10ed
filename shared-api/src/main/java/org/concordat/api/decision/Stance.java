package org.concordat.api.decision;

/** What a partner's position comes to when it is counted. */
public enum Stance {
    /** Agrees, with or without reservations or provisos. */
    AGREE,
    /** Agrees by a stated rule on silence: counts for the threshold, not for the quorum. */
    DEEMED,
    /** Content to let others decide: counts for the quorum, not for the threshold. */
    ABSTAIN,
    /** Against, without standing in the way; also an objection that was tested and not upheld. */
    DISAGREE,
    /** An objection that stands: upheld, or never tested. */
    OBJECT;

    boolean agrees() {
        return this == AGREE || this == DEEMED;
    }
}
