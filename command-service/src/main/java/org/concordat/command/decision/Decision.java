package org.concordat.command.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.Hash;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.DecisionRejection.*;
import org.concordat.api.decision.Result;
import org.concordat.api.decision.Standing;
import org.concordat.api.document.DocumentEvent.VersionProposed;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.Provisos;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.jspecify.annotations.Nullable;

/**
 * Where a decision stands, and which rules then apply. No clock, no Spring, no I/O.
 *
 * @param reasons whether the reasons of this result, or of the one to come, are on record
 * @param since   the effective day from which wording and standing are what they are
 * @param latest  the latest effective day of anything that happened
 */
record Decision(@Nullable Matter matter, Standing standing, Ballot ballot, @Nullable Result result, boolean reasons,
                boolean ratified, LocalDate since, LocalDate latest) {

    static final Decision NONE =
            new Decision(null, Standing.OPEN, Ballot.NONE, null, false, false, LocalDate.MIN, LocalDate.MIN);

    List<DecisionEvent> table(TableProposal c, Act act, Function<DocumentId, Optional<VersionProposed>> proposed) {
        if (matter != null) throw new Rejected(new AlreadyTabled(matter.id()));
        return List.of(new Tabling(c, act).checked(proposed));
    }

    List<DecisionEvent> amend(AmendProposal c, Act act, Function<DocumentId, Optional<VersionProposed>> proposed) {
        Matter open = talking(c.decisionId(), act).matter();
        open.tabler(act);
        act.notBefore(latest);
        Hash hash = Hash.of(c.wording());
        if (hash.equals(open.wording())) throw new Rejected(new SameWording(open.id()));
        Matter.proposed(open.effects(), hash, proposed);
        return List.of(new ProposalAmended(open.id(), c.wording(), hash, c.reason(),
                Set.copyOf(ballot.positions().keySet())));
    }

    List<DecisionEvent> withdraw(WithdrawProposal c, Act act) {
        Matter open = talking(c.decisionId(), act).matter();
        open.tabler(act);
        act.notBefore(latest);
        return List.of(new ProposalWithdrawn(open.id(), c.reason()));
    }

    /** What is said while it is open: past the deadline nothing more is, whether or not it is closed on record yet. */
    Positions talking(DecisionId meant, Act act) {
        Matter open = open(meant);
        if (act.today().isAfter(open.deadline())) throw new Rejected(new DeadlinePassed(open.deadline(), act.today()));
        return new Positions(open, ballot, since);
    }

    /** Also after the result, which it does not change: the record says whether the minutes had it right. */
    List<DecisionEvent> confirm(ConfirmPosition c, Act act) {
        Matter found = live(c.decisionId());
        PartnerId partner = Positions.speaksFor(act);
        act.notBefore(Positions.toConfirm(ballot, partner).on());
        PositionConfirmed confirmed = new PositionConfirmed(found.id(), partner, found.mandate(act, partner));
        Taken taken = ballot.positions().get(partner);
        return taken == null || taken.objects() || !ballot.reworded().contains(partner) ? List.of(confirmed)
                : List.of(confirmed, new ObjectionResolved(found.id(), partner, true));
    }

    List<DecisionEvent> giveReasons(GiveReasons c, Act act) {
        Matter found = live(c.decisionId());
        act.notBefore(since);
        if (reasons) throw new Rejected(new ReasonsAlreadyGiven(found.id()));
        return List.of(new ReasonsGiven(found.id(), c.reasons(), List.copyOf(c.rejectedAlternatives())));
    }

    Closing closing(DecisionId meant, Act act) {
        Matter open = open(meant);
        act.notBefore(latest);
        return new Closing(open, ballot, reasons);
    }

    Aftermath aftermath(DecisionId meant, Act act) {
        Matter found = live(meant);
        if (result == null) throw new Rejected(new NotClosed(found.id()));
        act.notBefore(since);
        return new Aftermath(found.id(), result.adopted(), ratified, latest);
    }

    Judging judging(DecisionId meant) {
        return new Judging(live(meant).id(), ballot.provisos());
    }

    static boolean inForce(List<DecisionEvent> history) {
        Decision decision = NONE;
        for (DecisionEvent event : history) decision = decision.after(event, LocalDate.MIN);
        return decision.standing == Standing.CLOSED && decision.result != null && decision.result.adopted();
    }

    private Matter open(DecisionId meant) {
        Matter found = found(meant);
        if (standing != Standing.OPEN) throw new Rejected(new NotOpen(found.id(), standing));
        return found;
    }

    private Matter live(DecisionId meant) {
        Matter found = found(meant);
        if (standing == Standing.OPEN || standing == Standing.CLOSED) return found;
        throw new Rejected(new NotOpen(found.id(), standing));
    }

    private Matter found(DecisionId meant) {
        if (matter == null) throw new Rejected(new NotFound(meant.value()));
        return matter;
    }

    Decision after(DecisionEvent event, LocalDate on) {
        return switch (event) {
            case ProposalTabled e -> new Decision(Matter.of(e), Standing.OPEN, Ballot.NONE, null, false, false, on, on);
            case ProposalAmended e -> with(matter(m -> m.worded(e.hash())), ballot.amended(), on).from(on);
            case PositionRecorded e -> taken(e.partner(), Taken.of(e.position(), false, on), e.provisos());
            case PositionChanged e -> taken(e.partner(), Taken.of(e.position(), false, on), e.provisos());
            case PositionRecordedFor e -> taken(e.partner(), Taken.of(e.position(), true, on), e.provisos());
            case PositionConfirmed e -> with(ballot.confirmed(e.partner(), on), on);
            case PositionContested e -> with(ballot.contested(e.partner(), on), on);
            case PositionDeemed e -> taken(e.partner(), Taken.deemed(on), List.of());
            case ObjectionUpheld e -> with(ballot.changed(e.partner(), taken -> taken.tested(true, on)), on);
            case ObjectionDismissed e -> with(ballot.changed(e.partner(), taken -> taken.tested(false, on)), on);
            case ObjectionResolved _, InterestDeclared _, ReviewDateSet _ -> with(ballot, on);
            case PartnerRecused e -> with(ballot.recused(e.partner(), on), on);
            case DeadlineExtended e -> with(matter(m -> m.until(e.to())), ballot, on);
            case ReasonsGiven _ -> new Decision(matter, standing, ballot, result, true, ratified, since, later(on));
            case DecisionClosed e -> new Decision(matter, Standing.CLOSED, e.result().adopted() ? ballot : dropping(on),
                    e.result(), reasons, false, on, later(on));
            case DecisionRatified _ -> new Decision(matter, standing, ballot, result, reasons, true, since, later(on));
            case DecisionReopened e -> new Decision(matter(m -> m.until(e.deadline())), Standing.OPEN, ballot.anew(),
                    null, false, false, on, later(on));
            case ProposalWithdrawn _ -> over(Standing.WITHDRAWN, on);
            case DecisionSuperseded _ -> over(Standing.SUPERSEDED, on);
            case DecisionRescinded _ -> over(Standing.RESCINDED, on);
            case ProvisoMet e -> with(judged(Set.of(e.proviso()), ProvisoStanding.MET, on), on);
            case ProvisoFailed e -> with(judged(Set.of(e.proviso()), ProvisoStanding.FAILED, on), on);
            case ProvisoWaived e -> with(judged(Set.of(e.proviso()), ProvisoStanding.WAIVED, on), on);
            case ProvisoLapsed e -> with(judged(Set.of(e.proviso()), ProvisoStanding.LAPSED, on), on);
            case ProvisosMetTogether e -> with(judged(e.provisos(), ProvisoStanding.MET, on), on);
        };
    }

    private Decision taken(PartnerId partner, Taken taken, List<Proviso> provisos) {
        return with(ballot.taken(partner, taken, provisos), taken.on());
    }

    private @Nullable Matter matter(Function<Matter, Matter> change) {
        return matter == null ? null : change.apply(matter);
    }

    private Ballot judged(Set<ProvisoId> ids, ProvisoStanding next, LocalDate on) {
        Provisos judged = ballot.provisos();
        for (ProvisoId id : ids) judged = judged.standing(id, next, on);
        return ballot.with(judged);
    }

    private Ballot dropping(LocalDate on) {
        return ballot.with(ballot.provisos().dropping(on));
    }

    private Decision over(Standing next, LocalDate on) {
        return new Decision(matter, next, dropping(on), result, reasons, ratified, on, later(on));
    }

    private Decision with(Ballot next, LocalDate on) {
        return with(matter, next, on);
    }

    private Decision with(@Nullable Matter next, Ballot ballot, LocalDate on) {
        return new Decision(next, standing, ballot, result, reasons, ratified, since, later(on));
    }

    private Decision from(LocalDate on) {
        return new Decision(matter, standing, ballot, result, reasons, ratified, on, latest);
    }

    private LocalDate later(LocalDate on) {
        return on.isAfter(latest) ? on : latest;
    }
}
