package org.concordat.command.partnership;

import static org.concordat.command.Hub.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.ActMetadata;
import org.concordat.api.CommonRejection.EffectiveBeforeAnswered;
import org.concordat.api.CommonRejection.NotAuthorised;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.Disposed;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.DisposalReason;
import org.concordat.api.partnership.PartnershipCommand.DisposeOfPayload;
import org.concordat.api.partnership.PartnershipEvent.AppointmentEnded;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.api.partnership.PartnershipRejection.AlreadyDisposedOf;
import org.concordat.api.partnership.PartnershipRejection.PayloadStays;
import org.concordat.api.partnership.PartnershipRejection.StoreKeepsPayloads;
import org.junit.jupiter.api.Test;

class DisposalTest {

    private static final AppointmentEnded ENDED = new AppointmentEnded(MASH, new AppointmentId("appointment-mash.scc"),
            LocalDate.parse("2013-05-01"), text("Somebody was unwell"));
    private static final EntryId ENTRY = EntryId.of(MASH.value(), FOUNDING.size() + 1L);
    private static final DisposeOfPayload DISPOSE = new DisposeOfPayload(MASH, ENTRY, DisposalReason.NAMES_A_PERSON);
    private static final PayloadDisposedOf GONE = new PayloadDisposedOf(MASH, ENTRY, DisposalReason.NAMES_A_PERSON,
            Hash.of(text(Disposed.of(ENDED).toString())));
    private static final String KEPT = "holds no words that may go: rules read them, things are known by them, or partners agreed them";

    private static Object recorded(Object event, LocalDate on, String beside) {
        return GenericEventMessage.asEventMessage(event)
                .withMetaData(Map.of(ActMetadata.EFFECTIVE_ON, on.toString(), beside, "ab".repeat(32)));
    }

    private static TestExecutor<PartnershipAggregate> hub(AggregateTestFixture<PartnershipAggregate> fixture, Object... more) {
        List<Object> facts = new ArrayList<>(List.of(on(START, FOUNDING)));
        facts.addAll(List.of(more));
        return fixture.given(facts);
    }

    private static TestExecutor<PartnershipAggregate> hub(Object... more) {
        return hub(fixture(PartnershipAggregate.class), more);
    }

    private static DisposeOfPayload dispose(String entry) {
        return new DisposeOfPayload(MASH, new EntryId(entry), DisposalReason.ORDERED);
    }

    @Test void secretary_and_programme_office_dispose_of_words_and_say_what_remains() {
        for (String person : List.of("secretary", OFFICE)) {
            hub(recorded(ENDED, START, ActMetadata.SALT)).when(DISPOSE, by(person)).expectEvents(GONE);
        }
    }

    @Test void nobody_else_does() {
        refuses(hub(recorded(ENDED, START, ActMetadata.SALT)), DISPOSE, "chair",
                new NotAuthorised("DisposeOfPayload", Set.of(AppointmentKind.SECRETARY, AppointmentKind.PROGRAMME_OFFICE)));
    }

    @Test void words_go_once_whether_or_not_the_store_has_carried_it_out() {
        refuses(hub(recorded(ENDED, START, ActMetadata.SALT), on(START, GONE)), DISPOSE, OFFICE, new AlreadyDisposedOf(ENTRY));
        refuses(hub(recorded(Disposed.of(ENDED), START, ActMetadata.DISPOSED)), DISPOSE, OFFICE, new AlreadyDisposedOf(ENTRY));
    }

    @Test void what_things_are_known_by_stays() {
        refuses(hub(), dispose("entry-partnership-mash@2"), OFFICE, new PayloadStays(new EntryId("entry-partnership-mash@2"),
                "was recorded without a salt, so that its hash would give the words away"));
        AggregateTestFixture<PartnershipAggregate> fixture = fixture(PartnershipAggregate.class);
        refuses(fixture.given(recorded(FOUNDING.getFirst(), START, ActMetadata.SALT)), dispose("entry-partnership-mash@1"), OFFICE,
                new PayloadStays(new EntryId("entry-partnership-mash@1"), KEPT));
    }

    @Test void what_holds_no_words_stays() {
        refuses(hub(recorded(Disposed.of(ENDED), START, ActMetadata.SALT)), DISPOSE, OFFICE, new PayloadStays(ENTRY, "holds no words"));
    }

    @Test void an_entry_that_is_not_there_or_not_of_this_partnership_is_not_found() {
        for (String entry : List.of("entry-partnership-mash@99", "entry-partnership-other@1")) {
            refuses(hub(), dispose(entry), OFFICE, new NotFound(entry));
        }
    }

    @Test void words_do_not_go_before_they_came() {
        hub(recorded(ENDED, TODAY, ActMetadata.SALT)).when(DISPOSE, by(OFFICE, TODAY.minusDays(1)))
                .expectNoEvents().expectExceptionDetails(new EffectiveBeforeAnswered(TODAY.minusDays(1), TODAY));
    }

    @Test void a_store_that_changes_nothing_disposes_of_nothing() {
        refuses(hub(unchanging(PartnershipAggregate.class), recorded(ENDED, START, ActMetadata.SALT)), DISPOSE, OFFICE,
                new StoreKeepsPayloads());
    }
}
