package org.concordat.command.decision;

import static org.concordat.command.Hub.*;
import static org.concordat.command.decision.Facts.*;

import java.util.List;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionRejection.*;
import org.concordat.api.decision.DueCommand.CloseAtDeadline;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Result;
import org.junit.jupiter.api.Test;

/** When a decision closes, and with what result. */
class ClosingTest {

    private static final Effect TEXT = new Effect.DocumentVersion(PROTOCOL);
    private static final String ALL_AGREE = "Adopted: 3 of 3 agree (rule: no objection stands), quorum 2, no objection.";

    @Test void a_decision_closes_early_when_everybody_answered() {
        accepts(decision(tabled(), says(SCC, AGREE), says(POLICE, AGREE), says(SSOTP, AGREE)), new CloseDecision(D),
                "chair",
                closed(Result.ADOPTED, ALL_AGREE));
    }

    @Test void a_decision_does_not_close_early_while_somebody_thinks() {
        refuses(decision(tabled(), says(SCC, AGREE)), new CloseDecision(D), "chair",
                new TooEarlyToClose(List.of(POLICE, SSOTP)));
    }

    @Test void a_rule_may_close_it_once_nothing_can_change() {
        accepts(decision(tabled(EARLY), says(SCC, ABSTAIN)), new CloseDecision(D), "chair", closed(Result.NOT_ADOPTED,
                "Not adopted: none of 3 agrees (rule: every partner agrees); SCC abstains; "
                        + "Police and SSOTP did not answer."));
    }

    @Test void a_rule_does_not_close_it_while_something_can_change() {
        refuses(decision(tabled(EARLY), says(SCC, AGREE)), new CloseDecision(D), "chair",
                new TooEarlyToClose(List.of(POLICE, SSOTP)));
    }

    @Test void an_objection_is_tested_before_an_early_close() {
        refuses(decision(tabled(), says(SCC, OBJECT), says(POLICE, AGREE), says(SSOTP, AGREE)), new CloseDecision(D),
                "chair",
                new ObjectionUntested(SCC));
    }

    @Test void at_its_deadline_a_decision_brings_into_force_what_it_adopted() {
        accepts(decision(due(CONSENT, TEXT), says(SCC, AGREE), says(POLICE, AGREE)), new CloseAtDeadline(D, YESTERDAY),
                "concordat",
                closed(Result.ADOPTED, "Adopted: 2 of 3 agree (rule: no objection stands), quorum 2, no objection; "
                        + "SSOTP did not answer.", TEXT));
    }

    @Test void what_is_not_adopted_brings_nothing_into_force() {
        accepts(decision(due(CONSENT, TEXT), says(SCC, AGREE)), new CloseAtDeadline(D, YESTERDAY), "concordat",
                closed(Result.INQUORATE, "Inquorate: 1 of 3 answered, quorum 2; Police and SSOTP did not answer."));
    }

    @Test void silence_is_deemed_where_the_rule_allows_it() {
        accepts(decision(due(SILENCE), says(SCC, AGREE), says(POLICE, AGREE)), new CloseAtDeadline(D, YESTERDAY),
                "concordat",
                new PositionDeemed(D, SSOTP), closed(Result.ADOPTED,
                        "Adopted: 3 of 3 agree (rule: no objection stands), quorum 1, no objection; "
                        + "SSOTP did not answer and is deemed to agree."));
    }

    @Test void a_reserved_matter_is_inquorate_while_a_partner_is_silent() {
        accepts(decision(tabled(table(CONSENT, ALL, YESTERDAY, true), POLICE), says(SCC, AGREE), says(POLICE, AGREE)),
                new CloseAtDeadline(D, YESTERDAY), "concordat", closed(Result.INQUORATE,
                        "Inquorate: 2 of 3 answered, and in a reserved matter every partner must answer; "
                        + "SSOTP did not answer."));
    }

    @Test void an_untested_objection_stands_at_the_deadline() {
        accepts(decision(due(CONSENT), says(SCC, OBJECT), says(POLICE, AGREE)), new CloseAtDeadline(D, YESTERDAY),
                "concordat",
                closed(Result.DEADLOCKED,
                        "Deadlocked: 1 of 3 agrees (rule: no objection stands), quorum 2, but SCC's objection was not tested; "
                        + "SSOTP did not answer."));
    }

    @Test void a_deadline_that_moved_closes_nothing() {
        refuses(decision(due(CONSENT)), new CloseAtDeadline(D, START), "concordat", new NotDueYet(YESTERDAY));
    }

    @Test void a_deadline_to_come_closes_nothing() {
        refuses(decision(tabled()), new CloseAtDeadline(D, DEADLINE), "concordat", new NotDueYet(DEADLINE));
    }

    @Test void the_chair_closes_after_the_deadline_as_concordat_would() {
        accepts(decision(due(SILENCE), says(SCC, AGREE)), new CloseDecision(D), "chair", new PositionDeemed(D, POLICE),
                new PositionDeemed(D, SSOTP), closed(Result.ADOPTED, "Adopted: 3 of 3 agree (rule: no objection stands), quorum 1, "
                        + "no objection; "
                        + "Police and SSOTP did not answer and are deemed to agree."));
    }
}
