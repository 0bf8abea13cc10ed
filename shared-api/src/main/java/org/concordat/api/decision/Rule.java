package org.concordat.api.decision;

import org.concordat.api.Sorted;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.api.partnership.PartnerId;

/**
 * How a decision is taken: fixed when it is tabled, before anybody spoke. Pure; both sides judge by it.
 *
 * @param mustAgree     partners without whose agreement it is not adopted
 * @param quorum        how many partners must take a position themselves, abstentions included
 * @param closesEarly   whether it may close before its deadline once the remaining positions cannot change the result
 * @param silenceAgrees whether a partner that has not answered by the deadline is deemed to agree; never for reserved matters
 */
public record Rule(Threshold threshold, Set<PartnerId> mustAgree, int quorum, boolean closesEarly, boolean silenceAgrees) {

    public Rule {
        mustAgree = Sorted.copyOf(mustAgree);
        if (quorum < 0 || quorum > 1_000) throw new IllegalArgumentException("the quorum is between 0 and 1000 partners");
    }

    /** The same rule where every one of so many partners must take a position itself, as in a reserved matter. */
    public Rule needing(int everyone) {
        return new Rule(threshold, mustAgree, Math.max(quorum, everyone), closesEarly, silenceAgrees);
    }

    /** @param eligible the partners that count: those frozen at tabling, less those that left or recused themselves */
    public Result judge(Set<PartnerId> eligible, Map<PartnerId, Stance> positions) {
        Map<PartnerId, Stance> counted = counted(eligible, positions);
        if (counted.values().stream().filter(s -> s != Stance.DEEMED).count() < quorum) return Result.INQUORATE;
        Set<PartnerId> inTheWay = inTheWay(counted);
        if (!inTheWay.isEmpty()) {
            Map<PartnerId, Stance> relenting = new HashMap<>(counted);
            inTheWay.stream().filter(eligible::contains).forEach(partner -> relenting.put(partner, Stance.AGREE));
            return reached(eligible, relenting) ? Result.DEADLOCKED : Result.NOT_ADOPTED;
        }
        if (!reached(eligible, counted)) return Result.NOT_ADOPTED;
        return counted.containsValue(Stance.DISAGREE) ? Result.ADOPTED_WITH_DISSENT : Result.ADOPTED;
    }

    /** What the threshold is given; abstentions and silence are not among those taking a position. */
    public Share share(Set<PartnerId> eligible, Map<PartnerId, Stance> positions) {
        Map<PartnerId, Stance> counted = counted(eligible, positions);
        int agree = (int) counted.values().stream().filter(Stance::agrees).count();
        int taken = (int) counted.values().stream().filter(s -> s != Stance.ABSTAIN).count();
        return new Share(agree, threshold.ofPositions() ? taken : eligible.size());
    }

    /** Whether nothing that the others could still say would change whether it is adopted. */
    public boolean settled(Set<PartnerId> eligible, Map<PartnerId, Stance> positions) {
        Map<PartnerId, Stance> counted = counted(eligible, positions);
        if (counted.size() == eligible.size()) return true;
        // Positions are monotone, so agreement of all the rest is the best that can happen, and if that is not enough nothing is.
        return !judge(eligible, with(eligible, counted, Stance.AGREE)).adopted()
                && judge(eligible, with(eligible, counted, Stance.AGREE)) == judge(eligible, with(eligible, counted, Stance.OBJECT));
    }

    private Set<PartnerId> inTheWay(Map<PartnerId, Stance> counted) {
        Set<PartnerId> objecting = counted.entrySet().stream().filter(e -> e.getValue() == Stance.OBJECT)
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        mustAgree.stream().filter(partner -> !counted.getOrDefault(partner, Stance.ABSTAIN).agrees()).forEach(objecting::add);
        return objecting;
    }

    private boolean reached(Set<PartnerId> eligible, Map<PartnerId, Stance> counted) {
        return threshold.reached(share(eligible, counted));
    }

    private static Map<PartnerId, Stance> counted(Set<PartnerId> eligible, Map<PartnerId, Stance> positions) {
        return positions.entrySet().stream().filter(e -> eligible.contains(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<PartnerId, Stance> with(Set<PartnerId> eligible, Map<PartnerId, Stance> counted, Stance rest) {
        Map<PartnerId, Stance> all = new HashMap<>(counted);
        eligible.forEach(partner -> all.putIfAbsent(partner, rest));
        return all;
    }
}
