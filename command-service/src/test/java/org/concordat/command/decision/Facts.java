package org.concordat.command.decision;

import static org.concordat.command.Hub.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Position;
import org.concordat.api.decision.Result;
import org.concordat.api.decision.Rule;
import org.concordat.api.decision.Threshold;
import org.concordat.api.document.DocumentEvent.VersionProposed;
import org.concordat.api.document.DocumentId;
import org.concordat.api.document.DocumentKind;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.MarkedAs;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.concordat.api.partnership.Roll;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Rolls;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;

/** What has happened to the decision of the tests, in the words of the hub. */
final class Facts {

    static final DecisionId D = new DecisionId("decision-mash.protocol");
    static final DecisionId LATER = new DecisionId("decision-mash.protocol-2");
    static final DocumentId PROTOCOL = new DocumentId("document-mash.protocol");
    static final Text FIRST = text("Partners share what they know within a day.");
    static final Text SECOND = text("Partners share what they know within an hour.");
    static final LocalDate DEADLINE = LocalDate.parse("2013-06-28");
    static final LocalDate YESTERDAY = TODAY.minusDays(1);
    static final LocalDate JULY = LocalDate.parse("2013-07-31");
    static final Set<PartnerId> ALL = Set.of(POLICE, SCC, SSOTP);
    static final Rule CONSENT = new Rule(Threshold.CONSENT, Set.of(), 2, false, false);
    static final Rule EARLY = new Rule(Threshold.EVERY_PARTNER, Set.of(), 0, true, false);
    static final Rule SILENCE = new Rule(Threshold.CONSENT, Set.of(), 1, false, true);
    static final Position AGREE = new Position.Agree(null);
    static final Position ABSTAIN = new Position.Abstain(null);
    static final Position DISAGREE = new Position.Disagree(text("Too fast"));
    static final Position OBJECT = new Position.Objection(text("We have no staff at night"), null, null);
    static final ProvisoTerms BY_JULY = new ProvisoTerms.ByDate(text("A night rota is agreed"), JULY);
    static final ProvisoTerms IF_POLICE = new ProvisoTerms.ActOf(text("Police open the log"), POLICE, JULY);
    static final ProvisoTerms IF_SSOTP = new ProvisoTerms.ActOf(text("SSOTP staff the night"), SSOTP, JULY);
    static final ProvisoTerms IF_TEXT = new ProvisoTerms.TextAgreed(text("The protocol is agreed"), PROTOCOL, JULY);
    static final ProvisoTerms SCC_JUDGES = new ProvisoTerms.JudgedBy(text("The log is safe"), SCC, JULY);
    static final ProvisoId P1 = new ProvisoId("proviso-mash.protocol.ssotp-1");

    /** The hub's roll, with a mandate of each representative for every partnership decision but those at tactical level. */
    static final Roll VOTING = voting();

    private Facts() {}

    private static Roll voting() {
        Roll roll = ROLL;
        for (PartnerId partner : List.of(POLICE, SCC, SSOTP)) {
            String who = who(partner);
            roll = roll.after(new MandateGiven(MASH, mandate(partner), new PersonId(who), partner,
                    new MandateScope(DecisionClass.PARTNERSHIP, null, Set.of(Level.STRATEGIC), null, null, false,
                    false),
                    START, null, text("Letter"), null, null), START);
        }
        return roll;
    }

    static AggregateTestFixture<DecisionAggregate> deciding(Map<String, List<?>> elsewhere) {
        return deciding(elsewhere, VOTING);
    }

    static AggregateTestFixture<DecisionAggregate> deciding(Map<String, List<?>> elsewhere, Roll roll) {
        AggregateTestFixture<DecisionAggregate> fixture = new AggregateTestFixture<>(DecisionAggregate.class);
        EventStore store = Mockito.mock(EventStore.class);
        Mockito.when(store.readEvents(Mockito.anyString(), Mockito.anyLong()))
                .then(call -> DomainEventStream.of(messages(call.getArgument(0),
                elsewhere.getOrDefault(call.getArgument(0), List.of()))));
        fixture.registerInjectableResource(new Desk(_ -> new Rolls.Read(roll, FOUNDING.size()), store, Set.of()));
        fixture.givenCurrentTime(NOW);
        return fixture;
    }

    /** A decision beside another thing of the store. */
    static AggregateTestFixture<DecisionAggregate> elsewhere(String id, Object... events) {
        return deciding(Map.of(id, List.of(events)));
    }

    static TestExecutor<DecisionAggregate> decision(Object... facts) {
        return decision(deciding(Map.of()), facts);
    }

    static TestExecutor<DecisionAggregate> decision(AggregateTestFixture<DecisionAggregate> fixture, Object... facts) {
        return facts.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(on(START, Arrays.asList(facts)));
    }

    private static List<DomainEventMessage<?>> messages(String id, List<?> events) {
        return IntStream.range(0, events.size())
                .<DomainEventMessage<?>>mapToObj(n -> new GenericDomainEventMessage<>("t", id, n, events.get(n)))
                .toList();
    }

    static String who(PartnerId partner) {
        return partner.value().substring(partner.value().indexOf('.') + 1);
    }

    static MandateId mandate(PartnerId partner) {
        return new MandateId("mandate-mash." + who(partner));
    }

    static TableProposal table(Rule rule, Set<PartnerId> eligible, LocalDate deadline, boolean reserved,
            Effect... effects) {
        return new TableProposal(MASH, D, text("Protocol"), FIRST, rule, eligible, deadline, Level.STRATEGIC,
                DecisionClass.PARTNERSHIP, null, reserved, List.of(effects), null);
    }

    static TableProposal table(MarkedAs marking, PartnerId... eligible) {
        return new TableProposal(MASH, D, text("Protocol"), FIRST, CONSENT, Set.of(eligible), DEADLINE, Level.STRATEGIC,
                DecisionClass.PARTNERSHIP, null, false, List.of(), marking);
    }

    static TableProposal table() {
        return table(CONSENT, ALL, DEADLINE, false);
    }

    static TableProposal caseDecision(@Nullable String type, boolean reserved, Effect... effects) {
        return new TableProposal(MASH, D, text("Threshold"), FIRST, CONSENT, ALL, DEADLINE, Level.OPERATIONAL,
                DecisionClass.CASE_AUTHORITY, type, reserved, List.of(effects), null);
    }

    static ProposalTabled tabled(TableProposal c, @Nullable PartnerId by) {
        return new ProposalTabled(MASH, D, c.title(), c.wording(), Hash.of(c.wording()), c.rule(), c.eligible(),
                c.deadline(),
                c.level(), c.decisionClass(), c.type(), c.reserved(), c.effects(), by);
    }

    static ProposalTabled tabled() {
        return tabled(table(), POLICE);
    }

    static ProposalTabled tabled(Rule rule) {
        return tabled(table(rule, ALL, DEADLINE, false), POLICE);
    }

    static ProposalTabled due(Rule rule, Effect... effects) {
        return tabled(table(rule, ALL, YESTERDAY, false, effects), POLICE);
    }

    static ProposalTabled tactical() {
        TableProposal c = table();
        return tabled(new TableProposal(MASH, D, c.title(), FIRST, CONSENT, ALL, DEADLINE, Level.TACTICAL,
                DecisionClass.PARTNERSHIP, null, false, List.of(), null), POLICE);
    }

    static ProposalAmended amended(PartnerId... lapsed) {
        return new ProposalAmended(D, SECOND, Hash.of(SECOND), text("Sooner"), Set.of(lapsed));
    }

    static PositionRecorded says(PartnerId partner, Position position, Proviso... provisos) {
        return new PositionRecorded(D, partner, position, Hash.of(FIRST), List.of(provisos), mandate(partner));
    }

    static PositionChanged changes(PartnerId partner, Position position, Proviso... provisos) {
        return new PositionChanged(D, partner, position, Hash.of(FIRST), text("On reflection"), List.of(provisos),
                mandate(partner));
    }

    static PositionRecordedFor saysFor(PartnerId partner, Position position) {
        return new PositionRecordedFor(D, partner, position, Hash.of(FIRST), text("Minute 4"), List.of());
    }

    static Position subjectTo(ProvisoTerms... terms) {
        return new Position.AgreeSubjectToProvisos(List.of(terms));
    }

    /** SSOTP agrees subject to that, its first proviso. */
    static PositionRecorded ssotpSubjectTo(ProvisoTerms terms) {
        return says(SSOTP, subjectTo(terms), proviso(SSOTP, 1, terms));
    }

    static Proviso proviso(PartnerId holder, int nth, ProvisoTerms terms) {
        return provisoOf(holder, nth, terms, START);
    }

    static Proviso provisoOf(PartnerId holder, int nth, ProvisoTerms terms, LocalDate since) {
        return new Proviso(ProvisoId.of(D.value(), holder, nth), holder, terms, ProvisoStanding.OPEN, since);
    }

    static RecordPosition record(Position position) {
        return new RecordPosition(D, Hash.of(FIRST), position);
    }

    static ChangePosition change(Position position) {
        return new ChangePosition(D, Hash.of(FIRST), position, text("On reflection"));
    }

    static RecordPositionFor recordFor(PartnerId partner, Position position) {
        return new RecordPositionFor(D, partner, Hash.of(FIRST), position, text("Minute 4"));
    }

    static DecisionClosed closed(Result result, String because, Effect... effects) {
        return new DecisionClosed(D, result, because, true, Hash.of(FIRST), List.of(effects));
    }

    static DecisionClosed adopted() {
        return closed(Result.ADOPTED, "Adopted.");
    }

    static DecisionClosed notAdopted() {
        return closed(Result.NOT_ADOPTED, "Not adopted.");
    }

    static DecisionReopened reopened() {
        return new DecisionReopened(D, DEADLINE, text("New facts"));
    }

    static VersionProposed proposed(DocumentKind kind, Text text) {
        return new VersionProposed(MASH, PROTOCOL, kind, 1, text("Protocol"), text, Hash.of(text), List.of(), null,
                List.of());
    }
}
