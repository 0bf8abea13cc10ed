package org.concordat.command.commitment;

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
import org.concordat.api.commitment.CommitmentCommand.*;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.decision.DueCommand.*;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Journal;
import org.concordat.command.act.Weighed;

/** Axon's side of a commitment; no rule. */
@Aggregate(cache = "aggregateCache")
@SuppressWarnings("NullAway.Init")
class CommitmentAggregate implements Weighed {

    @AggregateIdentifier private CommitmentId id;
    private final Journal journal = new Journal();
    private Commitment commitment = Commitment.NONE;

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(OfferCommitment c, CommandMessage<?> m, Desk desk) {
        return desk.carryOut(m, c.commitmentId().value(), journal, c.marking(),
                act -> commitment.offer(c, act, new Elsewhere(desk)));
    }

    @CommandHandler Receipt handle(AttachProviso c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.attach(c, act)); }

    @CommandHandler Receipt handle(ConfirmCommitment c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.confirm(c, act)); }

    @CommandHandler Receipt handle(VaryCommitment c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.revising(c.commitmentId(), act).vary(c)); }

    @CommandHandler Receipt handle(WithdrawCommitment c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.revising(c.commitmentId(), act).withdraw(c)); }

    @CommandHandler Receipt handle(DescribeInvestment c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.describe(c, act, new Elsewhere(desk))); }

    @CommandHandler Receipt handle(MeetCommitmentProviso c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.judging(c.commitmentId()).meet(c, act, new Elsewhere(desk))); }

    @CommandHandler Receipt handle(FailCommitmentProviso c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.judging(c.commitmentId()).fail(c, act)); }

    @CommandHandler Receipt handle(WaiveCommitmentProviso c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.judging(c.commitmentId()).waive(c, act)); }

    @CommandHandler Receipt handle(MeetCommitmentProvisosTogether c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.judging(c.commitmentId()).meet(c, act, new Elsewhere(desk))); }

    @CommandHandler Receipt handle(JoinCommitmentProvisos c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.judging(c.commitmentId()).join(c)); }

    @CommandHandler Receipt handle(LapseCommitmentProviso c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.judging(c.commitmentId()).lapse(c, act)); }

    @CommandHandler Receipt handle(ReceiveContribution c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.booking(c.commitmentId()).receive(c, act)); }

    @CommandHandler Receipt handle(CloseFinanceYear c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> commitment.booking(c.commitmentId()).close(c, act)); }

    private Receipt announce(CommandMessage<?> message, Desk desk, Function<Act, List<CommitmentEvent>> decide) {
        return desk.carryOut(message, id.value(), journal, decide);
    }

    @EventSourcingHandler void on(CommitmentEvent event, EventMessage<?> message) {
        id = event.commitmentId();
        commitment = commitment.after(event, journal.note(message));
    }

    @EventSourcingHandler void on(UnknownSerializedType unknown, DomainEventMessage<?> message) {
        throw new Rejected(new UnreadableHistory(message.getAggregateIdentifier()));
    }

    @Override public long weight() { return journal.weight(); }
}
