package org.concordat.api.partnership;

import java.util.List;

/** The answer to "whose decision is this on that day?": somebody's, nobody's, or two people's at once. */
public sealed interface WhoDecides {

    /**
     * @param mandates the mandates it rests on: one final word, or one or more for each partner
     * @param without  the partners for which nobody could take a position; none for case authority
     * @param rule     how it is then decided, in words
     */
    record Decided(List<Mandate> mandates, List<PartnerId> without, String rule) implements WhoDecides {}

    /** Nobody holds a mandate for it. {@code without}: the partners that lack one; none for case authority. */
    record Hole(List<PartnerId> without) implements WhoDecides {}

    /** More than one person has the final word on it. */
    record Clash(List<Mandate> finalWords) implements WhoDecides {}
}
