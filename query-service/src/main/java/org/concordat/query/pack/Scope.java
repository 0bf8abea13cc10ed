package org.concordat.query.pack;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.concordat.query.ledger.Entry;
import org.concordat.query.moment.PartnershipView;

/**
 * Which entries are in a pack.
 *
 * @param whole   whether each thing that has an entry in the pack has all of them in it
 * @param leftOut what is not in it and why, in sentences
 */
record Scope(Predicate<Entry> holds, boolean whole, List<String> leftOut) {

    /** Without these a reader could not tell a partner's cosignature, or why a payload is withheld. */
    private static final Set<String> ALWAYS = Set.of("partnership.WitnessKeyRegistered",
            "partnership.WitnessKeyWithdrawn", Withheld.DISPOSAL, Withheld.MARKING);

    static Scope of(Question question, PartnershipView now) {
        LocalDate from = question.from();
        LocalDate to = question.to();
        if (question.decision() != null) {
            Set<String> subjects = Behind.the(question.decision(), now);
            return new Scope(entry -> subjects.contains(entry.subject()), true, List.of("Left out: entries of the partnership's other"
                    + " things. In it: the decision, the partnership itself (who held which appointment and mandate), and the decisions,"
                    + " documents and items that the decision rests on or that rest on it."));
        }
        if (from == null || to == null) return new Scope(entry -> true, true, List.of());
        ZoneId zone = now.partners().timeZone();
        return new Scope(entry -> within(entry.effectiveOn(), from, to)
                || within(LocalDate.ofInstant(entry.recordedAt(), zone), from, to) || ALWAYS.contains(entry.type()), false,
                List.of("Left out: entries neither recorded nor effective from " + from + " to " + to + " (days in " + zone
                        + "). In it beside those: every key of a witness, every disposal and every marking on record."));
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
