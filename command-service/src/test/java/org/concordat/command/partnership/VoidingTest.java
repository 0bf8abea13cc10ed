package org.concordat.command.partnership;

import static org.concordat.command.Hub.*;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.concordat.api.CommonRejection.EffectiveBeforeAnswered;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionEvent.DecisionClosed;
import org.concordat.api.decision.DecisionEvent.DecisionRescinded;
import org.concordat.api.decision.DecisionEvent.PositionRecorded;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.DecisionRejection.NotAdopted;
import org.concordat.api.decision.Position;
import org.concordat.api.decision.Result;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnershipCommand.DelegateMandate;
import org.concordat.api.partnership.PartnershipCommand.FindMandateVoid;
import org.concordat.api.partnership.PartnershipCommand.RatifyActs;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.ActsRatified;
import org.concordat.api.partnership.PartnershipEvent.MandateFoundVoid;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.concordat.api.partnership.PartnershipEvent.MandateRevoked;
import org.concordat.api.partnership.PartnershipRejection.*;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Rolls;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class VoidingTest {

    private static final MandateId M = new MandateId("mandate-mash.police");
    private static final MandateId CHAIRS = new MandateId("mandate-mash.chair");
    private static final DecisionId D = new DecisionId("decision-mash.d1");
    private static final DecisionId OWN = new DecisionId("decision-mash.own");
    private static final LocalDate APRIL = LocalDate.parse("2013-04-01");
    private static final LocalDate MAY = LocalDate.parse("2013-05-01");
    private static final MandateScope SCOPE = new MandateScope(DecisionClass.PARTNERSHIP, null, Set.of(Level.STRATEGIC), null, null,
            false, true);
    private static final MandateGiven GIVEN = new MandateGiven(MASH, M, new PersonId("police"), POLICE, SCOPE, START, null,
            text("Minute 4"), null, null);
    private static final MandateGiven TO_CHAIR = new MandateGiven(MASH, CHAIRS, new PersonId("chair"), null, SCOPE, START, null,
            text("Minute 4"), null, null);
    private static final MandateFoundVoid FOUND = found(M);
    private static final FindMandateVoid FIND = find(APRIL);
    private static final PositionRecorded SPOKEN = new PositionRecorded(D, POLICE, new Position.Agree(null), Hash.of(text("w")),
            List.of(), M);
    private static final EntryId SPOKEN_AT = EntryId.of(OWN.value(), 1);

    private static MandateFoundVoid found(MandateId mandate) {
        return new MandateFoundVoid(MASH, mandate, APRIL, text("Never approved"), text("Opinion 3"));
    }

    private static FindMandateVoid find(LocalDate from) {
        return new FindMandateVoid(MASH, M, from, text("Never approved"), text("Opinion 3"));
    }

    private static RatifyActs ratify(Set<EntryId> entries, DecisionId by) {
        return new RatifyActs(MASH, M, entries, by, by == null ? text("Minute 9") : null, text("As was meant"));
    }

    private static DecisionClosed closed(DecisionId id, Result result) {
        return new DecisionClosed(id, result, "So.", false, Hash.of(text("w")), List.of());
    }

    private static TestExecutor<PartnershipAggregate> hub(PartnershipEvent... more) {
        return hub(Map.of(OWN.value(), List.of(SPOKEN, closed(OWN, Result.ADOPTED)), D.value(), List.of(closed(D, Result.ADOPTED))), more);
    }

    /** The desk reads the same roll as the aggregate holds; other things' streams are as given, recorded today. */
    private static TestExecutor<PartnershipAggregate> hub(Map<String, List<?>> elsewhere, PartnershipEvent... more) {
        List<Object> facts = new ArrayList<>(FOUNDING);
        facts.addAll(List.of(more));
        var roll = ROLL;
        for (PartnershipEvent event : more) roll = roll.after(event, event instanceof MandateFoundVoid ? MAY : START);
        var read = new Rolls.Read(roll, facts.size());
        AggregateTestFixture<PartnershipAggregate> fixture = new AggregateTestFixture<>(PartnershipAggregate.class);
        EventStore store = Mockito.mock(EventStore.class);
        Mockito.when(store.readEvents(Mockito.anyString(), Mockito.anyLong())).then(call -> DomainEventStream.of(
                messages(call.getArgument(0), call.getArgument(1), elsewhere.getOrDefault(call.getArgument(0), List.of()))));
        fixture.registerInjectableResource(new Desk(_ -> read, store, Set.of()));
        fixture.givenCurrentTime(NOW);
        return fixture.given(facts.stream().map(e -> on(e instanceof MandateFoundVoid ? MAY : START, e)).toArray());
    }

    private static List<DomainEventMessage<?>> messages(String id, long from, List<?> events) {
        return IntStream.range((int) from, events.size())
                .<DomainEventMessage<?>>mapToObj(n -> new GenericDomainEventMessage<>("t", id, n, events.get(n), Map.of(), "m" + n, NOW))
                .toList();
    }

    @Test void a_mandate_is_found_void_from_a_day_that_is_past() {
        hub(GIVEN).when(FIND, by("chair")).expectEvents(FOUND);
    }

    @Test void a_mandate_there_is_not_is_not_found_void() {
        refuses(hub(), FIND, "chair", new NotFound(M.value()));
    }

    @Test void a_mandate_is_found_void_once_but_from_an_earlier_day_again() {
        refuses(hub(GIVEN, FOUND), find(MAY), OFFICE, new AlreadyFoundVoid(M, APRIL));
        hub(GIVEN, FOUND).when(find(START), by(OFFICE)).expectSuccessfulHandlerExecution();
    }

    @Test void from_a_day_to_come_a_mandate_is_revoked_not_found_void() {
        LocalDate tomorrow = TODAY.plusDays(1);
        refuses(hub(GIVEN), find(tomorrow), "chair", new MandatePeriod(START,
                "would be void from 2013-06-04, after the act that finds it: revoke it from that day"));
    }

    @Test void nothing_is_void_before_it_begins() {
        refuses(hub(GIVEN), find(START.minusDays(1)), "chair",
                new MandatePeriod(START, "would be void from 2012-11-29, before it begins"));
    }

    @Test void what_was_over_by_then_is_not_found_void_from_then() {
        refuses(hub(GIVEN, new MandateRevoked(MASH, M, text("x"))), FIND, "chair", new MandateOver(M));
    }

    @Test void nothing_further_rests_on_it() {
        var delegate = new DelegateMandate(MASH, M, new MandateId("mandate-mash.next"), new PersonId("police"), SCOPE, TODAY, null);
        refuses(hub(GIVEN, FOUND), delegate, "police", new MandateOver(M));
    }

    @Test void every_act_is_ratified_in_one_go() {
        hub(GIVEN, FOUND).when(ratify(null, D), by("chair"))
                .expectEvents(new ActsRatified(MASH, M, null, D, null, text("As was meant")));
    }

    @Test void one_act_is_ratified_by_the_minutes() {
        hub(GIVEN, FOUND).when(ratify(Set.of(SPOKEN_AT), null), by("secretary"))
                .expectEvents(new ActsRatified(MASH, M, Set.of(SPOKEN_AT), null, text("Minute 9"), text("As was meant")));
    }

    @Test void what_is_not_found_void_needs_no_ratifying() {
        refuses(hub(GIVEN), ratify(null, D), "chair", new NotFoundVoid(M));
    }

    @Test void an_act_that_did_not_rest_on_it_is_not_ratified() {
        EntryId closing = EntryId.of(OWN.value(), 2);
        refuses(hub(GIVEN, FOUND), ratify(Set.of(closing), null), "chair", new NotTainted(closing, M));
    }

    @Test void an_entry_there_is_not_is_not_ratified() {
        EntryId none = EntryId.of(OWN.value(), 9);
        refuses(hub(GIVEN, FOUND), ratify(Set.of(none), null), "chair", new NotFound(none.value()));
        EntryId foreign = new EntryId("entry-decision-other.d1@1");
        refuses(hub(GIVEN, FOUND), ratify(Set.of(foreign), null), "chair", new NotFound(foreign.value()));
    }

    @Test void nobody_ratifies_their_own_acts() {
        RatifyActs all = new RatifyActs(MASH, CHAIRS, null, D, null, text("x"));
        refuses(hub(TO_CHAIR, found(CHAIRS)), all, "chair", new RatifiesOwnActs(CHAIRS));
    }

    @Test void a_decision_that_was_not_adopted_ratifies_nothing() {
        refuses(hub(Map.of(D.value(), List.of(closed(D, Result.NOT_ADOPTED))), GIVEN, FOUND), ratify(null, D), "chair",
                new NotAdopted(D));
        refuses(hub(Map.of(D.value(), List.of(closed(D, Result.ADOPTED), new DecisionRescinded(D, text("x")))), GIVEN, FOUND),
                ratify(null, D), "chair", new NotAdopted(D));
        refuses(hub(Map.of(), GIVEN, FOUND), ratify(null, D), "chair", new NotFound(D.value()));
    }

    @Test void a_decision_that_rests_on_the_void_mandate_ratifies_nothing() {
        refuses(hub(GIVEN, FOUND), ratify(null, OWN), "chair", new RatificationTainted(OWN, M));
    }

    @Test void nothing_is_ratified_before_it_was_found_void() {
        hub(GIVEN, FOUND).when(ratify(null, D), by("chair", APRIL)).expectNoEvents()
                .expectExceptionDetails(new EffectiveBeforeAnswered(APRIL, MAY));
    }
}
