package org.concordat.command.planitem;

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
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.PlanItemCommand.*;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Journal;
import org.concordat.command.act.Weighed;

/** Axon's side of an item of the plan; no rule. */
@Aggregate(cache = "aggregateCache")
@SuppressWarnings("NullAway.Init")
class PlanItemAggregate implements Weighed {

    @AggregateIdentifier private ItemId id;
    private final Journal journal = new Journal();
    private PlanItem item = PlanItem.NONE;

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(DrawUpItem c, CommandMessage<?> m, Desk desk) {
        return desk.carryOut(m, c.itemId().value(), journal, c.marking(), act -> item.drawUp(c, act));
    }

    @CommandHandler Receipt handle(AgreeAction c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.agree(c, act)); }

    @CommandHandler Receipt handle(AssignLead c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.on(c.action(), a -> a.assign(c, act))); }

    @CommandHandler Receipt handle(AcceptLead c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.on(c.action(), a -> a.accept(act))); }

    @CommandHandler Receipt handle(DeclineLead c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.on(c.action(), a -> a.decline(c, act))); }

    @CommandHandler Receipt handle(HandOverLead c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.on(c.action(), a -> a.handOver(c, act))); }

    @CommandHandler Receipt handle(StartAction c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.on(c.action(), a -> a.start(act))); }

    @CommandHandler Receipt handle(ReportProgress c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.on(c.action(), a -> a.progress(c, act))); }

    @CommandHandler Receipt handle(ReportComplete c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.on(c.action(), a -> a.complete(c, act))); }

    @CommandHandler Receipt handle(VerifyCompletion c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.on(c.action(), a -> a.verify(c, act))); }

    @CommandHandler Receipt handle(RejectCompletion c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.on(c.action(), a -> a.reject(c, act))); }

    @CommandHandler Receipt handle(DeferAction c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.on(c.action(), a -> a.defer(c, act))); }

    @CommandHandler Receipt handle(CancelAction c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.on(c.action(), a -> a.cancel(c, act))); }

    @CommandHandler Receipt handle(CloseItem c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> item.close(c, act)); }

    private Receipt announce(CommandMessage<?> message, Desk desk, Function<Act, List<PlanItemEvent>> decide) {
        return desk.carryOut(message, id.value(), journal, decide);
    }

    @EventSourcingHandler void on(PlanItemEvent event, EventMessage<?> message) {
        id = event.itemId();
        item = item.after(event, journal.note(message));
    }

    @EventSourcingHandler void on(UnknownSerializedType unknown, DomainEventMessage<?> message) {
        throw new Rejected(new UnreadableHistory(message.getAggregateIdentifier()));
    }

    @Override public long weight() { return journal.weight(); }
}
