package org.concordat.command.decision;

import static org.concordat.command.Hub.*;
import static org.concordat.command.decision.Facts.*;

import java.util.List;
import java.util.Map;
import org.concordat.api.CommonRejection.*;
import org.concordat.api.Hash;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionRejection.*;
import org.concordat.api.decision.Result;
import org.concordat.api.decision.Standing;
import org.junit.jupiter.api.Test;

/** What follows a result. */
class AfterResultTest {

    private static final String ALL_AGREE = "Adopted: 3 of 3 agree (rule: no objection stands), quorum 2, no objection.";

    @Test void reasons_are_given() {
        accepts(decision(tabled(), adopted()), new GiveReasons(D, text("Speed"), List.of()), "secretary",
                new ReasonsGiven(D, text("Speed"), List.of()));
    }

    @Test void reasons_are_given_once_for_a_result() {
        refuses(decision(tabled(), new ReasonsGiven(D, text("Speed"), List.of()), adopted()),
                new GiveReasons(D, text("x"), List.of()), "secretary", new ReasonsAlreadyGiven(D));
    }

    @Test void who_gave_its_reasons_first_owes_none() {
        accepts(decision(tabled(), new ReasonsGiven(D, text("Speed"), List.of()), says(SCC, AGREE), says(POLICE, AGREE),
                says(SSOTP, AGREE)), new CloseDecision(D), "chair",
                new DecisionClosed(D, Result.ADOPTED, ALL_AGREE, false, Hash.of(FIRST), List.of()));
    }

    @Test void what_was_adopted_is_ratified() {
        accepts(decision(tabled(), adopted()), new RatifyDecision(D, text("Minute 9")), "chair",
                new DecisionRatified(D, text("Minute 9")));
    }

    @Test void it_is_ratified_once() {
        refuses(decision(tabled(), adopted(), new DecisionRatified(D, text("x"))), new RatifyDecision(D, text("x")),
                "chair",
                new AlreadyRatified(D));
    }

    @Test void what_was_not_adopted_is_not_ratified() {
        refuses(decision(tabled(), notAdopted()), new RatifyDecision(D, text("x")), "chair", new NotAdopted(D));
    }

    @Test void a_review_date_is_set() {
        accepts(decision(tabled(), adopted()), new SetReviewDate(D, JULY), "chair", new ReviewDateSet(D, JULY));
    }

    @Test void a_review_date_has_not_passed() {
        refuses(decision(tabled(), adopted()), new SetReviewDate(D, YESTERDAY), "chair",
                new ReviewDatePassed(YESTERDAY, TODAY));
    }

    @Test void it_is_superseded_by_what_was_adopted() {
        var beside = elsewhere(LATER.value(), tabled(), adopted());
        accepts(decision(beside, tabled(), adopted()), new SupersedeDecision(D, LATER), "chair",
                new DecisionSuperseded(D, LATER));
    }

    @Test void it_is_not_superseded_by_what_no_longer_stands() {
        var beside = elsewhere(LATER.value(), tabled(), adopted(), new DecisionRescinded(D, text("x")));
        refuses(decision(beside, tabled(), adopted()), new SupersedeDecision(D, LATER), "chair", new NoSuccessor(LATER));
    }

    @Test void it_is_rescinded() {
        accepts(decision(tabled(), adopted()), new RescindDecision(D, text("Unlawful")), "chair",
                new DecisionRescinded(D, text("Unlawful")));
    }

    @Test void what_was_not_adopted_is_not_rescinded() {
        refuses(decision(tabled(), notAdopted()), new RescindDecision(D, text("x")), "chair", new NotAdopted(D));
    }

    @Test void it_is_reopened() {
        accepts(decision(tabled(), notAdopted()), new ReopenDecision(D, DEADLINE, text("New facts")), "chair",
                reopened());
    }

    @Test void it_is_not_reopened_until_yesterday() {
        refuses(decision(tabled(), notAdopted()), new ReopenDecision(D, YESTERDAY, text("x")), "chair",
                new DeadlinePassed(YESTERDAY, TODAY));
    }

    @Test void reopened_it_takes_positions_anew() {
        accepts(decision(tabled(), says(SCC, DISAGREE), notAdopted(), reopened()), record(AGREE), "scc",
                says(SCC, AGREE));
    }

    @Test void nothing_happens_on_what_is_rescinded() {
        refuses(decision(tabled(), adopted(), new DecisionRescinded(D, text("x"))),
                new GiveReasons(D, text("x"), List.of()),
                "secretary", new NotOpen(D, Standing.RESCINDED));
    }

    @Test void what_follows_a_result_is_not_effective_before_it() {
        deciding(Map.of()).given(on(START, tabled()), on(YESTERDAY, adopted()))
                .when(new RatifyDecision(D, text("x")), by("chair", YESTERDAY.minusDays(1)))
                .expectNoEvents().expectExceptionDetails(new EffectiveBeforeAnswered(YESTERDAY.minusDays(1),
                YESTERDAY));
    }
}
