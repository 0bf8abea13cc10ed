package org.concordat.command.decision;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.spring.stereotype.Aggregate;
import org.concordat.api.CommonRejection.UnreadableHistory;
import org.concordat.api.Receipt;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.DueCommand.*;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Journal;
import org.concordat.command.act.Weighed;

/** Axon's side of a decision; no rule. */
@Aggregate(cache = "aggregateCache")
@SuppressWarnings("NullAway.Init")
class DecisionAggregate implements Weighed {

    @AggregateIdentifier private DecisionId id;
    private final Journal journal = new Journal();
    private Decision decision = Decision.NONE;

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(TableProposal c, CommandMessage<?> m, Desk desk) {
        return desk.carryOut(m, c.decisionId().value(), journal, c.marking(),
                act -> decision.table(c, act, new Elsewhere(desk)::proposed));
    }

    @CommandHandler Receipt handle(AmendProposal c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.amend(c, act, new Elsewhere(desk)::proposed)); }

    @CommandHandler Receipt handle(RecordPosition c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.talking(c.decisionId(), act).record(c, act)); }

    @CommandHandler Receipt handle(ChangePosition c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.talking(c.decisionId(), act).change(c, act)); }

    @CommandHandler Receipt handle(RecordPositionFor c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.talking(c.decisionId(), act).recordFor(c, act)); }

    @CommandHandler Receipt handle(ConfirmPosition c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.confirm(c, act)); }

    @CommandHandler Receipt handle(ContestPosition c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.talking(c.decisionId(), act).contest(c, act)); }

    @CommandHandler Receipt handle(UpholdObjection c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.talking(c.decisionId(), act).uphold(c, act)); }

    @CommandHandler Receipt handle(DismissObjection c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.talking(c.decisionId(), act).dismiss(c, act)); }

    @CommandHandler Receipt handle(DeclareInterest c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.talking(c.decisionId(), act).declare(c, act)); }

    @CommandHandler Receipt handle(Recuse c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.talking(c.decisionId(), act).recuse(c, act)); }

    @CommandHandler Receipt handle(ExtendDeadline c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.talking(c.decisionId(), act).extend(c, act)); }

    @CommandHandler Receipt handle(GiveReasons c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.giveReasons(c, act)); }

    @CommandHandler Receipt handle(CloseDecision c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.closing(c.decisionId(), act).close(c, act)); }

    @CommandHandler Receipt handle(CloseAtDeadline c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.closing(c.decisionId(), act).close(c, act)); }

    @CommandHandler Receipt handle(RatifyDecision c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.aftermath(c.decisionId(), act).ratify(c)); }

    @CommandHandler Receipt handle(SetReviewDate c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.aftermath(c.decisionId(), act).review(c, act)); }

    @CommandHandler Receipt handle(SupersedeDecision c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.aftermath(c.decisionId(), act).supersede(c, act, new Elsewhere(desk)::inForce)); }

    @CommandHandler Receipt handle(RescindDecision c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.aftermath(c.decisionId(), act).rescind(c, act)); }

    @CommandHandler Receipt handle(ReopenDecision c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.aftermath(c.decisionId(), act).reopen(c, act)); }

    @CommandHandler Receipt handle(WithdrawProposal c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.withdraw(c, act)); }

    @CommandHandler Receipt handle(MeetProviso c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.judging(c.decisionId()).meet(c, act, new Elsewhere(desk)::inForce)); }

    @CommandHandler Receipt handle(FailProviso c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.judging(c.decisionId()).fail(c, act)); }

    @CommandHandler Receipt handle(WaiveProviso c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.judging(c.decisionId()).waive(c, act)); }

    @CommandHandler Receipt handle(MeetProvisosTogether c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.judging(c.decisionId()).meet(c, act)); }

    @CommandHandler Receipt handle(LapseProviso c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> decision.judging(c.decisionId()).lapse(c, act)); }

    private Receipt announce(CommandMessage<?> message, Desk desk, Function<Act, List<DecisionEvent>> decide) {
        return desk.carryOut(message, id.value(), journal, decide);
    }

    @EventSourcingHandler void on(DecisionEvent event, EventMessage<?> message) {
        id = event.decisionId();
        decision = decision.after(event, journal.note(message));
    }

    @EventSourcingHandler void on(UnknownSerializedType unknown, DomainEventMessage<?> message) {
        throw new Rejected(new UnreadableHistory(message.getAggregateIdentifier()));
    }

    @Override public long weight() { return journal.weight(); }
}
