package org.concordat.command.commitment;

import static org.concordat.command.Hub.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.concordat.api.PersonId;
import org.concordat.api.commitment.*;
import org.concordat.api.commitment.CommitmentCommand.*;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.document.DocumentEvent.VersionCameIntoForce;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.concordat.api.partnership.Roll;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Rolls;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;

/** What has happened to the money of the tests, in the words of the hub. */
final class Facts {

    static final CommitmentId C = new CommitmentId("commitment-mash.police-2012");
    static final CommitmentId SCCS = new CommitmentId("commitment-mash.scc-2012");
    static final DocumentId PROTOCOL = new DocumentId("document-mash.protocol");
    static final ActionId A17 = new ActionId("action-mash.finance.A17");
    static final FinanceYear Y12 = FinanceYear.of(2012);
    static final FinanceYear Y13 = FinanceYear.of(2013);
    static final FinanceYear Y14 = FinanceYear.of(2014);
    static final LocalDate JULY = LocalDate.parse("2013-07-31");
    static final Unit GBP = Unit.money("GBP");
    static final MandateId POLICES = new MandateId("mandate-mash.police");
    static final MandateId SSOTPS = new MandateId("mandate-mash.ssotp");
    static final ProvisoTerms BY_JULY = new ProvisoTerms.ByDate(text("The grant is approved"), JULY);
    static final ProvisoTerms IF_SCC = new ProvisoTerms.ActOf(text("SCC fund the room"), SCC, JULY);
    static final ProvisoTerms IF_POLICE = new ProvisoTerms.ActOf(text("Police fund the staff"), POLICE, JULY);
    static final ProvisoTerms IF_TEXT = new ProvisoTerms.TextAgreed(text("The protocol is agreed"), PROTOCOL, JULY);
    static final ProvisoTerms SCC_JUDGES = new ProvisoTerms.JudgedBy(text("The room is safe"), SCC, JULY);
    static final ProvisoId P1 = ProvisoId.of(C.value(), POLICE, 1);
    static final ProvisoId S1 = ProvisoId.of(SCCS.value(), SCC, 1);
    static final Investment STAFF = new Investment(text("Two decision makers at night"), Set.of(A17), Set.of());

    /** Police may commit 30,000.00 GBP in all, SSOTP posts; SCC nothing. */
    static final Roll FUNDED = funded("30000.00");

    private Facts() {}

    static Roll funded(String amount) {
        return ROLL.after(mandated(POLICES, "police", POLICE, new BigDecimal(amount), "GBP", null), START)
                .after(mandated(SSOTPS, "ssotp", SSOTP, null, null, null), START);
    }

    static MandateGiven mandated(MandateId id, String person, PartnerId partner, @Nullable BigDecimal amount,
                              @Nullable String currency, @Nullable LocalDate to) {
        MandateScope scope = new MandateScope(DecisionClass.PARTNERSHIP, "finance", Set.of(Level.STRATEGIC), amount, currency,
                false, false);
        return new MandateGiven(MASH, id, new PersonId(person), partner, scope, START, to, text("Letter"), null, null);
    }

    static AggregateTestFixture<CommitmentAggregate> committing(Roll roll) {
        return committing(roll, Map.of());
    }

    static AggregateTestFixture<CommitmentAggregate> committing(Roll roll, Map<String, List<?>> elsewhere) {
        AggregateTestFixture<CommitmentAggregate> fixture = new AggregateTestFixture<>(CommitmentAggregate.class);
        EventStore store = Mockito.mock(EventStore.class);
        Map<String, List<?>> streams = new HashMap<>(elsewhere);
        Mockito.when(store.readEvents(Mockito.anyString(), Mockito.anyLong()))
                .then(call -> DomainEventStream.of(messages(call.getArgument(0),
                        streams.getOrDefault(call.getArgument(0), List.of()))));
        fixture.registerInjectableResource(new Desk(_ -> new Rolls.Read(roll, FOUNDING.size()), store, Set.of()));
        fixture.givenCurrentTime(NOW);
        return fixture;
    }

    private static List<DomainEventMessage<?>> messages(String id, List<?> events) {
        return IntStream.range(0, events.size())
                .<DomainEventMessage<?>>mapToObj(n -> new GenericDomainEventMessage<>("t", id, n, events.get(n))).toList();
    }

    /** From 2012/13 on. */
    static List<YearAmount> years(String... amounts) {
        List<YearAmount> years = new ArrayList<>();
        FinanceYear year = Y12;
        for (String amount : amounts) {
            years.add(new YearAmount(year, new BigDecimal(amount)));
            year = year.next();
        }
        return years;
    }

    static final List<YearAmount> TEN_A_YEAR = years("10000.00", "10000.00", "10000.00");

    static OfferCommitment offer(List<YearAmount> years, ProvisoTerms... provisos) {
        return new OfferCommitment(MASH, C, text("Night staff"), GBP, Form.CASH, Spend.REVENUE, years, Level.STRATEGIC, "finance",
                List.of(provisos), null, null);
    }

    static OfferCommitment offer() {
        return offer(TEN_A_YEAR);
    }

    static CommitmentOffered offered(CommitmentId id, PartnerId partner, List<YearAmount> years, ProvisoTerms... provisos) {
        List<Proviso> attached = new ArrayList<>();
        for (ProvisoTerms terms : provisos) attached.add(proviso(id, partner, attached.size() + 1, terms, START));
        return new CommitmentOffered(MASH, id, partner, text("Night staff"), GBP, Form.CASH, Spend.REVENUE, years,
                Level.STRATEGIC, "finance", attached, null);
    }

    static CommitmentOffered offered(ProvisoTerms... provisos) {
        return offered(C, POLICE, TEN_A_YEAR, provisos);
    }

    static Proviso proviso(CommitmentId id, PartnerId holder, int nth, ProvisoTerms terms, LocalDate since) {
        return new Proviso(ProvisoId.of(id.value(), holder, nth), holder, terms, ProvisoStanding.OPEN, since);
    }

    static CommitmentConfirmed confirmed() {
        return new CommitmentConfirmed(C, POLICES, new BigDecimal("30000.00"));
    }

    static VaryCommitment vary(String... amounts) {
        return new VaryCommitment(C, years(amounts), List.of(), text("The grant is smaller"));
    }

    static CommitmentVaried varied(@Nullable MandateId mandate, String... amounts) {
        return new CommitmentVaried(C, years(amounts), List.of(), text("The grant is smaller"), mandate);
    }

    static WithdrawCommitment withdraw(FinanceYear from) {
        return new WithdrawCommitment(C, from, text("The force is merged"));
    }

    static CommitmentWithdrawn withdrawn(FinanceYear from) {
        return new CommitmentWithdrawn(C, from, text("The force is merged"));
    }

    static ReceiveContribution receive(FinanceYear year, String amount) {
        return new ReceiveContribution(C, year, new BigDecimal(amount), text("Ledger line 7"));
    }

    static ContributionReceived received(FinanceYear year, String amount) {
        return new ContributionReceived(C, year, new BigDecimal(amount), text("Ledger line 7"));
    }

    static FinanceYearClosed closed(String committed, String received, String variance, @Nullable String why) {
        return new FinanceYearClosed(C, Y12, new BigDecimal(committed), new BigDecimal(received), new BigDecimal(variance),
                why == null ? null : text(why));
    }

    static CommitmentProvisoFailed failed() {
        return new CommitmentProvisoFailed(C, P1, text("Refused"), TEN_A_YEAR);
    }

    static VersionCameIntoForce protocolInForce() {
        return new VersionCameIntoForce(PROTOCOL, org.concordat.api.Hash.of(text("w")),
                new org.concordat.api.decision.DecisionId("decision-mash.protocol"));
    }
}
