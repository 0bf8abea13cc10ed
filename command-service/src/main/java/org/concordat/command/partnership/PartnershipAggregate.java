package org.concordat.command.partnership;

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
import org.concordat.api.decision.DueCommand.GiveDecidedMandate;
import org.concordat.api.decision.DueCommand.ProposeDecidedLead;
import org.concordat.api.importing.ImportCommand.*;
import org.concordat.api.partnership.PartnershipCommand.*;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Journal;
import org.concordat.command.act.Weighed;

/** Axon's side of a partnership; no rule. */
@Aggregate(cache = "aggregateCache")
@SuppressWarnings("NullAway.Init")
class PartnershipAggregate implements Weighed {

    @AggregateIdentifier private PartnershipId id;
    private final Journal journal = new Journal();
    private Partnership partnership = Partnership.NONE;

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(EstablishPartnership c, CommandMessage<?> m, Desk desk) {
        return desk.carryOut(m, c.partnershipId().value(), journal, act -> partnership.establish(c, act));
    }

    @CommandHandler Receipt handle(AdmitPartner c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.admit(c, act)); }

    @CommandHandler Receipt handle(Appoint c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.appoint(c, act)); }

    @CommandHandler Receipt handle(EndAppointment c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.endAppointment(c, act)); }

    @CommandHandler Receipt handle(RegisterBoard c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.registerBoard(c, act)); }

    @CommandHandler Receipt handle(RegisterFinding c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.registerFinding(c, act)); }

    @CommandHandler Receipt handle(GiveMandate c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.give(c, act)); }

    @CommandHandler Receipt handle(VaryMandate c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.vary(c, act)); }

    @CommandHandler Receipt handle(RevokeMandate c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.revoke(c, act)); }

    @CommandHandler Receipt handle(FindMandateVoid c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.findVoid(c, act)); }

    @CommandHandler Receipt handle(RatifyActs c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.ratify(c, act, desk)); }

    @CommandHandler Receipt handle(DelegateMandate c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.delegate(c, act)); }

    @CommandHandler Receipt handle(GiveDecidedMandate c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.give(c, act)); }

    @CommandHandler Receipt handle(ProposeDecidedLead c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.propose(c, act)); }

    @CommandHandler Receipt handle(AcceptPartnershipLead c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.accept(c, act)); }

    @CommandHandler Receipt handle(AgreeFinanceYears c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.agree(c, act)); }

    @CommandHandler Receipt handle(RegisterWitnessKey c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.register(c, act)); }
    @CommandHandler Receipt handle(WithdrawWitnessKey c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.withdraw(c, act)); }

    @CommandHandler Receipt handle(MarkContent c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.mark(c, act, desk)); }

    @CommandHandler Receipt handle(CorrectRecord c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.correct(c, act, desk::recorded)); }

    @CommandHandler Receipt handle(DisposeOfPayload c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.dispose(c, act, desk::payload)); }

    @CommandHandler Receipt handle(BeginImport c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.beginImport(c, act)); }

    @CommandHandler Receipt handle(CompleteImport c, CommandMessage<?> m, Desk desk) { return announce(m, desk, act -> partnership.completeImport(c, act)); }

    private Receipt announce(CommandMessage<?> message, Desk desk, Function<Act, List<PartnershipEvent>> decide) {
        return desk.carryOut(message, id.value(), journal, decide);
    }

    @EventSourcingHandler void on(PartnershipEvent event, EventMessage<?> message) {
        id = event.partnershipId();
        partnership = partnership.after(event, journal.note(message));
    }

    @EventSourcingHandler void on(UnknownSerializedType unknown, DomainEventMessage<?> message) {
        throw new Rejected(new UnreadableHistory(message.getAggregateIdentifier()));
    }

    @Override public long weight() { return journal.weight(); }
}
