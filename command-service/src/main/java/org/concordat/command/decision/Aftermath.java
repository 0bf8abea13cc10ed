package org.concordat.command.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.concordat.api.Rejection;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.DecisionRejection.*;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;

/**
 * What may follow a result.
 *
 * @param latest the latest effective day of anything that happened to the decision
 */
record Aftermath(DecisionId id, boolean adopted, boolean ratified, LocalDate latest) {

    List<DecisionEvent> ratify(RatifyDecision c) {
        refuseIf(!adopted, new NotAdopted(id));
        refuseIf(ratified, new AlreadyRatified(id));
        return List.of(new DecisionRatified(id, c.minutes()));
    }

    List<DecisionEvent> review(SetReviewDate c, Act act) {
        refuseIf(c.on().isBefore(act.today()), new ReviewDatePassed(c.on(), act.today()));
        return List.of(new ReviewDateSet(id, c.on()));
    }

    /** @param inForce whether that decision was adopted and still stands */
    List<DecisionEvent> supersede(SupersedeDecision c, Act act, Predicate<DecisionId> inForce) {
        act.notBefore(latest);
        refuseIf(!adopted, new NotAdopted(id));
        boolean another = !c.by().equals(id) && c.by().partnershipId().equals(id.partnershipId());
        refuseIf(!another || !inForce.test(c.by()), new NoSuccessor(c.by()));
        return List.of(new DecisionSuperseded(id, c.by()));
    }

    List<DecisionEvent> rescind(RescindDecision c, Act act) {
        act.notBefore(latest);
        refuseIf(!adopted, new NotAdopted(id));
        return List.of(new DecisionRescinded(id, c.reason()));
    }

    List<DecisionEvent> reopen(ReopenDecision c, Act act) {
        act.notBefore(latest);
        refuseIf(c.deadline().isBefore(act.today()), new DeadlinePassed(c.deadline(), act.today()));
        return List.of(new DecisionReopened(id, c.deadline(), c.reason()));
    }

    private static void refuseIf(boolean refused, Rejection why) {
        if (refused) throw new Rejected(why);
    }
}
