package org.concordat.command.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.Hash;
import org.concordat.api.Rejection;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionRejection.*;
import org.concordat.api.decision.Position;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Proviso;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.proviso.ProvisoRules;

/**
 * The rules of positions, objections and interests, while the decision is open.
 *
 * @param since the effective day from which the wording stands
 */
record Positions(Matter matter, Ballot ballot, LocalDate since) {

    List<DecisionEvent> record(RecordPosition c, Act act) {
        PartnerId partner = speaker(act);
        wording(c.wording());
        refuseIf(ballot.positions().containsKey(partner), new PositionAlreadyTaken(partner));
        MandateId mandate = matter.mandate(act, partner);
        return withResolution(partner, c.position(), new PositionRecorded(matter.id(), partner, c.position(),
                c.wording(), attached(partner, c.position(), act), mandate));
    }

    List<DecisionEvent> change(ChangePosition c, Act act) {
        PartnerId partner = speaker(act);
        wording(c.wording());
        refuseIf(!ballot.positions().containsKey(partner), new NoPosition(partner));
        MandateId mandate = matter.mandate(act, partner);
        return withResolution(partner, c.position(), new PositionChanged(matter.id(), partner, c.position(),
                c.wording(), c.why(), attached(partner, c.position(), act), mandate));
    }

    /** An objection is resolved when its own partner says something else: nobody else can say so for it. */
    private List<DecisionEvent> withResolution(PartnerId partner, Position position, DecisionEvent spoken) {
        List<DecisionEvent> events = new ArrayList<>(List.of(spoken));
        Taken before = ballot.positions().get(partner);
        boolean withdrawn = before != null && before.objects();
        if (!(position instanceof Position.Objection) && (withdrawn || ballot.reworded().contains(partner))) {
            events.add(new ObjectionResolved(matter.id(), partner, !withdrawn));
        }
        return events;
    }

    List<DecisionEvent> recordFor(RecordPositionFor c, Act act) {
        eligible(c.partner(), act);
        wording(c.wording());
        refuseIf(ballot.positions().containsKey(c.partner()), new PositionAlreadyTaken(c.partner()));
        return List.of(new PositionRecordedFor(matter.id(), c.partner(), c.position(), c.wording(), c.minutes(),
                attached(c.partner(), c.position(), act)));
    }

    List<DecisionEvent> contest(ContestPosition c, Act act) {
        PartnerId partner = speaker(act);
        toConfirm(ballot, partner);
        return List.of(new PositionContested(matter.id(), partner, c.reason()));
    }

    static Taken toConfirm(Ballot ballot, PartnerId partner) {
        Taken taken = ballot.positions().get(partner);
        if (taken == null || !taken.toConfirm()) throw new Rejected(new NothingToConfirm(partner));
        return taken;
    }

    List<DecisionEvent> uphold(UpholdObjection c, Act act) {
        tested(c.partner(), act);
        return List.of(new ObjectionUpheld(matter.id(), c.partner(), c.reason()));
    }

    List<DecisionEvent> dismiss(DismissObjection c, Act act) {
        tested(c.partner(), act);
        return List.of(new ObjectionDismissed(matter.id(), c.partner(), c.reason()));
    }

    private void tested(PartnerId partner, Act act) {
        Taken taken = ballot.positions().get(partner);
        if (taken == null || taken.test() != Taken.Test.WAITING) throw new Rejected(new NoObjection(partner));
        boolean own = act.roll().heldBy(act.person(), act.effectiveOn())
                .anyMatch(a -> a.kind() == AppointmentKind.REPRESENTATIVE && partner.equals(a.partner()));
        refuseIf(own, new OwnObjection(partner));
        act.notBefore(taken.on());
    }

    List<DecisionEvent> declare(DeclareInterest c, Act act) {
        return List.of(new InterestDeclared(matter.id(), speaker(act), c.interest()));
    }

    List<DecisionEvent> recuse(Recuse c, Act act) {
        return List.of(new PartnerRecused(matter.id(), speaker(act), c.reason()));
    }

    List<DecisionEvent> extend(ExtendDeadline c, Act act) {
        act.notBefore(since);
        refuseIf(!c.to().isAfter(matter.deadline()), new DeadlineNotLater(matter.deadline()));
        return List.of(new DeadlineExtended(matter.id(), matter.deadline(), c.to(), c.reason()));
    }

    private PartnerId speaker(Act act) {
        PartnerId partner = speaksFor(act);
        eligible(partner, act);
        return partner;
    }

    static PartnerId speaksFor(Act act) {
        return Objects.requireNonNull(act.partner(), "a representative speaks for a partner");
    }

    private void eligible(PartnerId partner, Act act) {
        refuseIf(!partner.partnershipId().equals(matter.id().partnershipId()), new NotFound(partner.value()));
        refuseIf(!matter.eligible().contains(partner), new NotEligible(partner));
        refuseIf(ballot.recused().contains(partner), new HasRecused(partner));
        act.notBefore(since);
        act.notBefore(ballot.spoke(partner));
        Taken taken = ballot.positions().get(partner);
        if (taken != null) act.notBefore(taken.on());
    }

    private void wording(Hash read) {
        // Plan 6a: partners sign up to what they read, not to what it became.
        refuseIf(!read.equals(matter.wording()), new WordingMoved(matter.wording()));
    }

    private List<Proviso> attached(PartnerId partner, Position position, Act act) {
        return position instanceof Position.AgreeSubjectToProvisos p
                ? ProvisoRules.attached(p.provisos(), matter.id().value(), partner, ballot.attachedBy(partner), act)
                : List.of();
    }

    private static void refuseIf(boolean refused, Rejection why) {
        if (refused) throw new Rejected(why);
    }
}
