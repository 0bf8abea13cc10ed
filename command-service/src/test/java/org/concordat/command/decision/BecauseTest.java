package org.concordat.command.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.command.Hub.*;
import static org.concordat.command.decision.Facts.*;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DueCommand.CloseAtDeadline;
import org.concordat.api.decision.Position;
import org.concordat.api.decision.Rule;
import org.concordat.api.decision.Threshold;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.PartnerAdmitted;
import org.concordat.api.partnership.Roll;
import org.concordat.command.Page;
import org.concordat.command.act.Act;
import org.concordat.command.act.Desk;
import org.junit.jupiter.api.Test;

/** How results are put into words; the page in docs/ has them all. */
class BecauseTest {

    private static final PartnerId FIRE = new PartnerId("partner-mash.fire");
    private static final Roll FOUR = VOTING.after(new PartnerAdmitted(MASH, FIRE, text("Fire and Rescue Services")),
            START);
    private static final Set<PartnerId> EVERYBODY = Set.of(POLICE, SCC, SSOTP, FIRE);
    private static final Rule THREE = new Rule(Threshold.CONSENT, Set.of(), 3, false, false);
    private static final Rule DEEMING = new Rule(Threshold.CONSENT, Set.of(), 1, false, true);

    private static final Map<String, String> CASES = new LinkedHashMap<>();

    private static void say(String words, Rule rule, DecisionEvent... events) {
        CASES.put(words, because(rule, false, Arrays.asList(events), FOUR));
    }

    private static String because(Rule rule, boolean reserved, List<? extends DecisionEvent> events, Roll roll) {
        Decision decision = Decision.NONE.after(tabled(table(rule, EVERYBODY, YESTERDAY, reserved), POLICE), START);
        for (DecisionEvent event : events) decision = decision.after(event, START);
        Act act = new Act(Desk.CONCORDAT, null, null, TODAY, TODAY, roll);
        return decision.closing(D, act).close(new CloseAtDeadline(D, YESTERDAY), act).stream()
                .filter(DecisionClosed.class::isInstance).map(e -> ((DecisionClosed) e).because()).findFirst()
                .orElseThrow();
    }

    private static Rule rule(Threshold threshold, PartnerId... mustAgree) {
        return new Rule(threshold, Set.of(mustAgree), 2, false, false);
    }

    @Test void the_page_in_docs_is_what_is_said() throws IOException {
        PositionRecorded police = says(POLICE, AGREE);
        PositionRecorded scc = says(SCC, AGREE);
        PositionRecorded fire = says(FIRE, AGREE);
        say("everybody agrees", THREE, police, scc, says(SSOTP, AGREE), fire);
        say("one is silent, one has a proviso", THREE, police, scc, ssotpSubjectTo(BY_JULY));
        say("two provisos, one of which failed", THREE, police, scc,
                says(SSOTP, subjectTo(BY_JULY, IF_POLICE), proviso(SSOTP, 1, BY_JULY), proviso(SSOTP, 2, IF_POLICE)),
                new ProvisoFailed(D, P1, text("x")), says(FIRE, subjectTo(BY_JULY, BY_JULY), proviso(FIRE, 1, BY_JULY),
                proviso(FIRE, 2, BY_JULY)));
        say("dissent", THREE, police, scc, says(SSOTP, DISAGREE), says(FIRE, DISAGREE));
        say("an objection dismissed", THREE, police, scc, says(SSOTP, OBJECT),
                new ObjectionDismissed(D, SSOTP, text("x")));
        say("an objection upheld", THREE, police, scc, says(SSOTP, OBJECT), new ObjectionUpheld(D, SSOTP, text("x")));
        say("an objection untested", THREE, police, scc, says(FIRE, OBJECT));
        say("an abstention makes the quorum", THREE, police, scc, says(SSOTP, ABSTAIN));
        say("silence deemed", DEEMING, police);
        say("nobody spoke", DEEMING);
        say("too few spoke", THREE, police, says(SCC, OBJECT));
        say("recused", rule(Threshold.CONSENT), police, scc, new PartnerRecused(D, SSOTP, text("x")),
                new PartnerRecused(D, FIRE, text("x")));
        say("a named partner disagrees", rule(Threshold.SIMPLE_MAJORITY, SSOTP), police, scc, says(SSOTP, DISAGREE));
        say("a named partner is silent", rule(Threshold.SIMPLE_MAJORITY, SSOTP), police, scc);
        say("a named partner recused itself", rule(Threshold.SIMPLE_MAJORITY, SSOTP), police, scc,
                new PartnerRecused(D, SSOTP, text("x")));
        say("a named partner and an objection", rule(Threshold.CONSENT, SSOTP), police, says(SCC, OBJECT),
                says(SSOTP, ABSTAIN));
        say("two thirds not reached", rule(Threshold.TWO_THIRDS_OF_ELIGIBLE), police, scc, says(SSOTP, ABSTAIN));
        say("not reached, and an objection", rule(Threshold.FOUR_FIFTHS_OF_ELIGIBLE), police, says(SCC, OBJECT));
        say("nobody agrees", rule(Threshold.CONSENT), says(POLICE, ABSTAIN), says(SCC, ABSTAIN));
        say("a tie", rule(Threshold.SIMPLE_MAJORITY), police, says(SCC, DISAGREE), says(SSOTP, ABSTAIN));
        say("two thirds of those taking a position", rule(Threshold.TWO_THIRDS_OF_POSITIONS), police, scc,
                says(SSOTP, DISAGREE), says(FIRE, ABSTAIN));
        say("silence alone", new Rule(Threshold.CONSENT, Set.of(), 0, false, true));
        say("silence alone, and dissent", new Rule(Threshold.CONSENT, Set.of(), 0, false, true), says(SCC, DISAGREE));
        PartnerRecused[] all = EVERYBODY.stream().sorted(java.util.Comparator.comparing(PartnerId::value))
                .map(p -> new PartnerRecused(D, p, text("x"))).toArray(PartnerRecused[]::new);
        say("everybody recused", rule(Threshold.CONSENT), all);
        say("everybody recused, and no quorum", new Rule(Threshold.CONSENT, Set.of(), 0, false, false), all);
        say("no quorum in the rule", new Rule(Threshold.CONSENT, Set.of(), 0, false, false), police);
        CASES.put("a reserved matter, one silent", because(rule(Threshold.CONSENT), true, List.of(police, scc, fire),
                FOUR));
        CASES.put("one left the partnership", because(rule(Threshold.CONSENT), false, List.of(police, scc, fire),
                VOTING));
        Page.approve("because.md", """
                # Why a decision came to its result

                What the record says in cases of Police, SCC, SSOTP and Fire and Rescue Services. The sentence is made once,
                at closing, from the frozen rule and the positions; nobody types it. This page is written by a test from
                what is said. Its numbers are those that the rule was judged by: of those taking a position, where the rule
                says so, else of all that are eligible and still count.

                """ + Page.table(List.of("case", "because"),
                        CASES.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList()) + """

                ## Every rule, with every kind of position

                Police and SCC agree, Fire and Rescue Services abstain, the quorum is 2; and SSOTP:

                """ + Page.table(List.of("rule", "SSOTP", "because"), everyRule()));
    }

    private static List<List<String>> everyRule() {
        Map<String, List<DecisionEvent>> kinds = new LinkedHashMap<>();
        kinds.put("agrees", List.of(says(SSOTP, AGREE)));
        kinds.put("agrees with reservations", List.of(says(SSOTP, new Position.AgreeWithReservations(text("x")))));
        kinds.put("agrees subject to a proviso", List.of(ssotpSubjectTo(BY_JULY)));
        kinds.put("abstains", List.of(says(SSOTP, ABSTAIN)));
        kinds.put("disagrees", List.of(says(SSOTP, DISAGREE)));
        kinds.put("objects, untested", List.of(says(SSOTP, OBJECT)));
        kinds.put("objects, upheld", List.of(says(SSOTP, OBJECT), new ObjectionUpheld(D, SSOTP, text("x"))));
        kinds.put("objects, dismissed", List.of(says(SSOTP, OBJECT), new ObjectionDismissed(D, SSOTP, text("x"))));
        kinds.put("does not answer", List.of());
        kinds.put("does not answer and is deemed", List.of());
        kinds.put("recuses itself", List.of(new PartnerRecused(D, SSOTP, text("x"))));
        List<List<String>> rows = new ArrayList<>();
        for (Threshold threshold : Threshold.values()) {
            kinds.forEach((kind, events) -> {
                List<DecisionEvent> said = new ArrayList<>(List.of(says(POLICE, AGREE), says(SCC, AGREE), says(FIRE, ABSTAIN)));
                said.addAll(events);
                Rule rule = new Rule(threshold, Set.of(), 2, false, kind.endsWith("deemed"));
                rows.add(List.of(threshold.words(), kind, because(rule, false, said, FOUR)));
            });
        }
        return rows;
    }

    @Property(tries = 200) void who_spoke_first_never_shows(@ForAll long seed) {
        Random random = new Random(seed);
        List<Position> all = List.of(AGREE, ABSTAIN, DISAGREE, OBJECT, subjectTo(BY_JULY));
        List<PositionRecorded> said = new ArrayList<>();
        for (PartnerId partner : EVERYBODY.stream().sorted(java.util.Comparator.comparing(PartnerId::value)).toList()) {
            Position position = all.get(random.nextInt(all.size()));
            if (random.nextInt(5) > 0) said.add(position instanceof Position.AgreeSubjectToProvisos
                    ? says(partner, position, proviso(partner, 1, BY_JULY)) : says(partner, position));
        }
        Rule rule = new Rule(Threshold.values()[random.nextInt(Threshold.values().length)], Set.of(SCC),
                random.nextInt(4), false,
                random.nextBoolean());
        String first = because(rule, false, said, FOUR);
        for (int i = 0; i < 10; i++) {
            java.util.Collections.shuffle(said, random);
            assertThat(because(rule, false, said, FOUR)).isEqualTo(first);
        }
    }

    @Test void a_thousand_changes_leave_the_state_as_small_as_one() {
        Decision decision = Decision.NONE.after(tabled(), START)
                .after(ssotpSubjectTo(BY_JULY), START);
        for (int n = 2; n <= 1_000; n++) {
            decision = decision.after(changes(SSOTP, subjectTo(BY_JULY), proviso(SSOTP, n, BY_JULY)), START);
        }
        assertThat(decision.ballot().provisos().all()).hasSize(1);
        assertThat(decision.ballot().positions()).hasSize(1);
        assertThat(decision.ballot().attachedBy(SSOTP)).isEqualTo(1_000);
        assertThat(decision.latest()).isEqualTo(LocalDate.parse("2012-11-30"));
    }
}
