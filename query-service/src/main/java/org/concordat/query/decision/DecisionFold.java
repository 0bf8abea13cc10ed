package org.concordat.query.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.Position;
import org.concordat.api.decision.Standing;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.query.decision.PositionTaken.Ended;
import org.concordat.query.ledger.Entry;
import org.concordat.query.partnership.Act;
import org.concordat.query.proviso.ProvisoAttached;
import org.jspecify.annotations.Nullable;

/** Changes inside, and is thrown away once frozen. */
final class DecisionFold {

    private final ProposalTabled terms;
    private final Act tabled;
    private long version;
    private Standing standing;
    private LocalDate deadline;
    private final List<Wording> wordings;
    private final List<PositionTaken> positions;
    private final List<Objection> objections;
    private final Map<ProvisoId, ProvisoAttached> provisos;
    private final List<Closing> closings;
    private final List<Said> said;

    DecisionFold(ProposalTabled e, Act act) {
        this(new Decision(e, act, 0, Standing.OPEN, e.deadline(),
                List.of(new Wording(1, e.wording(), e.hash(), null, Set.of(), act)), List.of(), List.of(), Map.of(),
                List.of(), List.of()));
    }

    DecisionFold(Decision d) {
        terms = d.terms();
        tabled = d.tabled();
        version = d.version();
        standing = d.standing();
        deadline = d.deadline();
        wordings = new ArrayList<>(d.wordings());
        positions = new ArrayList<>(d.positions());
        objections = new ArrayList<>(d.objections());
        provisos = new LinkedHashMap<>(d.provisosById());
        closings = new ArrayList<>(d.closings());
        said = new ArrayList<>(d.said());
    }

    Decision frozen() {
        return new Decision(terms, tabled, version, standing, deadline, List.copyOf(wordings), List.copyOf(positions),
                List.copyOf(objections), Collections.unmodifiableMap(provisos), List.copyOf(closings),
                List.copyOf(said));
    }

    void at(long newest) {
        version = Math.max(version, newest);
    }

    void on(DecisionEvent event, Entry entry) {
        Act act = Act.of(entry);
        String read = entry.authority();
        switch (event) {
            case ProposalTabled e -> { }
            case ProposalAmended e -> amended(e, act);
            case PositionRecorded e -> taken(e.partner(), e.position(), e.wording(), null, null, e.mandate(), read,
                    e.provisos(), act);
            case PositionChanged e -> taken(e.partner(), e.position(), e.wording(), e.why(), null, e.mandate(), read,
                    e.provisos(), act);
            case PositionRecordedFor e -> taken(e.partner(), e.position(), e.wording(), null, e.minutes(), null, null,
                    e.provisos(), act);
            case PositionConfirmed e -> counting(e.partner(), p -> p.confirmed(e.mandate(), read, act));
            case PositionContested e -> {
                counting(e.partner(), p -> p.contested(e.reason(), act));
                over(e.partner(), act);
            }
            case PositionDeemed e -> taken(e.partner(), null, wordings.getLast().hash(), null, null, null, null,
                    List.of(), act);
            case ObjectionUpheld e -> objection(e.partner(), o -> o.tested(true, e.reason(), act));
            case ObjectionDismissed e -> objection(e.partner(), o -> o.tested(false, e.reason(), act));
            case ObjectionResolved e -> objection(e.partner(), o -> o.resolved(e.byAmendment(), act));
            case InterestDeclared e -> said.add(new Said.Interest(e.partner(), e.interest(), act));
            case PartnerRecused e -> {
                end(e.partner(), Ended.RECUSED, act);
                said.add(new Said.Recusal(e.partner(), e.reason(), act));
            }
            case DeadlineExtended e -> {
                deadline = e.to();
                said.add(new Said.Extension(e.from(), e.to(), e.reason(), act));
            }
            case ReasonsGiven e -> said.add(new Said.Reasons(e.reasons(), e.rejectedAlternatives(), act));
            case DecisionClosed e -> {
                standing = Standing.CLOSED;
                closings.add(new Closing(e.result(), e.because(), e.reasonsOwed(), e.wording(), e.effects(), act));
                if (!e.result().adopted()) unopened(act);
            }
            case DecisionRatified e -> said.add(new Said.Ratification(e.minutes(), act));
            case ReviewDateSet e -> said.add(new Said.Review(e.on(), act));
            case DecisionSuperseded e -> over(Standing.SUPERSEDED, new Said.Superseding(e.by(), act));
            case DecisionRescinded e -> over(Standing.RESCINDED, new Said.Rescission(e.reason(), act));
            case DecisionReopened e -> reopened(e, act);
            case ProposalWithdrawn e -> over(Standing.WITHDRAWN, new Said.Withdrawal(e.reason(), act));
            case ProvisoMet e -> settled(e.proviso(), ProvisoStanding.MET, e.grounds(), act);
            case ProvisoFailed e -> settled(e.proviso(), ProvisoStanding.FAILED, e.grounds(), act);
            case ProvisoWaived e -> settled(e.proviso(), ProvisoStanding.WAIVED, e.grounds(), act);
            case ProvisoLapsed e -> settled(e.proviso(), ProvisoStanding.LAPSED, null, act);
            case ProvisosMetTogether e -> e.provisos().forEach(p -> settled(p, ProvisoStanding.MET, e.minutes(), act));
        }
    }

    private void amended(ProposalAmended e, Act act) {
        wordings.add(new Wording(wordings.size() + 1, e.wording(), e.hash(), e.reason(), e.lapsed(), act));
        e.lapsed().forEach(partner -> end(partner, Ended.LAPSED, act));
    }

    private void taken(PartnerId partner, @Nullable Position position, Hash wording, @Nullable Text why,
                       @Nullable Text minutes, @Nullable MandateId mandate, @Nullable String authority,
                       List<Proviso> attached, Act act) {
        end(partner, Ended.CHANGED, act);
        positions.add(new PositionTaken(partner, position, wording, why, minutes, mandate, authority,
                attached.stream().map(Proviso::id).toList(), act, null, null, null, null));
        attached.forEach(p -> provisos.put(p.id(), new ProvisoAttached(terms.decisionId().value(), p, act, List.of())));
        if (position instanceof Position.Objection o) {
            objections.add(new Objection(partner, o, wording, act, null, null, false));
        }
    }

    private void reopened(DecisionReopened e, Act act) {
        Set.copyOf(positions.stream().map(PositionTaken::partnerId).toList())
                .forEach(partner -> end(partner, Ended.REOPENED, act));
        standing = Standing.OPEN;
        deadline = e.deadline();
        said.add(new Said.Reopening(e.deadline(), e.reason(), act));
    }

    private void over(Standing next, Said why) {
        standing = next;
        said.add(why);
        unopened(why.act());
    }

    /** Nobody waits for what is open on something that is over, or never came to be. */
    private void unopened(Act act) {
        provisos.replaceAll((id, p) -> p.open() ? p.dropped(act) : p);
    }

    private void end(PartnerId partner, Ended how, Act act) {
        counting(partner, p -> p.ended(how, act));
        over(partner, act);
    }

    /** What hung on the positions of that partner hangs on nothing now. */
    private void over(PartnerId partner, Act act) {
        last(objections, o -> o.partnerId().equals(partner) && !o.over(), Objection::ended);
        provisos.replaceAll((id, p) -> p.holderId().equals(partner) && (p.open() || p.broken()) ? p.dropped(act) : p);
    }

    private void counting(PartnerId partner, UnaryOperator<PositionTaken> change) {
        last(positions, p -> p.current() && p.partnerId().equals(partner), change);
    }

    // The act that ends the position may be on record before the word that it resolved the objection.
    private void objection(PartnerId partner, UnaryOperator<Objection> change) {
        last(objections, o -> o.partnerId().equals(partner) && o.resolution() == null, change);
    }

    private void settled(ProvisoId id, ProvisoStanding next, @Nullable Text grounds, Act act) {
        provisos.computeIfPresent(id, (key, p) -> p.settled(next, grounds, act));
    }

    private static <T> void last(List<T> all, Predicate<T> which, UnaryOperator<T> change) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (which.test(all.get(i))) {
                all.set(i, change.apply(all.get(i)));
                return;
            }
        }
    }
}
