package org.concordat.command.decision;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.api.decision.Result;
import org.concordat.api.decision.Rule;
import org.concordat.api.decision.Share;
import org.concordat.api.decision.Stance;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Provisos;
import org.concordat.command.act.Act;

/**
 * The positions counted, in an order that is always the same whoever spoke first.
 *
 * @param counting the partners that count: eligible, still in the partnership, not recused
 * @param gone     eligible partners that are in the partnership no more
 */
record Tally(Rule rule, boolean reserved, List<PartnerId> counting, List<PartnerId> recused, List<PartnerId> gone,
             Map<PartnerId, Taken> positions, Provisos provisos) {

    static Tally of(Matter matter, Ballot ballot, Act act) {
        List<PartnerId> partners = act.roll().partnersOn(act.effectiveOn());
        List<PartnerId> there = partners.stream().filter(matter.eligible()::contains).toList();
        List<PartnerId> counting = there.stream().filter(p -> !ballot.recused().contains(p)).toList();
        Map<PartnerId, Taken> counted = new LinkedHashMap<>();
        counting.forEach(p -> {
            Taken taken = ballot.positions().get(p);
            if (taken != null) counted.put(p, taken);
        });
        return new Tally(matter.rule(counting.size()), matter.reserved(), counting,
                there.stream().filter(ballot.recused()::contains).toList(),
                matter.eligible().stream().filter(p -> !partners.contains(p))
                .sorted(Comparator.comparing(PartnerId::value)).toList(),
                counted, ballot.provisos());
    }

    Result result() {
        return rule.judge(everyone(), stances());
    }

    Share share() {
        return rule.share(everyone(), stances());
    }

    /** Whether nothing the others could still say would change whether it is adopted. */
    boolean settled() {
        return rule.closesEarly() && rule.settled(everyone(), stances());
    }

    List<PartnerId> silent() {
        return counting.stream().filter(p -> !positions.containsKey(p)).toList();
    }

    Stream<PartnerId> untested() {
        return counting.stream().filter(p -> {
            Taken taken = positions.get(p);
            return taken != null && taken.test() == Taken.Test.WAITING;
        });
    }

    private Set<PartnerId> everyone() {
        return new LinkedHashSet<>(counting);
    }

    private Map<PartnerId, Stance> stances() {
        Map<PartnerId, Stance> stances = new LinkedHashMap<>();
        positions.forEach((partner, taken) -> stances.put(partner, taken.stance()));
        return stances;
    }
}
