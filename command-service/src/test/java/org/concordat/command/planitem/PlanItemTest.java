package org.concordat.command.planitem;

import static org.concordat.command.Hub.*;
import static org.concordat.command.planitem.Facts.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.CommonRejection.*;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ActionStanding;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemCommand.*;
import org.concordat.api.planitem.PlanItemEvent.*;
import org.concordat.api.planitem.PlanItemRejection.*;
import org.junit.jupiter.api.Test;

class PlanItemTest {

    private static final LocalDate JANUARY = LocalDate.parse("2013-01-15");
    private final AggregateTestFixture<PlanItemAggregate> fixture = fixture(PlanItemAggregate.class);

    private TestExecutor<PlanItemAggregate> item(Object... facts) {
        return fixture.given(on(START, Arrays.asList(facts)));
    }

    private TestExecutor<PlanItemAggregate> ledBy(Lead lead, Object... more) {
        return item(java.util.stream.Stream.concat(java.util.stream.Stream.of(drawnUp(), agreed(), assigned(lead)), Arrays.stream(more)).toArray());
    }

    @Test void an_item_is_drawn_up() {
        fixture.givenNoPriorActivity().when(drawUp(), by(OFFICE)).expectEvents(drawnUp());
    }

    @Test void an_item_is_restricted_from_its_first_entry_on() {
        DrawUpItem c = drawUp();
        restricts(fixture, new DrawUpItem(MASH, LEADERSHIP, c.area(), c.title(), c.purpose(), c.challenges(), c.approach(),
                c.reviewQuestions(), c.findings(), c.component(), c.lens(), restrictedTo(POLICE)), OFFICE,
                new ContentMarked(MASH, LEADERSHIP.value(), Marking.RESTRICTED, Set.of(POLICE)), drawnUp());
    }

    @Test void an_item_is_drawn_up_once() {
        refuses(item(drawnUp()), drawUp(), OFFICE, new ItemAlreadyDrawnUp(LEADERSHIP));
    }

    @Test void an_item_answers_findings_that_are_registered() {
        FindingId unknown = new FindingId("finding-mash.99z");
        DrawUpItem c = drawUp();
        refuses(fixture.givenNoPriorActivity(), new DrawUpItem(MASH, LEADERSHIP, c.area(), c.title(), c.purpose(), c.challenges(),
                c.approach(), c.reviewQuestions(), Set.of(unknown), c.component(), null, null), OFFICE, new NotFound(unknown.value()));
    }

    @Test void an_action_is_agreed_once() {
        accepts(item(drawnUp()), agree(), OFFICE, agreed());
    }

    @Test void an_action_is_not_agreed_twice() {
        refuses(item(drawnUp(), agreed()), agree(), OFFICE, new ActionAlreadyAgreed(A06));
    }

    @Test void an_action_belongs_to_the_item_its_id_names() {
        ActionId other = new ActionId("action-mash.culture.A03");
        refuses(item(drawnUp()), new AgreeAction(LEADERSHIP, other, null, List.of(), MARCH, null), OFFICE, new NotFound(other.value()));
    }

    @Test void a_lead_is_assigned_to_the_parties_of_the_day() {
        accepts(item(drawnUp(), agreed()), new AssignLead(A06, EVERY_PARTNER), OFFICE, assigned(EVERY_PARTNER));
    }

    @Test void a_lead_names_parties_that_are_there() {
        PartnerId nobody = new PartnerId("partner-mash.fire");
        refuses(item(drawnUp(), agreed()), new AssignLead(A06, new Lead.Partner(nobody)), OFFICE, new UnknownParty(nobody.value()));
    }

    @Test void who_answers_for_a_joint_lead_is_one_of_its_parties() {
        Lead joint = new Lead.Jointly(List.of(new Lead.Partner(SCC), new Lead.Partner(SSOTP)), POLICE);
        refuses(item(drawnUp(), agreed()), new AssignLead(A06, joint), OFFICE, new AnswersForNothing(POLICE.value()));
    }

    @Test void a_started_action_is_handed_over_not_assigned_anew() {
        refuses(ledBy(POLICE_LEAD, accepted(1, POLICE), started()), new AssignLead(A06, EVERY_PARTNER), OFFICE,
                new WrongStanding(A06, ActionStanding.STARTED));
    }

    @Test void a_lead_is_accepted_for_the_partner_one_speaks_for() {
        accepts(ledBy(POLICE_ANSWERS), new AcceptLead(A06), "police", accepted(3, POLICE));
    }

    @Test void a_board_accepts_by_its_chair() {
        accepts(ledBy(new Lead.Board(SSCB)), new AcceptLead(A06), "sscb-chair", new LeadAccepted(LEADERSHIP, A06, 1, new Lead.Board(SSCB)));
    }

    @Test void a_lead_is_not_accepted_twice() {
        refuses(ledBy(POLICE_LEAD, accepted(1, POLICE)), new AcceptLead(A06), "police", new LeadAlreadyAccepted(A06));
    }

    @Test void a_lead_is_not_accepted_by_another() {
        refuses(ledBy(POLICE_LEAD), new AcceptLead(A06), "scc", new NotTheLead(A06));
    }

    @Test void a_lead_that_nobody_assigned_cannot_be_accepted() {
        refuses(item(drawnUp(), agreed()), new AcceptLead(A06), "police", new NoLead(A06));
    }

    @Test void nobody_accepts_for_words_that_are_not_explained() {
        refuses(ledBy(new Lead.AsPrinted(text("JM"))), new AcceptLead(A06), "police", new NotTheLead(A06));
    }

    @Test void a_lead_is_declined_with_a_reason() {
        accepts(ledBy(POLICE_LEAD), new DeclineLead(A06, text("No capacity")), "police", declined(1, POLICE));
    }

    @Test void an_accepted_lead_is_not_declined() {
        refuses(ledBy(POLICE_LEAD, accepted(1, POLICE)), new DeclineLead(A06, text("No")), "police", new LeadAlreadyAccepted(A06));
    }

    @Test void a_party_that_declined_may_think_better_of_it() {
        accepts(ledBy(POLICE_LEAD, declined(1, POLICE)), new AcceptLead(A06), "police", accepted(1, POLICE));
    }

    @Test void a_lead_is_handed_over_to_another_partner() {
        accepts(ledBy(POLICE_LEAD, accepted(1, POLICE)), new HandOverLead(A06, SCC, text("Moves with the team")), "police",
                handedOver(1, POLICE, SCC));
    }

    @Test void the_giver_leads_until_the_other_accepts() {
        accepts(ledBy(POLICE_LEAD, accepted(1, POLICE), handedOver(1, POLICE, SCC)), new StartAction(A06), "police", started());
    }

    @Test void the_receiver_accepts_a_handed_over_lead() {
        accepts(ledBy(POLICE_LEAD, accepted(1, POLICE), handedOver(1, POLICE, SCC)), new AcceptLead(A06), "scc", accepted(1, SCC));
    }

    @Test void a_declined_hand_over_leaves_the_lead_where_it_was() {
        accepts(ledBy(POLICE_LEAD, accepted(1, POLICE), handedOver(1, POLICE, SCC), declined(1, SCC)), new StartAction(A06), "police",
                started());
    }

    @Test void a_lead_is_not_handed_to_a_party_of_it() {
        refuses(ledBy(POLICE_ANSWERS, accepted(3, POLICE)), new HandOverLead(A06, SCC, text("x")), "police",
                new HandOverToItself(SCC.value()));
    }

    @Test void only_an_accepted_lead_is_handed_over() {
        refuses(ledBy(POLICE_LEAD), new HandOverLead(A06, SCC, text("x")), "police", new LeadNotAccepted(A06));
    }

    @Test void nothing_starts_without_a_lead() {
        refuses(item(drawnUp(), agreed()), new StartAction(A06), "police", new NoLead(A06));
    }

    @Test void nothing_starts_before_the_lead_has_accepted() {
        refuses(ledBy(POLICE_LEAD), new StartAction(A06), "police", new LeadNotAccepted(A06));
    }

    @Test void a_joint_lead_that_names_nobody_accountable_cannot_start() {
        refuses(ledBy(AS_PRINTED, accepted(3, POLICE)), new StartAction(A06), "police",
                new NoAccountableLead(A06, "the joint lead names no partner that answers"));
    }

    @Test void a_joint_lead_starts_once_the_accountable_partner_has_accepted() {
        accepts(ledBy(POLICE_ANSWERS, accepted(3, POLICE), accepted(2, SCC)), new StartAction(A06), "scc", started());
    }

    @Test void a_joint_lead_does_not_start_while_the_accountable_partner_has_not_accepted() {
        refuses(ledBy(POLICE_ANSWERS, accepted(2, SCC)), new StartAction(A06), "scc",
                new NoAccountableLead(A06, "the party that answers for it has not accepted"));
    }

    @Test void progress_is_reported_by_the_lead() {
        accepts(ledBy(POLICE_LEAD, accepted(1, POLICE), started()), new ReportProgress(A06, text("Met twice"), null), "police",
                new ProgressReported(LEADERSHIP, A06, 1, text("Met twice"), null));
    }

    @Test void progress_on_what_has_not_started_is_refused() {
        refuses(ledBy(POLICE_LEAD, accepted(1, POLICE)), new ReportProgress(A06, text("Met"), null), "police",
                new WrongStanding(A06, ActionStanding.AGREED));
    }

    @Test void each_part_is_reported_complete_by_its_own_party() {
        accepts(ledBy(EVERY_PARTNER, accepted(1, POLICE), accepted(2, SCC), started()), new ReportComplete(A06, null), "scc",
                reported(2, "scc"));
    }

    @Test void a_completion_is_reported_once() {
        refuses(ledBy(POLICE_LEAD, accepted(1, POLICE), started(), reported(1, "police")), new ReportComplete(A06, null), "police",
                new AlreadyReported(A06));
    }

    @Test void another_partner_verifies() {
        accepts(ledBy(POLICE_LEAD, accepted(1, POLICE), started(), reported(1, "police")), new VerifyCompletion(A06, null), "scc",
                verified(1));
    }

    @Test void nobody_verifies_their_own_completion() {
        refuses(ledBy(POLICE_LEAD, accepted(1, POLICE), started(), reported(1, "police")), new VerifyCompletion(A06, null), "police",
                new OwnCompletion(A06));
    }

    @Test void nobody_verifies_what_they_reported_for_somebody_else() {
        refuses(ledBy(POLICE_LEAD, accepted(1, POLICE), started(), reported(1, "scc")), new VerifyCompletion(A06, null), "scc",
                new OwnCompletion(A06));
    }

    @Test void the_part_is_named_where_several_wait() {
        refuses(ledBy(EVERY_PARTNER, accepted(1, POLICE), accepted(2, SCC), started(), reported(1, "police"), reported(2, "scc")),
                new VerifyCompletion(A06, null), "ssotp", new NothingToVerify(A06, List.of(1, 2)));
    }

    @Test void nothing_is_verified_before_it_is_reported() {
        refuses(ledBy(POLICE_LEAD, accepted(1, POLICE), started()), new VerifyCompletion(A06, null), "scc",
                new NothingToVerify(A06, List.of()));
    }

    @Test void a_completion_is_rejected_with_a_reason() {
        accepts(ledBy(POLICE_LEAD, accepted(1, POLICE), started(), reported(1, "police")),
                new RejectCompletion(A06, 1, text("No minutes")), "scc", new CompletionRejected(LEADERSHIP, A06, 1, text("No minutes")));
    }

    @Test void a_deferral_keeps_the_old_date_and_counts() {
        accepts(ledBy(POLICE_LEAD, accepted(1, POLICE), new ActionDeferred(LEADERSHIP, A06, MAY, MARCH, text("x"), 1)),
                new DeferAction(A06, MAY, text("Election")), "police",
                new ActionDeferred(LEADERSHIP, A06, MARCH, MAY, text("Election"), 2));
    }

    @Test void a_deferral_to_the_same_date_is_none() {
        refuses(item(drawnUp(), agreed()), new DeferAction(A06, MARCH, text("x")), OFFICE, new SameTimescale(A06));
    }

    @Test void a_partner_that_does_not_lead_does_not_defer() {
        refuses(ledBy(POLICE_LEAD, accepted(1, POLICE)), new DeferAction(A06, MAY, text("x")), "scc", new NotTheLead(A06));
    }

    @Test void the_programme_office_cancels_with_a_reason() {
        accepts(ledBy(POLICE_LEAD), new CancelAction(A06, text("Overtaken")), OFFICE, cancelled());
    }

    @Test void what_is_cancelled_stays_so() {
        refuses(ledBy(POLICE_LEAD, cancelled()), new CancelAction(A06, text("x")), OFFICE, new WrongStanding(A06, ActionStanding.CANCELLED));
    }

    @Test void an_item_closes_when_nothing_is_open() {
        accepts(ledBy(POLICE_LEAD, cancelled()), new CloseItem(LEADERSHIP), OFFICE, new ItemClosed(LEADERSHIP));
    }

    @Test void an_item_with_an_open_action_does_not_close() {
        refuses(ledBy(POLICE_LEAD), new CloseItem(LEADERSHIP), OFFICE, new ActionsOpen(LEADERSHIP, List.of(A06)));
    }

    @Test void nothing_happens_on_a_closed_item() {
        refuses(ledBy(POLICE_LEAD, cancelled(), new ItemClosed(LEADERSHIP)), agree(), OFFICE, new ItemIsClosed(LEADERSHIP));
    }

    @Test void an_action_that_is_not_there_is_not_found() {
        refuses(item(drawnUp()), new AcceptLead(A06), "police", new NotFound(A06.value()));
    }

    @Test void an_act_is_not_effective_before_the_act_it_answers() {
        fixture.given(on(START, drawnUp()), on(START, agreed()), on(JANUARY, assigned(POLICE_LEAD)))
                .when(new AcceptLead(A06), by("police", JANUARY.minusDays(1)))
                .expectNoEvents().expectExceptionDetails(new EffectiveBeforeAnswered(JANUARY.minusDays(1), JANUARY));
    }

    @Test void parts_are_back_dated_apart_from_each_other() {
        fixture.given(on(START, drawnUp()), on(START, agreed()), on(START, assigned(EVERY_PARTNER)), on(JANUARY, accepted(2, SCC)))
                .when(new AcceptLead(A06), by("police", JANUARY.minusDays(7))).expectEvents(accepted(1, POLICE));
    }

    @Test void a_day_that_has_not_come_is_refused() {
        ledBy(POLICE_LEAD).when(new AcceptLead(A06), by("police", TODAY.plusDays(1)))
                .expectNoEvents().expectExceptionDetails(new EffectiveAfterRecorded(TODAY.plusDays(1), TODAY));
    }

    @Test void the_auditor_changes_nothing() {
        refuses(ledBy(POLICE_LEAD), new AcceptLead(A06), "auditor",
                new NotAuthorised("AcceptLead", Set.of(AppointmentKind.REPRESENTATIVE, AppointmentKind.CHAIR)));
    }

    @Test void who_holds_no_appointment_is_told_that_nothing_is_there() {
        refuses(ledBy(POLICE_LEAD), new AcceptLead(A06), OUTSIDER, new NotFound(LEADERSHIP.value()));
    }
}
