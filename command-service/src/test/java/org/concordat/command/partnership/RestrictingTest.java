package org.concordat.command.partnership;

import static org.concordat.command.Hub.*;

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
import org.concordat.api.CommonRejection.NotAuthorised;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipCommand.MarkContent;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.api.partnership.PartnershipRejection.AlreadyMarked;
import org.concordat.api.partnership.PartnershipRejection.ShutsOut;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemEvent.LeadAssigned;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Rolls;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class RestrictingTest {

    private static final String ITEM = "item-mash.leadership";
    private static final Lead.Partner BY_POLICE = new Lead.Partner(POLICE);
    private static final LeadAssigned LED = new LeadAssigned(new ItemId(ITEM), new ActionId("action-mash.leadership.A06"),
            BY_POLICE, List.of(BY_POLICE));
    private static final ContentMarked MARKED = new ContentMarked(MASH, ITEM, Marking.RESTRICTED, Set.of(POLICE));

    private static MarkContent restrict(String subject, PartnerId... to) {
        return new MarkContent(MASH, subject, Marking.RESTRICTED, Set.of(to));
    }

    private static TestExecutor<PartnershipAggregate> hub(ContentMarked... more) {
        List<Object> facts = new ArrayList<>(FOUNDING);
        facts.addAll(List.of(more));
        var roll = ROLL;
        for (ContentMarked event : more) roll = roll.after(event, START);
        var read = new Rolls.Read(roll, facts.size());
        AggregateTestFixture<PartnershipAggregate> fixture = new AggregateTestFixture<>(PartnershipAggregate.class);
        EventStore store = Mockito.mock(EventStore.class);
        Mockito.when(store.readEvents(Mockito.anyString(), Mockito.anyLong())).then(call ->
                DomainEventStream.of(messages(Map.of(ITEM, List.of(LED)).getOrDefault(call.<String>getArgument(0), List.of()))));
        fixture.registerInjectableResource(new Desk(_ -> read, store, Set.of()));
        fixture.givenCurrentTime(NOW);
        return fixture.given(on(START, facts));
    }

    private static List<DomainEventMessage<?>> messages(List<?> events) {
        return IntStream.range(0, events.size())
                .<DomainEventMessage<?>>mapToObj(n -> new GenericDomainEventMessage<>("t", ITEM, n, events.get(n), Map.of(), "m" + n, NOW))
                .toList();
    }

    @Test void a_thing_is_restricted_to_those_named() {
        hub().when(restrict(ITEM, POLICE), by("chair")).expectEvents(MARKED);
    }

    @Test void and_opened_again_by_whoever_keeps_the_record_named_or_not() {
        hub(MARKED).when(new MarkContent(MASH, ITEM, Marking.PARTNERS, null), by("secretary"))
                .expectEvents(new ContentMarked(MASH, ITEM, Marking.PARTNERS, Set.of()));
    }

    @Test void a_representative_restricts_nothing() {
        refuses(hub(), restrict(ITEM, POLICE), "police", new NotAuthorised("MarkContent",
                Set.of(AppointmentKind.CHAIR, AppointmentKind.SECRETARY, AppointmentKind.PROGRAMME_OFFICE)));
    }

    @Test void whoever_leads_is_not_shut_out() {
        refuses(hub(), restrict(ITEM, SSOTP), "chair", new ShutsOut(ITEM, Set.of(POLICE)));
    }

    @Test void what_is_marked_so_is_not_marked_again() {
        refuses(hub(MARKED), restrict(ITEM, POLICE), "chair", new AlreadyMarked(ITEM, Marking.RESTRICTED));
        refuses(hub(), new MarkContent(MASH, ITEM, Marking.PARTNERS, null), "chair", new AlreadyMarked(ITEM, Marking.PARTNERS));
        hub(MARKED).when(restrict(ITEM, POLICE, SSOTP), by("chair")).expectSuccessfulHandlerExecution();
    }

    @Test void what_is_not_there_is_not_marked() {
        refuses(hub(), restrict("item-mash.other", POLICE), "chair", new NotFound("item-mash.other"));
        refuses(hub(), restrict("item-foreign.leadership", POLICE), "chair", new NotFound("item-foreign.leadership"));
        refuses(hub(), restrict(ITEM, new PartnerId("partner-mash.nobody")), "chair", new NotFound("partner-mash.nobody"));
    }
}
