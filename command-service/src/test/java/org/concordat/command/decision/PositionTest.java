package org.concordat.command.decision;

import static org.concordat.command.Hub.*;
import static org.concordat.command.decision.Facts.*;

import java.util.Map;
import java.util.Set;
import org.concordat.api.CommonRejection.*;
import org.concordat.api.Hash;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionRejection.*;
import org.concordat.api.decision.Standing;
import org.junit.jupiter.api.Test;

/** Partners take positions, and change, confirm or contest them. */
class PositionTest {

    @Test void a_position_is_recorded_with_its_mandate() {
        accepts(decision(tabled()), record(AGREE), "scc", says(SCC, AGREE));
    }

    @Test void a_position_on_wording_that_moved_is_refused() {
        refuses(decision(tabled(), amended()), record(AGREE), "scc", new WordingMoved(Hash.of(SECOND)));
    }

    @Test void a_partner_that_is_not_eligible_takes_none() {
        refuses(decision(tabled(table(CONSENT, Set.of(POLICE, SSOTP), DEADLINE, false), POLICE)),
                record(AGREE), "scc",
                new NotEligible(SCC));
    }

    @Test void beyond_the_mandate_nobody_speaks() {
        refuses(decision(tactical()), record(AGREE), "scc", new BeyondMandate(SCC));
    }

    @Test void a_second_position_is_not_new() {
        refuses(decision(tabled(), says(SCC, AGREE)), record(DISAGREE), "scc", new PositionAlreadyTaken(SCC));
    }

    @Test void after_the_deadline_no_position_is_taken() {
        refuses(decision(due(CONSENT)), record(AGREE), "scc", new DeadlinePassed(YESTERDAY, TODAY));
    }

    @Test void after_the_result_no_position_is_taken() {
        refuses(decision(tabled(), adopted()), record(AGREE), "scc", new NotOpen(D, Standing.CLOSED));
    }

    @Test void a_position_is_changed() {
        accepts(decision(tabled(), says(SCC, AGREE)), change(DISAGREE), "scc", changes(SCC, DISAGREE));
    }

    @Test void there_must_be_one_to_change() {
        refuses(decision(tabled()), change(AGREE), "scc", new NoPosition(SCC));
    }

    @Test void a_change_is_not_effective_before_what_it_changes() {
        deciding(Map.of()).given(on(START, tabled()), on(YESTERDAY, says(SCC, AGREE))).when(change(DISAGREE), by("scc", START))
                .expectNoEvents().expectExceptionDetails(new EffectiveBeforeAnswered(START, YESTERDAY));
    }

    @Test void positions_are_back_dated_apart_from_each_other() {
        deciding(Map.of()).given(on(START, tabled()), on(YESTERDAY, says(SCC, AGREE))).when(record(AGREE), by("police", START))
                .expectEvents(says(POLICE, AGREE));
    }

    @Test void a_position_is_recorded_for_a_partner() {
        accepts(decision(tabled()), recordFor(SCC, AGREE), "secretary", saysFor(SCC, AGREE));
    }

    @Test void nobody_records_over_a_partners_own_position() {
        refuses(decision(tabled(), says(SCC, AGREE)), recordFor(SCC, DISAGREE), "secretary",
                new PositionAlreadyTaken(SCC));
    }

    @Test void a_position_recorded_for_a_partner_is_a_position() {
        refuses(decision(tabled(), saysFor(SCC, AGREE)), record(AGREE), "scc", new PositionAlreadyTaken(SCC));
    }

    @Test void it_is_confirmed() {
        accepts(decision(tabled(), saysFor(SCC, AGREE)), new ConfirmPosition(D), "scc",
                new PositionConfirmed(D, SCC, mandate(SCC)));
    }

    @Test void it_is_confirmed_after_the_result_too() {
        accepts(decision(tabled(), saysFor(SCC, AGREE), adopted()), new ConfirmPosition(D), "scc",
                new PositionConfirmed(D, SCC, mandate(SCC)));
    }

    @Test void confirming_resolves_an_objection_to_the_earlier_wording() {
        accepts(decision(tabled(), says(SCC, OBJECT), amended(SCC), saysFor(SCC, AGREE)), new ConfirmPosition(D), "scc",
                new PositionConfirmed(D, SCC, mandate(SCC)), new ObjectionResolved(D, SCC, true));
    }

    @Test void a_partners_own_position_needs_no_confirming() {
        refuses(decision(tabled(), says(SCC, AGREE)), new ConfirmPosition(D), "scc", new NothingToConfirm(SCC));
    }

    @Test void it_is_contested() {
        accepts(decision(tabled(), saysFor(SCC, AGREE)), new ContestPosition(D, text("We left early")), "scc",
                new PositionContested(D, SCC, text("We left early")));
    }

    @Test void a_contested_position_no_longer_counts() {
        accepts(decision(tabled(), saysFor(SCC, AGREE), new PositionContested(D, SCC, text("x"))), record(DISAGREE),
                "scc",
                says(SCC, DISAGREE));
    }

    @Test void what_was_confirmed_is_not_contested() {
        refuses(decision(tabled(), saysFor(SCC, AGREE), new PositionConfirmed(D, SCC, mandate(SCC))),
                new ContestPosition(D, text("x")), "scc", new NothingToConfirm(SCC));
    }

    @Test void an_interest_is_declared() {
        accepts(decision(tabled()), new DeclareInterest(D, text("We own the building")), "scc",
                new InterestDeclared(D, SCC, text("We own the building")));
    }

    @Test void a_partner_recuses_itself() {
        accepts(decision(tabled(), says(SCC, AGREE)), new Recuse(D, text("Interest")), "scc",
                new PartnerRecused(D, SCC, text("Interest")));
    }

    @Test void who_recused_itself_takes_no_position() {
        refuses(decision(tabled(), new PartnerRecused(D, SCC, text("x"))), record(AGREE), "scc", new HasRecused(SCC));
    }
}
