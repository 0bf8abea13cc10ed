package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.concordat.api.EntryId;
import org.junit.jupiter.api.Test;

class LedgerProjectorTest {

    private final Rig rig = new Rig();

    private static Stored accepted(long place) {
        return Stored.of(place, "item-mash.leadership", place, Samples.accepted());
    }

    @Test
    void keeps_an_event_with_its_bytes_and_what_the_act_says() {
        rig.feed(accepted(1));
        Entry entry = rig.ledger.after(Samples.MASH, 0, 10).getFirst();
        assertThat(entry.event()).isEqualTo(Samples.accepted());
        assertThat(entry.payload()).isEqualTo(accepted(1).payload());
        assertThat(entry).usingRecursiveComparison().ignoringFields("event", "payload").isEqualTo(new Entry(1,
        "event-1",
                "planitem.LeadAccepted", "item-mash.leadership", 1, Samples.MASH, accepted(1).at(),
                java.time.LocalDate.of(2013, 1, 15), "police", "partner-mash.police", "REPRESENTATIVE", null,
                "command-1",
                "partnership-mash@7", null, new byte[0]));
        assertThat(rig.jdbc.queryForObject("select envelope from ledger", byte[].class))
                .isEqualTo(accepted(1).written().envelope().canonical());
        assertThat(rig.progress.head()).isEqualTo(1);
    }

    @Test
    void keeps_an_unknown_type_byte_for_byte_and_goes_on() {
        String bytes = "{ \"of\" : \"a later version\", \"é\":1.0 }";
        rig.feed(accepted(1), Stored.foreign(2, "item-mash.leadership", 2, "planitem.Postponed", bytes), accepted(3));
        Entry unknown = rig.ledger.entry(EntryId.of("item-mash.leadership", 2)).orElseThrow();
        assertThat(unknown.event()).isNull();
        assertThat(unknown.type()).isEqualTo("planitem.Postponed");
        assertThat(unknown.payload()).isEqualTo(bytes.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(rig.tables.unknown()).containsOnlyKeys("planitem.Postponed").containsValue(1L);
        assertThat(rig.ledger.head()).isEqualTo(3);
    }

    @Test
    void keeps_what_says_it_is_ours_but_is_not_and_shows_a_foreign_subject_to_nobody() {
        rig.feed(Stored.foreign(1, "partnership-mash", 1, "partnership.PartnershipEstablished", "no JSON"),
                Stored.foreign(2, "partnership-mash", 2, "partnership.Appointed", "{\"person\":null}"),
                Stored.foreign(3, "order-X!", 1, "x".repeat(3000), ""),
                Stored.foreign(4, "y".repeat(9000), 1, "a\u0000b", "\u0000"),
                Stored.foreign(5, "partnership-mash", 3, "partnership.TablePartner", "{}"));
        assertThat(rig.ledger.after(Samples.MASH, 0, 10)).hasSize(3).allMatch(e -> e.event() == null);
        assertThat(rig.ledger.knows(Samples.MASH)).isFalse();
        assertThat(rig.ledger.head()).isEqualTo(5);
    }

    @Test
    void keeps_an_event_of_no_aggregate_as_the_only_one_about_itself() {
        EventMessage<?> bare = new GenericTrackedEventMessage<>(new GlobalSequenceTrackingToken(1),
                new GenericEventMessage<>("words"));
        rig.feed(List.<EventMessage<?>>of(bare));
        assertThat(rig.jdbc.queryForMap("select subject, version, partnership from ledger"))
                .containsEntry("subject", bare.getIdentifier()).containsEntry("version", 1L)
                        .containsEntry("partnership", "");
    }

    @Test
    void is_never_earlier_than_the_entry_before_when_the_clock_is_set_back() {
        Instant noon = Stored.NOON;
        rig.feed(accepted(1).at(noon), accepted(2).at(noon.minus(Duration.ofHours(1))));
        rig.feed(accepted(3).at(noon.minus(Duration.ofMinutes(30))), accepted(4).at(noon.plusSeconds(1)));
        assertThat(rig.ledger.after(Samples.MASH, 0, 10)).extracting(Entry::recordedAt)
                .containsExactly(noon, noon, noon, noon.plusSeconds(1));
    }

    @Test
    void leaves_neither_entry_nor_token_when_a_batch_fails_in_its_middle() {
        rig.feed(accepted(1));
        assertThatThrownBy(() -> rig.feed(accepted(2), Stored.of(3, "item-mash.leadership", 1, Samples.accepted())))
                .hasStackTraceContaining("duplicate key");
        assertThat(rig.ledger.head()).isEqualTo(1);
        assertThat(rig.tables.last().index()).isEqualTo(1);
        assertThat(rig.token()).isEqualTo(1);
        assertThat(rig.progress.trouble()).isEqualTo("The last batch could not be written; it is tried again.");
        rig.feed(accepted(2), accepted(3));
        assertThat(rig.progress.trouble()).isNull();
        assertThat(rig.token()).isEqualTo(3);
    }

    @Test
    void refuses_a_place_that_does_not_follow() {
        rig.feed(accepted(1));
        for (long place : new long[] {0, 1, 3}) {
            assertThatThrownBy(() -> rig.feed(accepted(place))).hasRootCauseInstanceOf(LedgerOutOfPlace.class);
            assertThat(rig.progress.trouble()).contains("newest entry is 1").contains("at " + place);
        }
        assertThat(rig.token()).isEqualTo(1);
    }

    @Test
    void any_split_into_batches_gives_the_same_bytes() {
        List<EventMessage<?>> all = new ArrayList<>();
        List<Object> samples = Samples.all();
        for (int i = 0; i < samples.size(); i++) {
            all.add(Stored.of(i + 1, Samples.subjectOf(samples.get(i)), i + 1, samples.get(i)).message());
        }
        rig.feed(all);
        Rig other = new Rig();
        for (EventMessage<?> one : all) other.feed(List.<EventMessage<?>>of(one));
        assertThat(other.fingerprint()).isEqualTo(rig.fingerprint());
    }

    @Test
    void ten_thousand_entries_take_seconds() {
        long began = System.nanoTime();
        for (int batch = 0; batch < 20; batch++) {
            rig.feed(LongStream.rangeClosed(batch * 500L + 1, batch * 500L + 500).<EventMessage<?>>mapToObj(
                    i -> accepted(i).message()).toList());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("10,000 entries appended in " + took.toMillis() + " ms");
        assertThat(rig.ledger.head()).isEqualTo(10_000);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }
}
