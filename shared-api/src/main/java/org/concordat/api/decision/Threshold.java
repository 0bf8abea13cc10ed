package org.concordat.api.decision;

/** How much agreement a decision needs. "Positions" are agreements and disagreements; abstentions count for the quorum only. */
public enum Threshold {
    EVERY_PARTNER("every partner agrees"),
    /** Nobody's objection stands, and somebody agrees. */
    CONSENT("no objection stands"),
    /** More than half of those taking a position. */
    SIMPLE_MAJORITY("more than half of those taking a position agree"),
    /** More than half of those eligible. */
    ABSOLUTE_MAJORITY("more than half of the eligible partners agree"),
    TWO_THIRDS_OF_POSITIONS("two thirds of those taking a position agree"),
    TWO_THIRDS_OF_ELIGIBLE("two thirds of the eligible partners agree"),
    FOUR_FIFTHS_OF_POSITIONS("four fifths of those taking a position agree"),
    FOUR_FIFTHS_OF_ELIGIBLE("four fifths of the eligible partners agree");

    private final String words;

    Threshold(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it is measured against those taking a position rather than against all that are eligible. */
    public boolean ofPositions() {
        return this == SIMPLE_MAJORITY || this == TWO_THIRDS_OF_POSITIONS || this == FOUR_FIFTHS_OF_POSITIONS;
    }

    boolean reached(Share share) {
        int agree = share.agree();
        int of = share.of();
        return agree > 0 && switch (this) {
            case EVERY_PARTNER -> agree == of;
            case CONSENT -> true;
            case SIMPLE_MAJORITY, ABSOLUTE_MAJORITY -> 2 * agree > of;
            case TWO_THIRDS_OF_POSITIONS, TWO_THIRDS_OF_ELIGIBLE -> 3 * agree >= 2 * of;
            case FOUR_FIFTHS_OF_POSITIONS, FOUR_FIFTHS_OF_ELIGIBLE -> 5 * agree >= 4 * of;
        };
    }
}
