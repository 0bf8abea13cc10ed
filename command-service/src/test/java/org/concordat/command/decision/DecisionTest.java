package org.concordat.command.decision;

import static org.concordat.command.Hub.*;
import static org.concordat.command.decision.Facts.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.CommonRejection.*;
import org.concordat.api.Hash;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionRejection.*;
import org.concordat.api.decision.DueCommand.CloseAtDeadline;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Result;
import org.concordat.api.decision.Rule;
import org.concordat.api.decision.Standing;
import org.concordat.api.decision.Threshold;
import org.concordat.api.document.DocumentId;
import org.concordat.api.document.DocumentKind;
import org.concordat.api.partnership.PartnerId;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final Effect TEXT = new Effect.DocumentVersion(PROTOCOL);
    private static final PartnerId FIRE = new PartnerId("partner-mash.fire");
    private static final String ALL_AGREE = "Adopted: 3 of 3 agree, quorum 2, no objection.";

    private AggregateTestFixture<DecisionAggregate> fixture = deciding(Map.of());

    private TestExecutor<DecisionAggregate> decision(Object... facts) {
        return facts.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(on(START, Arrays.asList(facts)));
    }

    private void elsewhere(String id, Object... events) {
        fixture = deciding(Map.of(id, List.of(events)));
    }

    @Test void a_proposal_is_tabled() {
        accepts(decision(), table(), "police", tabled());
    }

    @Test void a_proposal_is_tabled_once() {
        refuses(decision(tabled()), table(), "police", new AlreadyTabled(D));
    }

    @Test void somebody_is_to_decide() {
        refuses(decision(), table(CONSENT, Set.of(), DEADLINE, false), "police", new NobodyEligible());
    }

    @Test void the_eligible_are_partners() {
        refuses(decision(), table(CONSENT, Set.of(POLICE, FIRE), DEADLINE, false), "police",
                new NotFound(FIRE.value()));
    }

    @Test void a_deadline_has_not_passed() {
        refuses(decision(), table(CONSENT, ALL, YESTERDAY, false), "police", new DeadlinePassed(YESTERDAY, TODAY));
    }

    @Test void a_reserved_matter_is_tabled() {
        accepts(decision(), table(CONSENT, ALL, DEADLINE, true), "police",
                tabled(table(CONSENT, ALL, DEADLINE, true), POLICE));
    }

    @Test void a_reserved_matter_is_every_partners() {
        refuses(decision(), table(CONSENT, Set.of(POLICE, SCC), DEADLINE, true), "police",
                new ReservedMatter("every partner of the day is eligible"));
    }

    @Test void a_reserved_matter_deems_nobody() {
        refuses(decision(), table(SILENCE, ALL, DEADLINE, true), "police",
                new ReservedMatter("nobody is deemed to agree"));
    }

    @Test void a_quorum_can_be_met() {
        refuses(decision(), table(new Rule(Threshold.CONSENT, Set.of(), 4, false, false), ALL, DEADLINE, false),
                "police",
                new RuleCannotBeMet("its quorum is 4, and 3 are eligible"));
    }

    @Test void whoever_must_agree_is_eligible() {
        refuses(decision(), table(new Rule(Threshold.CONSENT, Set.of(SCC), 1, false, false), Set.of(POLICE), DEADLINE,
                false),
                "police", new RuleCannotBeMet("it needs the agreement of a partner that is not eligible"));
    }

    @Test void a_decision_on_a_case_is_tabled() {
        accepts(decision(), caseDecision("threshold", false), "police",
                tabled(caseDecision("threshold", false), POLICE));
    }

    @Test void a_decision_on_a_case_is_never_reserved() {
        refuses(decision(), caseDecision("threshold", true), "police",
                new WrongClass(DecisionClass.CASE_AUTHORITY, "is never reserved"));
    }

    @Test void a_decision_on_a_case_brings_nothing_into_force() {
        refuses(decision(), caseDecision("threshold", false, TEXT), "police",
                new WrongClass(DecisionClass.CASE_AUTHORITY, "brings nothing of the partnership's into force"));
    }

    @Test void a_decision_on_a_case_names_its_type() {
        refuses(decision(), caseDecision(null, false), "police",
                new WrongClass(DecisionClass.CASE_AUTHORITY, "names its type, by which mandates are given"));
    }

    @Test void the_text_last_proposed_is_tabled() {
        elsewhere(PROTOCOL.value(), proposed(DocumentKind.PROTOCOL, SECOND), proposed(DocumentKind.PROTOCOL, FIRST));
        accepts(decision(), table(CONSENT, ALL, DEADLINE, false, TEXT), "police",
                tabled(table(CONSENT, ALL, DEADLINE, false, TEXT), POLICE));
    }

    @Test void another_text_is_not_tabled_for_the_document() {
        elsewhere(PROTOCOL.value(), proposed(DocumentKind.PROTOCOL, FIRST), proposed(DocumentKind.PROTOCOL, SECOND));
        refuses(decision(), table(CONSENT, ALL, DEADLINE, false, TEXT), "police",
                new NotTheProposedText(PROTOCOL.value()));
    }

    @Test void a_vision_is_reserved() {
        elsewhere(PROTOCOL.value(), proposed(DocumentKind.VISION, FIRST));
        refuses(decision(), table(CONSENT, ALL, DEADLINE, false, TEXT), "police",
                new ReservedMatter("a vision is agreed by every partner itself"));
    }

    @Test void a_decision_brings_into_force_what_is_of_its_partnership() {
        DocumentId other = new DocumentId("document-other.protocol");
        refuses(decision(), table(CONSENT, ALL, DEADLINE, false, new Effect.DocumentVersion(other)), "police",
                new NotFound(other.value()));
    }

    @Test void amending_lapses_positions_and_says_so() {
        accepts(decision(tabled(), says(SCC, AGREE)), new AmendProposal(D, SECOND, text("Sooner")), "police",
                amended(SCC));
    }

    @Test void another_partner_does_not_amend() {
        refuses(decision(tabled()), new AmendProposal(D, SECOND, text("x")), "scc", new NotTheTabler(D));
    }

    @Test void the_programme_office_amends_what_no_partner_tabled() {
        accepts(decision(tabled(table(), null)), new AmendProposal(D, SECOND, text("Sooner")), OFFICE, amended());
    }

    @Test void the_programme_office_does_not_amend_what_a_partner_tabled() {
        refuses(decision(tabled()), new AmendProposal(D, SECOND, text("x")), OFFICE, new NotTheTabler(D));
    }

    @Test void the_same_wording_is_no_amendment() {
        refuses(decision(tabled()), new AmendProposal(D, FIRST, text("x")), "police", new SameWording(D));
    }

    @Test void a_documents_text_is_amended_to_its_last_version_only() {
        elsewhere(PROTOCOL.value(), proposed(DocumentKind.PROTOCOL, FIRST));
        refuses(decision(tabled(table(CONSENT, ALL, DEADLINE, false, TEXT), POLICE)),
                new AmendProposal(D, SECOND, text("x")),
                "police", new NotTheProposedText(PROTOCOL.value()));
    }

    @Test void a_proposal_is_withdrawn() {
        accepts(decision(tabled()), new WithdrawProposal(D, text("Overtaken")), "police",
                new ProposalWithdrawn(D, text("Overtaken")));
    }

    @Test void another_partner_does_not_withdraw() {
        refuses(decision(tabled()), new WithdrawProposal(D, text("x")), "scc", new NotTheTabler(D));
    }

    @Test void a_deadline_is_extended() {
        accepts(decision(tabled()), new ExtendDeadline(D, JULY, text("Holidays")), "chair",
                new DeadlineExtended(D, DEADLINE, JULY, text("Holidays")));
    }

    @Test void a_deadline_is_never_brought_forward() {
        refuses(decision(tabled()), new ExtendDeadline(D, DEADLINE, text("x")), "chair",
                new DeadlineNotLater(DEADLINE));
    }

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
                "Not adopted: none of 3 agrees, and the rule asks that every partner agrees; SCC abstains; "
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
                closed(Result.ADOPTED, "Adopted: 2 of 3 agree, quorum 2, no objection; SSOTP did not answer.", TEXT));
    }

    @Test void what_is_not_adopted_brings_nothing_into_force() {
        accepts(decision(due(CONSENT, TEXT), says(SCC, AGREE)), new CloseAtDeadline(D, YESTERDAY), "concordat",
                closed(Result.INQUORATE, "Inquorate: 1 of 3 took a position, quorum 2; Police and SSOTP did not answer."));
    }

    @Test void silence_is_deemed_where_the_rule_allows_it() {
        accepts(decision(due(SILENCE), says(SCC, AGREE), says(POLICE, AGREE)), new CloseAtDeadline(D, YESTERDAY),
                "concordat",
                new PositionDeemed(D, SSOTP), closed(Result.ADOPTED,
                        "Adopted: 3 of 3 agree, quorum 1, no objection; SSOTP did not answer and is deemed to agree."));
    }

    @Test void a_reserved_matter_is_inquorate_while_a_partner_is_silent() {
        accepts(decision(tabled(table(CONSENT, ALL, YESTERDAY, true), POLICE), says(SCC, AGREE), says(POLICE, AGREE)),
                new CloseAtDeadline(D, YESTERDAY), "concordat", closed(Result.INQUORATE,
                        "Inquorate: 2 of 3 took a position, and in a reserved matter every partner takes one; SSOTP did not answer."));
    }

    @Test void an_untested_objection_stands_at_the_deadline() {
        accepts(decision(due(CONSENT), says(SCC, OBJECT), says(POLICE, AGREE)), new CloseAtDeadline(D, YESTERDAY),
                "concordat",
                closed(Result.DEADLOCKED,
                        "Deadlocked: 1 of 3 agrees, quorum 2, but SCC's objection stands untested; SSOTP did not answer."));
    }

    @Test void a_deadline_that_moved_closes_nothing() {
        refuses(decision(due(CONSENT)), new CloseAtDeadline(D, START), "concordat", new NotDueYet(YESTERDAY));
    }

    @Test void a_deadline_to_come_closes_nothing() {
        refuses(decision(tabled()), new CloseAtDeadline(D, DEADLINE), "concordat", new NotDueYet(DEADLINE));
    }

    @Test void the_chair_closes_after_the_deadline_as_concordat_would() {
        accepts(decision(due(SILENCE), says(SCC, AGREE)), new CloseDecision(D), "chair", new PositionDeemed(D, POLICE),
                new PositionDeemed(D, SSOTP), closed(Result.ADOPTED, "Adopted: 3 of 3 agree, quorum 1, no objection; "
                        + "Police and SSOTP did not answer and are deemed to agree."));
    }

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
        elsewhere(LATER.value(), tabled(), adopted());
        accepts(decision(tabled(), adopted()), new SupersedeDecision(D, LATER), "chair",
                new DecisionSuperseded(D, LATER));
    }

    @Test void it_is_not_superseded_by_what_no_longer_stands() {
        elsewhere(LATER.value(), tabled(), adopted(), new DecisionRescinded(D, text("x")));
        refuses(decision(tabled(), adopted()), new SupersedeDecision(D, LATER), "chair", new NoSuccessor(LATER));
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
        fixture.given(on(START, tabled()), on(YESTERDAY, adopted()))
                .when(new RatifyDecision(D, text("x")), by("chair", YESTERDAY.minusDays(1)))
                .expectNoEvents().expectExceptionDetails(new EffectiveBeforeAnswered(YESTERDAY.minusDays(1),
                YESTERDAY));
    }
}
