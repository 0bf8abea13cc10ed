package org.concordat.command.decision;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.DueCommand.LapseProviso;
import org.concordat.api.document.DocumentId;
import org.concordat.api.proviso.Provisos;
import org.concordat.command.act.Act;
import org.concordat.command.proviso.ProvisoRules;

/** What becomes of a decision's provisos, before the result and after it; never the result itself. */
record Judging(DecisionId id, Provisos provisos) {

    List<DecisionEvent> meet(MeetProviso c, Act act, Predicate<DocumentId> inForce) {
        ProvisoRules.meet(provisos, c.proviso(), act, inForce);
        return List.of(new ProvisoMet(id, c.proviso(), c.grounds()));
    }

    List<DecisionEvent> fail(FailProviso c, Act act) {
        ProvisoRules.fail(provisos, c.proviso(), act);
        return List.of(new ProvisoFailed(id, c.proviso(), c.grounds()));
    }

    List<DecisionEvent> waive(WaiveProviso c, Act act) {
        ProvisoRules.waive(provisos, c.proviso(), act);
        return List.of(new ProvisoWaived(id, c.proviso(), c.grounds()));
    }

    List<DecisionEvent> meet(MeetProvisosTogether c, Act act) {
        ProvisoRules.together(provisos, c.provisos(), act);
        return List.of(new ProvisosMetTogether(id, Set.copyOf(c.provisos()), c.minutes()));
    }

    List<DecisionEvent> lapse(LapseProviso c, Act act) {
        return List.of(new ProvisoLapsed(id, c.proviso(), ProvisoRules.lapse(provisos, c.proviso(), act).terms().by()));
    }
}
