package org.concordat.command.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.command.Hub.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.concordat.api.ActMetadata;
import org.concordat.api.CommonRejection.*;
import org.concordat.api.Rejection;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.PartnershipCommand.AdmitPartner;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.command.Rejected;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class DeskTest {

    private final Journal journal = new Journal();
    private final Desk desk = new Desk(_ -> new Rolls.Read(ROLL, FOUNDING.size()),
            Mockito.mock(org.axonframework.eventsourcing.eventstore.EventStore.class), Set.of(FOUNDER));

    private static CommandMessage<?> command(String person, Map<String, Object> beside) {
        return new GenericCommandMessage<>(new AdmitPartner(MASH, POLICE, text("Police"))).withMetaData(by(person)).andMetaData(beside);
    }

    private Object sent(CommandMessage<?> message) {
        try {
            return desk.carryOut(message, MASH.value(), journal, _ -> List.of());
        } catch (Rejected refused) {
            return refused.getDetails().orElseThrow();
        }
    }

    private void recorded(String commandId, String content, String timestamp) {
        DomainEventMessage<?> event = new GenericDomainEventMessage<>("t", MASH.value(), 4, FOUNDING.getFirst(),
                Map.of(ActMetadata.COMMAND_ID, commandId, ActMetadata.COMMAND_CONTENT, content), "e-1", java.time.Instant.parse(timestamp));
        journal.note(event);
    }

    @Test void the_same_command_again_answers_the_same_receipt() {
        recorded("c-1", OFFICE + "c-1null", "2013-06-01T10:00:00Z");
        assertThat(sent(command(OFFICE, Map.of()))).hasToString("Receipt[id=partnership-mash, version=5, commandId=c-1]");
    }

    @Test void the_same_id_for_another_command_is_refused() {
        recorded("c-1", "something else", "2013-06-01T10:00:00Z");
        assertThat(sent(command(OFFICE, Map.of()))).isEqualTo(new CommandIdReused("c-1"));
    }

    @Test void a_version_that_moved_on_is_refused() {
        recorded("c-0", "x", "2013-06-01T10:00:00Z");
        assertThat(sent(command(OFFICE, Map.of(ActMetadata.EXPECTED_VERSION, 4L)))).isEqualTo(new MovedOn(MASH.value(), 4, 5));
    }

    @Test void a_clock_set_back_does_not_bring_yesterday_back() {
        recorded("c-0", "x", "2999-06-01T10:00:00Z");
        LocalDate claimed = LocalDate.parse("2999-06-01");
        assertThat(sent(command(OFFICE, Map.of(ActMetadata.EFFECTIVE_ON, claimed.toString())))).isInstanceOf(org.concordat.api.Receipt.class);
    }

    @Test void an_appointment_is_held_on_the_effective_day_too() {
        Rejection refused = new NotAuthorised("AdmitPartner", Set.of(AppointmentKind.PROGRAMME_OFFICE));
        assertThat(sent(command(OFFICE, Map.of(ActMetadata.EFFECTIVE_ON, START.minusDays(1).toString())))).isEqualTo(refused);
    }

    @Test void the_journal_forgets_the_oldest_only() {
        for (int i = 0; i <= Journal.REMEMBERED; i++) recorded("c-" + i, "x", "2013-06-01T10:00:00Z");
        assertThat(sent(command(OFFICE, Map.of(ActMetadata.COMMAND_ID, "c-1")))).isEqualTo(new CommandIdReused("c-1"));
        assertThat(sent(command(OFFICE, Map.of(ActMetadata.COMMAND_ID, "c-0")))).isInstanceOf(org.concordat.api.Receipt.class);
    }

    @Test void what_is_restricted_is_not_there_for_whoever_is_not_named() {
        String item = "item-mash.leadership";
        var roll = ROLL.after(new ContentMarked(MASH, item, Marking.RESTRICTED, Set.of(POLICE)), START);
        Desk restricted = new Desk(_ -> new Rolls.Read(roll, 1),
                Mockito.mock(org.axonframework.eventsourcing.eventstore.EventStore.class), Set.of(FOUNDER));
        for (String person : List.of("ssotp", "chair", "secretary", OFFICE)) {
            assertThat(answer(restricted, person, item)).as(person).isEqualTo(new NotFound(item));
            assertThat(answer(restricted, person, "item-mash.other")).as(person).isNotEqualTo(new NotFound("item-mash.other"));
        }
        // Named: refused only for what this command needs. The auditor reads it, and changes nothing.
        for (String person : List.of("police", "auditor")) {
            assertThat(answer(restricted, person, item)).as(person).isInstanceOf(NotAuthorised.class);
        }
    }

    private static Desk remembering(String thing, String content) {
        return new Desk(_ -> new Rolls.Read(ROLL, FOUNDING.size()),
                Mockito.mock(org.axonframework.eventsourcing.eventstore.EventStore.class), Set.of(FOUNDER), null,
                (partnership, id) -> partnership.equals(MASH) && id.equals("c-1")
                        ? Optional.of(new CommandIds.Carried(thing, 7, content)) : Optional.empty(), (_, _) -> {});
    }

    private static Object refused(Desk desk) {
        try {
            return desk.carryOut(command(OFFICE, Map.of()), MASH.value(), new Journal(), _ -> { throw new Rejected(new NotFound("x")); });
        } catch (Rejected refused) {
            return refused.getDetails().orElseThrow();
        }
    }

    @Test void what_the_stream_forgot_the_store_remembers() {
        String same = OFFICE + "c-1null";
        assertThat(refused(remembering(MASH.value(), same))).hasToString("Receipt[id=partnership-mash, version=7, commandId=c-1]");
        assertThat(refused(remembering(MASH.value(), "something else"))).isEqualTo(new CommandIdReused("c-1"));
        assertThat(refused(remembering("item-mash.leadership", same))).isEqualTo(new CommandIdReused("c-1"));
        assertThat(refused(desk)).isEqualTo(new NotFound("x"));
    }

    @Test void whoever_made_what_they_may_not_read_is_told_once_more_what_they_were_told() {
        var roll = ROLL.after(new ContentMarked(MASH, "item-mash.leadership", Marking.RESTRICTED, Set.of(POLICE)), START);
        Desk restricted = new Desk(_ -> new Rolls.Read(roll, 1),
                Mockito.mock(org.axonframework.eventsourcing.eventstore.EventStore.class), Set.of(FOUNDER), null,
                (_, _) -> Optional.of(new CommandIds.Carried("item-mash.leadership", 1, OFFICE + "c-1null")), (_, _) -> {});
        assertThat(answer(restricted, OFFICE, "item-mash.leadership")).hasToString("Receipt[id=item-mash.leadership, version=1, commandId=c-1]");
        assertThat(answer(restricted, "chair", "item-mash.leadership")).isEqualTo(new NotFound("item-mash.leadership"));
    }

    private static Object answer(Desk desk, String person, String id) {
        try {
            return desk.carryOut(command(person, Map.of()), id, new Journal(), _ -> List.of());
        } catch (Rejected refused) {
            return refused.getDetails().orElseThrow();
        }
    }
}
