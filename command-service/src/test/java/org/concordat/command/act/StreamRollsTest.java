package org.concordat.command.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.command.Hub.FOUNDING;
import static org.concordat.command.Hub.MASH;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.concordat.api.ActMetadata;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.wiring.StreamHeads;
import org.junit.jupiter.api.Test;

/** When authority takes a question to the store, and when the only writer's word is enough. */
class StreamRollsTest {

    private final List<DomainEventMessage<?>> stored = new CopyOnWriteArrayList<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final EventStore store = mock(EventStore.class);
    private final StreamHeads heads = new StreamHeads("partnership-");
    private final StreamRolls rolls = new StreamRolls(store, heads);

    StreamRollsTest() {
        FOUNDING.subList(0, 2).forEach(this::recorded);
        when(store.readEvents(anyString(), anyLong())).thenAnswer(call -> {
            questions.incrementAndGet();
            List<DomainEventMessage<?>> all = List.copyOf(stored);
            return DomainEventStream.of(all.subList(Math.toIntExact(call.<Long>getArgument(1)), all.size()));
        });
    }

    private void stored(PartnershipEvent event) {
        stored.add(new GenericDomainEventMessage<>("t", MASH.value(), stored.size(), event, Map.of(ActMetadata.EFFECTIVE_ON, "2013-01-02")));
    }

    /** As the writer does: stored, then said, then answered. */
    private void recorded(PartnershipEvent event) {
        stored(event);
        heads.recorded(MASH.value(), stored.size());
    }

    @Test void the_store_is_asked_once_and_again_only_when_something_was_recorded() {
        for (int act = 0; act < 3; act++) assertThat(rolls.of(MASH).version()).isEqualTo(2);
        assertThat(questions).hasValue(1);
        recorded(FOUNDING.get(2));
        for (int act = 0; act < 3; act++) assertThat(rolls.of(MASH).version()).isEqualTo(3);
        assertThat(questions).hasValue(2);
    }

    @Test void what_the_writer_never_wrote_is_learnt_from_the_first_answer() {
        heads.forget();
        for (int act = 0; act < 3; act++) assertThat(rolls.of(MASH).version()).isEqualTo(2);
        assertThat(questions).hasValue(1);
    }

    @Test void a_writer_that_opens_its_connection_anew_knows_nothing_any_more() {
        rolls.of(MASH);
        stored(FOUNDING.get(2));
        heads.forget();
        assertThat(rolls.of(MASH).version()).as("what another process recorded meanwhile").isEqualTo(3);
    }

    @Test void between_the_commit_and_the_writer_s_word_the_store_is_asked() {
        rolls.of(MASH);
        heads.writing(MASH.value());
        assertThat(rolls.of(MASH).version()).isEqualTo(2);
        stored(FOUNDING.get(2));
        assertThat(rolls.of(MASH).version()).as("committed, and not said yet").isEqualTo(3);
        heads.notWritten(MASH.value());
        for (int act = 0; act < 3; act++) assertThat(rolls.of(MASH).version()).isEqualTo(3);
        assertThat(questions).hasValue(4);
    }

    @Test void what_was_dropped_is_read_again() {
        rolls.of(MASH);
        rolls.drop(MASH);
        assertThat(rolls.of(MASH).version()).isEqualTo(2);
        assertThat(questions).hasValue(2);
    }

    @Test void without_a_writer_in_this_process_the_store_is_asked_each_time() {
        StreamRolls others = new StreamRolls(store, null);
        for (int act = 0; act < 3; act++) others.of(MASH);
        assertThat(questions).hasValue(3);
    }
}
