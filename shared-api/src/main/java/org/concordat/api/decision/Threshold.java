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

    /** All counts are of partners. */
    boolean reached(int agree, int positions, int eligible) {
        return agree > 0 && switch (this) {
            case EVERY_PARTNER -> agree == eligible;
            case CONSENT -> true;
            case SIMPLE_MAJORITY -> 2 * agree > positions;
            case ABSOLUTE_MAJORITY -> 2 * agree > eligible;
            case TWO_THIRDS_OF_POSITIONS -> 3 * agree >= 2 * positions;
            case TWO_THIRDS_OF_ELIGIBLE -> 3 * agree >= 2 * eligible;
            case FOUR_FIFTHS_OF_POSITIONS -> 5 * agree >= 4 * positions;
            case FOUR_FIFTHS_OF_ELIGIBLE -> 5 * agree >= 4 * eligible;
        };
    }
}
