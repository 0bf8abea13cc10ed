package org.concordat.query.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.A06;
import static org.concordat.query.ledger.Story.A07;
import static org.concordat.query.ledger.Story.BY_POLICE;
import static org.concordat.query.ledger.Story.BY_SCC;
import static org.concordat.query.ledger.Story.LEADERSHIP;
import static org.concordat.query.ledger.Story.MARCH;
import static org.concordat.query.ledger.Story.MAY;
import static org.concordat.query.ledger.Story.POLICE;
import static org.concordat.query.ledger.Story.text;

import java.util.List;
import org.concordat.api.PersonId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ActionStanding;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PartStanding;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.api.planitem.PlanItemEvent.ActionDeferred;
import org.concordat.api.planitem.PlanItemEvent.ActionStarted;
import org.concordat.api.planitem.PlanItemEvent.CompletionRejected;
import org.concordat.api.planitem.PlanItemEvent.CompletionReported;
import org.concordat.api.planitem.PlanItemEvent.CompletionVerified;
import org.concordat.api.planitem.PlanItemEvent.LeadAccepted;
import org.concordat.api.planitem.PlanItemEvent.LeadDeclined;
import org.concordat.api.planitem.PlanItemEvent.LeadHandedOver;
import org.concordat.query.ledger.Story;
import org.junit.jupiter.api.Test;

class ActionTest {

    private static final Lead JOINT = new Lead.Jointly(
            List.of(BY_POLICE, new Lead.AsPrinted(text("JM")), new Lead.Post(text("OD"), null)), null);
    private static final LeadHandedOver OFFERED = new LeadHandedOver(LEADERSHIP, A06, 1, BY_POLICE, BY_SCC,
            text("Closer"));

    @Test void nothing_printed_and_nobody_assigned_is_a_gap() {
        assertThat(action(A07).gaps()).containsExactly("No lead is printed.");
        assertThat(action(A06).gaps()).containsExactly("Police, SCC is printed and no lead is assigned.");
    }

    @Test void assigned_is_not_accepted() {
        Action action = action(A06, Story.assigned(BY_POLICE));
        assertThat(action.acceptances()).extracting(Acceptance::standing)
                .containsExactly(PartStanding.AWAITING_ACCEPTANCE);
        assertThat(action.gaps()).containsExactly("Nobody has accepted.");
        assertThat(action(A06, Story.assigned(BY_POLICE), accepted(BY_POLICE)).gaps()).isEmpty();
    }

    @Test void a_joint_lead_shows_who_is_not_known_and_that_nobody_answers() {
        Action action = action(A06, Story.assigned(JOINT), accepted(BY_POLICE));
        assertThat(action.acceptances()).extracting(Acceptance::standing)
            .containsExactly(PartStanding.ACCEPTED, PartStanding.UNRESOLVED, PartStanding.UNRESOLVED);
        assertThat(action.gaps()).containsExactly("JM is printed and nobody has said who it is.",
            "OD is a post, and no partner is named that answers for it.",
                    "The joint lead names no partner that answers.");
    }

    @Test void an_answering_partner_that_has_not_accepted_is_a_gap() {
        Action action = action(A06, Story.assigned(new Lead.Jointly(List.of(BY_SCC, BY_POLICE), POLICE)),
                accepted(BY_SCC));
        assertThat(action.gaps()).containsExactly("The partner that answers for the joint lead has not accepted.");
    }

    @Test void the_giver_stays_until_the_other_accepts() {
        Action offered = action(A06, Story.assigned(BY_POLICE), accepted(BY_POLICE), OFFERED);
        assertThat(offered.acceptances().getFirst().party()).isEqualTo(BY_POLICE);
        assertThat(offered.acceptances().getFirst().handOver().to()).isEqualTo(BY_SCC);
        Acceptance taken = action(A06, Story.assigned(BY_POLICE), accepted(BY_POLICE), OFFERED, accepted(BY_SCC))
            .acceptances().getFirst();
        assertThat(taken.party()).isEqualTo(BY_SCC);
        assertThat(taken.handOver()).isNull();
    }

    @Test void declining_a_hand_over_leaves_the_part_as_it_was() {
        PlanItemEvent no = new LeadDeclined(LEADERSHIP, A06, 1, BY_SCC, text("No capacity"));
        Acceptance kept = action(A06, Story.assigned(BY_POLICE), accepted(BY_POLICE), OFFERED, no)
                .acceptances().getFirst();
        assertThat(kept.standing()).isEqualTo(PartStanding.ACCEPTED);
        assertThat(kept.handOver()).isNull();
        Acceptance declined = action(A06, Story.assigned(BY_SCC), no).acceptances().getFirst();
        assertThat(declined.standing()).isEqualTo(PartStanding.DECLINED);
        assertThat(declined.reason()).isEqualTo(text("No capacity"));
    }

    @Test void a_completion_is_reported_rejected_reported_and_verified() {
        PlanItemEvent[] reported = {Story.assigned(BY_POLICE), accepted(BY_POLICE), new ActionStarted(LEADERSHIP,
                A06), done()};
        assertThat(action(A06, reported).standing()).isEqualTo(ActionStanding.REPORTED_COMPLETE);
        PlanItemEvent no = new CompletionRejected(LEADERSHIP, A06, 1, text("Minutes missing"));
        assertThat(action(A06, and(reported, no)).standing()).isEqualTo(ActionStanding.STARTED);
        Action verified = action(A06, and(reported, no, done(), new CompletionVerified(LEADERSHIP, A06, 1)));
        assertThat(verified.standing()).isEqualTo(ActionStanding.VERIFIED);
        assertThat(verified.gaps()).isEmpty();
    }

    @Test void a_deferral_keeps_the_old_timescale_and_counts() {
        Action action = action(A06, new ActionDeferred(LEADERSHIP, A06, MARCH, MAY, text("Late"), 1),
            new ActionDeferred(LEADERSHIP, A06, MAY, MARCH, text("Sooner after all"), 2));
        assertThat(action.timescale()).isEqualTo(MARCH);
        assertThat(action.deferrals()).extracting(Deferral::from).containsExactly(MARCH, MAY);
        assertThat(action.deferrals()).extracting(Deferral::times).containsExactly(1, 2);
    }

    private static LeadAccepted accepted(Lead.Party by) {
        return new LeadAccepted(LEADERSHIP, A06, 1, by);
    }

    private static CompletionReported done() {
        return new CompletionReported(LEADERSHIP, A06, 1, new PersonId("police"), null);
    }

    private static PlanItemEvent[] and(PlanItemEvent[] first, PlanItemEvent... more) {
        return java.util.stream.Stream.concat(List.of(first).stream(), List.of(more).stream())
                .toArray(PlanItemEvent[]::new);
    }

    private static Action action(ActionId id, PlanItemEvent... events) {
        return PlanView.NONE.after(Story.drawnUp().with(events).ledger.all()).action(id);
    }
}
