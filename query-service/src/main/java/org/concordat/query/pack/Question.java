package org.concordat.query.pack;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.api.Ids;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.proving.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a pack is to be evidence of: one decision, a period, or all of a partnership.
 *
 * @param from the first day, null in a pack of no period; a day in the partnership's time zone
 * @param to   the last day
 * @param held sizes of checkpoints that the asker holds: the pack proves that it continues them
 */
record Question(PartnershipId partnership, @Nullable DecisionId decision, @Nullable LocalDate from, @Nullable LocalDate to,
                List<Long> held) {

    private static final int MOST_HELD = 20;

    static Question of(@Nullable String partnership, @Nullable String decision, @Nullable LocalDate from, @Nullable LocalDate to,
                       List<Long> held) {
        if ((partnership == null) == (decision == null)) throw Refusal.badInput("Ask for a partnership or for a decision, one of them.");
        if ((from == null) != (to == null)) throw Refusal.badInput("A period has both days, from and to.");
        if (from != null && to != null && to.isBefore(from)) throw Refusal.badInput("The period ends before it begins.");
        if (from != null && decision != null) throw Refusal.badInput("A decision is packed whole: leave the period out.");
        if (held.size() > MOST_HELD) throw Refusal.badInput("At most " + MOST_HELD + " sizes are held.");
        if (held.stream().anyMatch(size -> size < 1)) throw Refusal.badInput("A size held is 1 or more.");
        try {
            DecisionId id = decision == null ? null : new DecisionId(decision);
            PartnershipId of = partnership == null ? Ids.partnershipOf(String.valueOf(decision)) : new PartnershipId(partnership);
            return new Question(of, id, from, to, held.stream().distinct().sorted().toList());
        } catch (IllegalArgumentException malformed) {
            throw Refusal.notFound();
        }
    }

    /** What it is about, for the trail. */
    String target() {
        return decision == null ? partnership.value() : decision.value();
    }

    Map<String, String> asked() {
        Map<String, String> asked = new TreeMap<>(Map.of("partnership", partnership.value()));
        if (decision != null) asked.put("decision", decision.value());
        if (from != null) asked.put("from", from.toString());
        if (to != null) asked.put("to", to.toString());
        return new LinkedHashMap<>(asked);
    }
}
