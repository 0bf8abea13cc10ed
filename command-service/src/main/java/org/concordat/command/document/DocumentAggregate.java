package org.concordat.command.document;

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
import org.concordat.api.decision.DueCommand.BringIntoForce;
import org.concordat.api.document.DocumentCommand.AcknowledgeVersion;
import org.concordat.api.document.DocumentCommand.ProposeVersion;
import org.concordat.api.document.DocumentEvent;
import org.concordat.api.document.DocumentId;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Journal;
import org.concordat.command.act.Weighed;

/** Axon's side of an agreed text; no rule. */
@Aggregate(cache = "aggregateCache")
@SuppressWarnings("NullAway.Init")
class DocumentAggregate implements Weighed {

    @AggregateIdentifier private DocumentId id;
    private final Journal journal = new Journal();
    private Document document = Document.NONE;

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(ProposeVersion c, CommandMessage<?> m, Desk desk) {
        return desk.carryOut(m, c.documentId().value(), journal, c.marking(), act -> document.propose(c, act));
    }

    @CommandHandler Receipt handle(BringIntoForce c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> document.bringIntoForce(c, act)); }

    @CommandHandler Receipt handle(AcknowledgeVersion c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> document.acknowledge(c, act)); }

    private Receipt announce(CommandMessage<?> message, Desk desk, Function<Act, List<DocumentEvent>> decide) {
        return desk.carryOut(message, id.value(), journal, decide);
    }

    @EventSourcingHandler void on(DocumentEvent event, EventMessage<?> message) {
        id = event.documentId();
        document = document.after(event, journal.note(message));
    }

    @EventSourcingHandler void on(UnknownSerializedType unknown, DomainEventMessage<?> message) {
        throw new Rejected(new UnreadableHistory(message.getAggregateIdentifier()));
    }

    @Override public long weight() { return journal.weight(); }
}
