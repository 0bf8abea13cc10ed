package org.concordat.command.decision;

import static org.concordat.command.Hub.*;
import static org.concordat.command.decision.Facts.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.CommonRejection.*;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionRejection.*;
import org.concordat.api.decision.DueCommand.LapseProviso;
import org.concordat.api.decision.Standing;
import org.concordat.api.document.DocumentEvent.VersionCameIntoForce;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoRejection.*;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.junit.jupiter.api.Test;

class PositionTest {

    private AggregateTestFixture<DecisionAggregate> fixture = deciding(Map.of());

    private TestExecutor<DecisionAggregate> decision(Object... facts) {
        return fixture.given(on(START, Arrays.asList(facts)));
    }

    @Test void a_position_is_recorded_with_its_mandate() {
        accepts(decision(tabled()), record(AGREE), "scc", says(SCC, AGREE));
    }

    @Test void a_position_on_wording_that_moved_is_refused() {
        refuses(decision(tabled(), amended()), record(AGREE), "scc", new WordingMoved(Hash.of(SECOND)));
    }

    @Test void a_partner_that_is_not_eligible_takes_none() {
        refuses(decision(tabled(table(CONSENT, java.util.Set.of(POLICE, SSOTP), DEADLINE, false), POLICE)),
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
        fixture.given(on(START, tabled()), on(YESTERDAY, says(SCC, AGREE))).when(change(DISAGREE), by("scc", START))
                .expectNoEvents().expectExceptionDetails(new EffectiveBeforeAnswered(START, YESTERDAY));
    }

    @Test void positions_are_back_dated_apart_from_each_other() {
        fixture.given(on(START, tabled()), on(YESTERDAY, says(SCC, AGREE))).when(record(AGREE), by("police", START))
                .expectEvents(says(POLICE, AGREE));
    }

    @Test void an_objection_is_withdrawn_by_its_own_partner() {
        accepts(decision(tabled(), says(SCC, OBJECT)), change(AGREE), "scc", changes(SCC, AGREE),
                new ObjectionResolved(D, SCC, false));
    }

    @Test void an_objection_put_another_way_is_not_resolved() {
        accepts(decision(tabled(), says(SCC, OBJECT)), change(OBJECT), "scc", changes(SCC, OBJECT));
    }

    @Test void an_amendment_resolves_an_objection_when_its_partner_says_so() {
        accepts(decision(tabled(), says(SCC, OBJECT), amended(SCC)), new RecordPosition(D, Hash.of(SECOND), AGREE),
                "scc",
                new PositionRecorded(D, SCC, AGREE, Hash.of(SECOND), List.of(), mandate(SCC)),
                new ObjectionResolved(D, SCC, true));
    }

    @Test void an_objection_kept_on_the_new_wording_is_not_resolved() {
        accepts(decision(tabled(), says(SCC, OBJECT), amended(SCC)), new RecordPosition(D, Hash.of(SECOND), OBJECT),
                "scc",
                new PositionRecorded(D, SCC, OBJECT, Hash.of(SECOND), List.of(), mandate(SCC)));
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

    @Test void an_objection_is_upheld() {
        accepts(decision(tabled(), says(SCC, OBJECT)), new UpholdObjection(D, SCC, text("So it is")), "chair",
                new ObjectionUpheld(D, SCC, text("So it is")));
    }

    @Test void an_objection_is_dismissed() {
        accepts(decision(tabled(), says(SCC, OBJECT)), new DismissObjection(D, SCC, text("Not so")), "chair",
                new ObjectionDismissed(D, SCC, text("Not so")));
    }

    @Test void an_objection_is_tested_once() {
        refuses(decision(tabled(), says(SCC, OBJECT), new ObjectionUpheld(D, SCC, text("x"))),
                new DismissObjection(D, SCC, text("x")),
                "chair", new NoObjection(SCC));
    }

    @Test void nobody_tests_their_own_objection() {
        Appointed chairToo = new Appointed(MASH, new AppointmentId("appointment-mash.scc-chair"), new PersonId("scc"),
                AppointmentKind.CHAIR, null, SSCB, START, null);
        fixture = deciding(Map.of(), VOTING.after(chairToo, START));
        refuses(decision(tabled(), says(SCC, OBJECT)), new DismissObjection(D, SCC, text("x")), "scc",
                new OwnObjection(SCC));
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

    @Test void a_proviso_is_attached() {
        accepts(decision(tabled()), record(subjectTo(BY_JULY)), "ssotp",
                says(SSOTP, subjectTo(BY_JULY), provisoOf(SSOTP, 1, BY_JULY, TODAY)));
    }

    @Test void a_changed_position_attaches_provisos_of_another_id() {
        accepts(decision(tabled(), ssotpSubjectTo(BY_JULY)), change(subjectTo(IF_POLICE)), "ssotp",
                changes(SSOTP, subjectTo(IF_POLICE), provisoOf(SSOTP, 2, IF_POLICE, TODAY)));
    }

    @Test void a_proviso_ends_after_it_begins() {
        ProvisoTerms past = new ProvisoTerms.ByDate(text("x"), YESTERDAY);
        refuses(decision(tabled()), record(subjectTo(past)), "ssotp", new ProvisoEndsTooSoon(YESTERDAY, TODAY));
    }

    @Test void a_proviso_names_partners_that_are_there() {
        PartnerId fire = new PartnerId("partner-mash.fire");
        refuses(decision(tabled()), record(subjectTo(new ProvisoTerms.JudgedBy(text("x"), fire, JULY))), "ssotp",
                new NotFound(fire.value()));
    }

    @Test void a_partner_does_not_wait_for_itself() {
        refuses(decision(tabled()), record(subjectTo(IF_SSOTP)), "ssotp",
                new Malformed("partner", "is the one that attaches the proviso"));
    }

    @Test void a_proviso_is_met_after_the_result() {
        accepts(decision(tabled(), ssotpSubjectTo(BY_JULY), adopted()), new MeetProviso(D, P1, text("Done")), "ssotp",
                new ProvisoMet(D, P1, text("Done")));
    }

    @Test void a_proviso_is_judged_by_its_judge() {
        refuses(decision(tabled(), ssotpSubjectTo(SCC_JUDGES)), new MeetProviso(D, P1, text("x")), "ssotp",
                new NotTheJudge(P1, SCC));
    }

    @Test void a_proviso_fails() {
        accepts(decision(tabled(), ssotpSubjectTo(SCC_JUDGES), adopted()), new FailProviso(D, P1, text("Not safe")),
                "scc",
                new ProvisoFailed(D, P1, text("Not safe")));
    }

    @Test void a_settled_proviso_is_not_judged_again() {
        refuses(decision(tabled(), ssotpSubjectTo(BY_JULY), new ProvisoMet(D, P1, text("x"))),
                new FailProviso(D, P1, text("x")),
                "ssotp", new ProvisoSettled(P1, ProvisoStanding.MET));
    }

    @Test void a_proviso_is_waived_by_its_holder() {
        accepts(decision(tabled(), ssotpSubjectTo(SCC_JUDGES), adopted()), new WaiveProviso(D, P1, text("Content")),
                "ssotp",
                new ProvisoWaived(D, P1, text("Content")));
    }

    @Test void nobody_else_waives_it() {
        refuses(decision(tabled(), ssotpSubjectTo(SCC_JUDGES)), new WaiveProviso(D, P1, text("x")), "scc",
                new NotTheHolder(P1, SSOTP));
    }

    @Test void a_proviso_on_a_text_is_met_while_it_is_in_force() {
        fixture = deciding(Map.of(PROTOCOL.value(), List.of(new VersionCameIntoForce(PROTOCOL, Hash.of(FIRST),
                LATER))));
        accepts(decision(tabled(), ssotpSubjectTo(IF_TEXT)), new MeetProviso(D, P1, text("Agreed")), "ssotp",
                new ProvisoMet(D, P1, text("Agreed")));
    }

    @Test void a_proviso_on_a_text_waits_for_it() {
        refuses(decision(tabled(), ssotpSubjectTo(IF_TEXT)), new MeetProviso(D, P1, text("x")), "ssotp",
                new TextNotInForce(P1, PROTOCOL));
    }

    @Test void a_proviso_lapses_after_its_last_day() {
        accepts(decision(tabled(), ssotpSubjectTo(new ProvisoTerms.ByDate(text("x"), YESTERDAY))),
                new LapseProviso(D, P1),
                "concordat", new ProvisoLapsed(D, P1, YESTERDAY));
    }

    @Test void a_proviso_does_not_lapse_on_its_last_day() {
        refuses(decision(tabled(), ssotpSubjectTo(new ProvisoTerms.ByDate(text("x"), TODAY))), new LapseProviso(D, P1),
                "concordat",
                new NotLapsed(P1, TODAY));
    }

    @Test void past_its_last_day_nobody_judges_it() {
        refuses(decision(tabled(), ssotpSubjectTo(new ProvisoTerms.ByDate(text("x"), YESTERDAY))),
                new MeetProviso(D, P1, text("x")),
                "ssotp", new ProvisoSettled(P1, ProvisoStanding.LAPSED));
    }

    @Test void partners_that_wait_for_each_other_move_together() {
        ProvisoId other = ProvisoId.of(D.value(), POLICE, 1);
        accepts(decision(tabled(), ssotpSubjectTo(IF_POLICE),
                says(POLICE, subjectTo(IF_SSOTP), proviso(POLICE, 1, IF_SSOTP))),
                new MeetProvisosTogether(D, java.util.Set.of(P1, other), text("Minute 5")), "chair",
                new ProvisosMetTogether(D, java.util.Set.of(P1, other), text("Minute 5")));
    }

    @Test void what_waits_in_no_cycle_is_judged_apart() {
        refuses(decision(tabled(), ssotpSubjectTo(IF_POLICE)),
                new MeetProvisosTogether(D, java.util.Set.of(P1), text("x")), "chair",
                new NoCycle());
    }

    @Test void a_changed_position_drops_its_provisos() {
        refuses(decision(tabled(), ssotpSubjectTo(BY_JULY), changes(SSOTP, AGREE)), new MeetProviso(D, P1, text("x")),
                "ssotp",
                new NoSuchProviso(P1));
    }

    @Test void nobody_waits_for_provisos_of_what_was_not_adopted() {
        refuses(decision(tabled(), ssotpSubjectTo(BY_JULY), notAdopted()), new MeetProviso(D, P1, text("x")), "ssotp",
                new ProvisoSettled(P1, ProvisoStanding.DROPPED));
    }
}
