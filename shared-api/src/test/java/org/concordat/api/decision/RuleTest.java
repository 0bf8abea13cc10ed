package org.concordat.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.concordat.api.partnership.PartnerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final List<PartnerId> PARTNERS = List.of("a", "b", "c", "d", "e").stream()
            .map(p -> new PartnerId("partner-mash." + p)).toList();

    /** A second opinion, written from the words of the rules and not from the code: it counts with plain fractions. */
    private static Result oracle(Rule rule, List<PartnerId> eligible, Map<PartnerId, @Nullable Stance> says) {
        int spoke = 0, yes = 0, no = 0, objections = 0;
        boolean namedMissing = false;
        for (PartnerId p : eligible) {
            Stance s = says.get(p);
            if (s != null && s != Stance.DEEMED) spoke++;
            if (s == Stance.AGREE || s == Stance.DEEMED) yes++;
            if (s == Stance.DISAGREE) no++;
            if (s == Stance.OBJECT) objections++;
        }
        int wouldYes = yes, wouldNo = no + objections;
        for (PartnerId p : eligible) {
            Stance s = says.get(p);
            boolean withholds = rule.mustAgree().contains(p) && s != Stance.AGREE && s != Stance.DEEMED;
            namedMissing |= withholds;
            if (s == Stance.OBJECT) { wouldYes++; wouldNo--; }
            else if (withholds) { wouldYes++; if (s == Stance.DISAGREE) wouldNo--; }
        }
        for (PartnerId p : rule.mustAgree()) namedMissing |= !eligible.contains(p);
        if (spoke < rule.quorum()) return Result.INQUORATE;
        boolean blocked = objections > 0 || namedMissing;
        if (!enough(rule.threshold(), blocked ? wouldYes : yes, blocked ? wouldNo : no, eligible.size())) return Result.NOT_ADOPTED;
        if (blocked) return Result.DEADLOCKED;
        return no > 0 ? Result.ADOPTED_WITH_DISSENT : Result.ADOPTED;
    }

    private static boolean enough(Threshold threshold, double yes, double no, double all) {
        if (yes == 0) return false;
        return switch (threshold) {
            case EVERY_PARTNER -> yes == all;
            case CONSENT -> true;
            case SIMPLE_MAJORITY -> yes > no;
            case ABSOLUTE_MAJORITY -> yes > all / 2;
            case TWO_THIRDS_OF_POSITIONS -> yes >= 2 * no;
            case TWO_THIRDS_OF_ELIGIBLE -> yes - 2 * (all - yes) >= 0;
            case FOUR_FIFTHS_OF_POSITIONS -> yes >= 4 * no;
            case FOUR_FIFTHS_OF_ELIGIBLE -> yes - 4 * (all - yes) >= 0;
        };
    }

    @Test void agrees_with_the_second_opinion_on_everything_up_to_five_partners() {
        long compared = 0;
        for (int n = 1; n <= 5; n++) {
            List<PartnerId> eligible = PARTNERS.subList(0, n);
            for (Map<PartnerId, @Nullable Stance> says : everyWay(eligible)) {
                Map<PartnerId, Stance> positions = new HashMap<>();
                says.forEach((p, s) -> { if (s != null) positions.put(p, s); });
                for (Threshold threshold : Threshold.values()) {
                    for (int quorum = 0; quorum <= n; quorum++) {
                        for (Set<PartnerId> named : List.of(Set.<PartnerId>of(), Set.of(eligible.getFirst()), Set.of(PARTNERS.get(4)))) {
                            Rule rule = new Rule(threshold, named, quorum, false, false);
                            assertThat(rule.judge(Set.copyOf(eligible), positions)).as("%s %s", rule, says)
                                    .isEqualTo(oracle(rule, eligible, says));
                            compared++;
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000_000);
    }

    private static List<Map<PartnerId, @Nullable Stance>> everyWay(List<PartnerId> eligible) {
        List<Map<PartnerId, @Nullable Stance>> ways = new ArrayList<>(List.of(new LinkedHashMap<>()));
        for (PartnerId partner : eligible) {
            List<Map<PartnerId, @Nullable Stance>> next = new ArrayList<>();
            for (Map<PartnerId, @Nullable Stance> way : ways) {
                List<@Nullable Stance> all = new ArrayList<>(List.of(Stance.values()));
                all.add(null);
                for (Stance stance : all) {
                    Map<PartnerId, @Nullable Stance> more = new LinkedHashMap<>(way);
                    more.put(partner, stance);
                    next.add(more);
                }
            }
            ways = next;
        }
        return ways;
    }

    @Provide Arbitrary<Rule> rules() {
        return Combinators.combine(Arbitraries.of(Threshold.class), Arbitraries.of(PARTNERS).set().ofMaxSize(2),
                Arbitraries.integers().between(0, 5)).as((t, named, q) -> new Rule(t, named, q, true, false));
    }

    @Provide Arbitrary<Map<PartnerId, Stance>> positions() {
        return Arbitraries.maps(Arbitraries.of(PARTNERS), Arbitraries.of(Stance.class)).ofMaxSize(5);
    }

    @Property void the_order_of_positions_never_matters(@ForAll("rules") Rule rule, @ForAll("positions") Map<PartnerId, Stance> positions) {
        List<PartnerId> order = new ArrayList<>(positions.keySet());
        Collections.reverse(order);
        Map<PartnerId, Stance> reversed = new LinkedHashMap<>();
        order.forEach(p -> reversed.put(p, positions.get(p)));
        assertThat(rule.judge(new LinkedHashSet<>(PARTNERS), reversed)).isEqualTo(rule.judge(Set.copyOf(PARTNERS), positions));
    }

    @Property void one_more_agreement_never_undoes_an_adoption(@ForAll("rules") Rule rule,
            @ForAll("positions") Map<PartnerId, Stance> positions) {
        Set<PartnerId> eligible = Set.copyOf(PARTNERS);
        if (!rule.judge(eligible, positions).adopted()) return;
        for (PartnerId partner : PARTNERS) {
            Map<PartnerId, Stance> more = new HashMap<>(positions);
            more.put(partner, Stance.AGREE);
            assertThat(rule.judge(eligible, more).adopted()).as("%s agrees", partner).isTrue();
        }
    }

    @Property void what_is_settled_stays_so_whatever_is_said(@ForAll("rules") Rule rule,
            @ForAll("positions") Map<PartnerId, Stance> positions, @ForAll("positions") Map<PartnerId, Stance> later) {
        Set<PartnerId> eligible = Set.copyOf(PARTNERS);
        if (!rule.settled(eligible, positions)) return;
        Map<PartnerId, Stance> all = new HashMap<>(later);
        all.putAll(positions);
        assertThat(rule.judge(eligible, all).adopted()).isEqualTo(rule.judge(eligible, positions).adopted());
    }
}
