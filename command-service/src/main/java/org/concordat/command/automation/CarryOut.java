package org.concordat.command.automation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.concordat.api.ActMetadata;
import org.concordat.api.Rejection;
import org.concordat.api.Sorted;
import org.concordat.api.commitment.CommitmentEvent.CommitmentProvisosMetTogether;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.decision.DecisionEvent.DecisionClosed;
import org.concordat.api.decision.DueCommand.BringIntoForce;
import org.concordat.api.decision.DueCommand.GiveDecidedMandate;
import org.concordat.api.decision.DueCommand.JoinCommitmentProvisos;
import org.concordat.api.decision.DueCommand.ProposeDecidedLead;
import org.concordat.api.decision.Effect;
import org.concordat.api.planitem.PlanItemCommand.AgreeAction;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what a decision brings into force. It waits for each answer, so its token never passes an effect that an
 * outage kept from happening; and because the id derives from the event, trying again does nothing twice.
 */
@ProcessingGroup(CarryOut.GROUP)
@DisallowReplay
final class CarryOut {

    static final String GROUP = "carry-out";
    private static final Logger LOG = LoggerFactory.getLogger(CarryOut.class);

    private final Errands errands;

    CarryOut(Errands errands) {
        this.errands = errands;
    }

    @EventHandler void on(DecisionClosed closed, EventMessage<?> message) {
        LocalDate on = Journal.effectiveOn(message);
        List<String> refusals = new ArrayList<>();
        int n = 0;
        for (Effect effect : closed.effects()) {
            String id = GROUP + ":" + message.getIdentifier() + ":" + ++n;
            errands.run(command(effect, closed), id, on).map(Rejection::code)
                    .ifPresent(code -> refusals.add(id + " " + code));
        }
        // Only now: an outage at a later effect comes back to the first, and a refusal is told once.
        refusals.forEach(refusal -> LOG.info("{} refused to carry out: {}", closed.decisionId(), refusal));
    }

    /** A joint act is one act: each other commitment of the path records it too, for the same day. */
    @EventHandler void on(CommitmentProvisosMetTogether met, EventMessage<?> message) {
        // What was carried here goes no further: only the act that somebody gave is carried.
        if (Desk.CONCORDAT.value().equals(message.getMetaData().get(ActMetadata.PERSON))) return;
        Set<CommitmentId> others = Sorted.copyOf(met.provisos().stream().map(CommitmentId::of)
                .filter(other -> !other.equals(met.commitmentId())).toList());
        for (CommitmentId other : others) {
            String id = GROUP + ":" + message.getIdentifier() + ":" + other;
            errands.run(new JoinCommitmentProvisos(other, met.commitmentId(), met.provisos(), met.minutes()), id,
                    Journal.effectiveOn(message)).map(Rejection::code)
                    .ifPresent(code -> LOG.info("{} refused the joint act of {}: {}", other, met.commitmentId(), code));
        }
    }

    private static Object command(Effect effect, DecisionClosed closed) {
        return switch (effect) {
            case Effect.DocumentVersion e -> new BringIntoForce(e.document(), closed.wording(), closed.decisionId());
            case Effect.Mandate e -> new GiveDecidedMandate(closed.decisionId().partnershipId(), e.mandate(), e.holder(),
                    e.scope(), e.from(), e.to(), closed.decisionId());
            case Effect.PartnershipLead e -> new ProposeDecidedLead(closed.decisionId().partnershipId(), e.level(),
                    e.person(), e.from(), e.to(), closed.decisionId());
            case Effect.Action e -> new AgreeAction(e.itemId(), e.action(), e.code(), e.methods(), e.timescale(), null);
        };
    }
}
