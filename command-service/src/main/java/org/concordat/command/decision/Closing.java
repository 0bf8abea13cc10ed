package org.concordat.command.decision;

import java.util.ArrayList;
import java.util.List;
import org.concordat.api.decision.DecisionCommand.CloseDecision;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.DecisionClosed;
import org.concordat.api.decision.DecisionEvent.PositionDeemed;
import org.concordat.api.decision.DecisionRejection.NotDueYet;
import org.concordat.api.decision.DecisionRejection.ObjectionUntested;
import org.concordat.api.decision.DecisionRejection.TooEarlyToClose;
import org.concordat.api.decision.DueCommand.CloseAtDeadline;
import org.concordat.api.decision.Result;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;

/** How an open decision comes to its result: computed once, and never typed. */
record Closing(Matter matter, Ballot ballot, boolean reasons) {

    /** Once the deadline has passed this is what Concordat itself would do, whoever is quicker. */
    List<DecisionEvent> close(CloseDecision c, Act act) {
        if (act.today().isAfter(matter.deadline())) return afterDeadline(act);
        Tally tally = Tally.of(matter, ballot, act);
        if (!tally.silent().isEmpty() && !tally.settled()) throw new Rejected(new TooEarlyToClose(tally.silent()));
        tally.untested().findFirst().ifPresent(partner -> { throw new Rejected(new ObjectionUntested(partner)); });
        return List.of(closed(tally, act));
    }

    List<DecisionEvent> close(CloseAtDeadline c, Act act) {
        if (!c.deadline().equals(matter.deadline()) || !act.today().isAfter(matter.deadline())) {
            throw new Rejected(new NotDueYet(matter.deadline()));
        }
        return afterDeadline(act);
    }

    private List<DecisionEvent> afterDeadline(Act act) {
        List<DecisionEvent> events = new ArrayList<>();
        Ballot counted = ballot;
        // R1: a reserved matter cannot be tabled with such a rule; were it so, still nobody would be deemed to agree.
        if (matter.rule().silenceAgrees() && !matter.reserved()) {
            for (var partner : Tally.of(matter, ballot, act).silent()) {
                events.add(new PositionDeemed(matter.id(), partner));
                counted = counted.taken(partner, Taken.deemed(act.effectiveOn()), List.of());
            }
        }
        events.add(closed(Tally.of(matter, counted, act), act));
        return events;
    }

    private DecisionClosed closed(Tally tally, Act act) {
        Result result = tally.result();
        String because = new Because(tally, act.roll()::nameOf).sentence();
        return new DecisionClosed(matter.id(), result, because, !reasons, matter.wording(),
                result.adopted() ? matter.effects() : List.of());
    }
}
