package org.concordat.command.planitem;

import static org.concordat.api.planitem.PartStanding.ACCEPTED;
import static org.concordat.api.planitem.PartStanding.REPORTED_COMPLETE;
import static org.concordat.api.planitem.PartStanding.VERIFIED;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.api.Rejection;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ActionStanding;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemCommand.*;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.api.planitem.PlanItemEvent.*;
import org.concordat.api.planitem.PlanItemRejection.*;
import org.concordat.api.planitem.Timescale;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.jspecify.annotations.Nullable;

/**
 * Every rule of one action. Most acts answer an earlier act on one part, so back-dating is bounded part by part.
 *
 * @param since the effective day of the last act on the action as a whole
 */
record Action(ActionId id, Timescale timescale, @Nullable Lead lead, List<Part> parts, boolean started, boolean cancelled,
              int deferrals, LocalDate since) {

    static Action agreed(ActionAgreed e, LocalDate on) {
        return new Action(e.action(), e.timescale(), null, List.of(), false, false, 0, on);
    }

    ActionStanding standing() {
        return ActionStanding.of(cancelled, started, lead, parts.stream().map(Part::standing).toList());
    }

    List<PlanItemEvent> assign(AssignLead c, Act act) {
        // Once somebody has started, the lead moves by a hand-over, which never leaves it vacant.
        open(!started);
        act.notBefore(latest());
        Leads.check(c.lead(), act);
        return List.of(new LeadAssigned(id.itemId(), id, c.lead(), c.lead().parties(act.roll().partnersOn(act.effectiveOn()))));
    }

    List<PlanItemEvent> accept(Act act) {
        return answer(act, part -> part.acceptable(act), (part, party) -> new LeadAccepted(id.itemId(), id, part, party));
    }

    List<PlanItemEvent> decline(DeclineLead c, Act act) {
        return answer(act, part -> part.awaits(act), (part, party) -> new LeadDeclined(id.itemId(), id, part, party, c.reason()));
    }

    private interface Answer {
        PlanItemEvent of(int part, Lead.Party party);
    }

    private List<PlanItemEvent> answer(Act act, Predicate<Part> fits, Answer answer) {
        open(true);
        if (lead == null) throw new Rejected(new NoLead(id));
        return mine(act, fits, p -> p.heldBy(act) && p.standing().accepted(), new LeadAlreadyAccepted(id))
                .map(part -> answer.of(part.number(), part.offeredTo(act) ? Objects.requireNonNull(part.offeredTo()) : part.party()))
                .toList();
    }

    List<PlanItemEvent> handOver(HandOverLead c, Act act) {
        open(true);
        Part given = accepted(act);
        if (given.standing() != ACCEPTED) throw new Rejected(new AlreadyReported(id));
        Lead.Partner to = new Lead.Partner(c.to());
        Leads.check(to, act);
        if (parts.stream().anyMatch(p -> c.to().equals(p.party().answering()))) {
            throw new Rejected(new HandOverToItself(c.to().value()));
        }
        return List.of(new LeadHandedOver(id.itemId(), id, given.number(), given.party(), to, c.reason()));
    }

    List<PlanItemEvent> start(Act act) {
        open(!started);
        act.notBefore(since);
        if (lead == null) throw new Rejected(new NoLead(id));
        act.notBefore(accepted(act).since());
        accountable().forEach(part -> {
            if (!part.standing().accepted()) {
                throw new Rejected(new NoAccountableLead(id, "the party that answers for it has not accepted"));
            }
            act.notBefore(part.since());
        });
        return List.of(new ActionStarted(id.itemId(), id));
    }

    /** Plan 8d: one that answers. Every partner answers for its own part; a joint lead must say who does. */
    private Stream<Part> accountable() {
        if (!(lead instanceof Lead.Jointly joint)) return lead instanceof Lead.Party ? parts.stream() : Stream.empty();
        if (joint.answers() == null) {
            throw new Rejected(new NoAccountableLead(id, "the joint lead names no partner that answers"));
        }
        return parts.stream().filter(Part::answers);
    }

    List<PlanItemEvent> progress(ReportProgress c, Act act) {
        open(started);
        act.notBefore(since);
        Part mine = accepted(act);
        return List.of(new ProgressReported(id.itemId(), id, mine.number(), c.report(), c.evidence()));
    }

    List<PlanItemEvent> complete(ReportComplete c, Act act) {
        open(started);
        act.notBefore(since);
        return mine(act, p -> p.heldBy(act) && p.standing() == ACCEPTED, p -> p.heldBy(act) && p.standing().accepted(),
                new AlreadyReported(id))
                .<PlanItemEvent>map(part -> new CompletionReported(id.itemId(), id, part.number(), act.person(), c.evidence()))
                .toList();
    }

    List<PlanItemEvent> verify(VerifyCompletion c, Act act) {
        return List.of(new CompletionVerified(id.itemId(), id, reported(c.part(), act).number()));
    }

    List<PlanItemEvent> reject(RejectCompletion c, Act act) {
        return List.of(new CompletionRejected(id.itemId(), id, reported(c.part(), act).number(), c.reason()));
    }

    private Part reported(@Nullable Integer named, Act act) {
        open(true);
        List<Part> waiting = parts.stream().filter(p -> p.standing() == REPORTED_COMPLETE).toList();
        List<Part> meant = waiting.stream().filter(p -> named == null || named == p.number()).toList();
        if (meant.size() != 1) throw new Rejected(new NothingToVerify(id, waiting.stream().map(Part::number).toList()));
        Part part = meant.getFirst();
        // Plan 9a: nobody verifies their own completion.
        if (part.heldBy(act) || act.person().equals(part.reportedBy())) throw new Rejected(new OwnCompletion(id));
        act.notBefore(part.since());
        return part;
    }

    List<PlanItemEvent> defer(DeferAction c, Act act) {
        open(true);
        act.notBefore(since);
        if (act.appointment() != AppointmentKind.PROGRAMME_OFFICE) act.notBefore(accepted(act).since());
        if (c.to().equals(timescale)) throw new Rejected(new SameTimescale(id));
        return List.of(new ActionDeferred(id.itemId(), id, timescale, c.to(), c.reason(), deferrals + 1));
    }

    List<PlanItemEvent> cancel(CancelAction c, Act act) {
        open(true);
        act.notBefore(latest());
        return List.of(new ActionCancelled(id.itemId(), id, c.reason()));
    }

    private void open(boolean fits) {
        if (!fits || standing().over()) throw new Rejected(new WrongStanding(id, standing()));
    }

    LocalDate latest() {
        return Stream.concat(Stream.of(since), parts.stream().map(Part::since)).max(LocalDate::compareTo).orElse(since);
    }

    /** The first accepted part the act speaks for; the refusal says what is missing otherwise. */
    private Part accepted(Act act) {
        return mine(act, p -> p.heldBy(act) && p.standing().accepted() && p.standing() != VERIFIED, p -> p.heldBy(act),
                new LeadNotAccepted(id)).findFirst().orElseThrow();
    }

    /** The parts that fit, each no later than the act; else {@code close} when some nearly do; else the act is not the lead's. */
    private Stream<Part> mine(Act act, Predicate<Part> fits, Predicate<Part> nearly, Rejection close) {
        List<Part> mine = parts.stream().filter(fits).toList();
        if (mine.isEmpty()) throw new Rejected(parts.stream().anyMatch(nearly) ? close : new NotTheLead(id));
        mine.forEach(part -> act.notBefore(part.since()));
        return mine.stream();
    }

    Action after(OfAction event, LocalDate on) {
        return switch (event) {
            case ActionAgreed _ -> this;
            case LeadAssigned e -> new Action(id, timescale, e.lead(), assigned(e, on), started, cancelled, deferrals, since);
            case LeadAccepted e -> with(e.part(), p -> p.accepted(e.party(), on));
            case LeadDeclined e -> with(e.part(), p -> p.declined(on));
            case LeadHandedOver e -> with(e.part(), p -> p.offered(e.to(), on));
            case ActionStarted _ -> new Action(id, timescale, lead, parts, true, cancelled, deferrals, on);
            case ProgressReported _ -> this;
            case CompletionReported e -> with(e.part(), p -> p.reported(e.reportedBy(), on));
            case CompletionVerified e -> with(e.part(), p -> p.standing(VERIFIED, on));
            case CompletionRejected e -> with(e.part(), p -> p.standing(ACCEPTED, on));
            case ActionDeferred e -> new Action(id, e.to(), lead, parts, started, cancelled, e.times(), on);
            case ActionCancelled _ -> new Action(id, timescale, lead, parts, started, true, deferrals, on);
        };
    }

    private static List<Part> assigned(LeadAssigned e, LocalDate on) {
        return IntStream.rangeClosed(1, e.parts().size())
                .mapToObj(n -> Part.assigned(n, e.parts().get(n - 1), e.lead().answering(), on)).toList();
    }

    private Action with(int number, UnaryOperator<Part> change) {
        return new Action(id, timescale, lead, parts.stream().map(p -> p.number() == number ? change.apply(p) : p).toList(),
                started, cancelled, deferrals, since);
    }
}
