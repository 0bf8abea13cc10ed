package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Flaw.Part.CHECKPOINT;
import static org.concordat.query.ledger.Flaw.Part.STORE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Merkle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that must be noticed, done to a real database. */
class RecordCheckTest {

    private static final int ENTRIES = 600;

    private final Rig rig = new Rig();
    private final ListSource store = new ListSource();
    private final List<Checkpoint> heads = new ArrayList<>();
    private final RecordCheck check = new RecordCheck(() -> store, rig.jdbc, rig.proofs, new Recorder(Stored.SERIALIZER),
            Places.FROM_ONE, () -> heads);

    @BeforeEach void recorded() {
        LongStream.rangeClosed(1, ENTRIES).mapToObj(i -> Stored.of(i, "item-mash.leadership", i, Samples.accepted()))
                .forEach(store.events::add);
        rig.feed(store.events.toArray(Stored[]::new));
        hold(300);
        hold(ENTRIES);
    }

    private void hold(long size) {
        heads.add(new Checkpoint("example.org/log", size, rig.proofs.root(size)));
    }

    private Stream<String> sentences() {
        return check.run(() -> {}).flaws().stream().map(flaw -> flaw.part() + " " + flaw.sentence());
    }

    @Test void a_record_that_nobody_touched_holds() {
        RecordCheck.Outcome outcome = check.run(() -> {});
        assertThat(outcome).isEqualTo(new RecordCheck.Outcome(ENTRIES, List.of(), 0, false));
    }

    @Test void it_holds_after_a_refill_and_after_memory_was_dropped() {
        rig.tables.clear();
        rig.feed(store.events.toArray(Stored[]::new));
        assertThat(check.run(() -> {}).flaws()).isEmpty();
    }

    @Test void entries_recorded_since_the_heads_were_made_contradict_none() {
        Stored more = Stored.of(ENTRIES + 1, "item-mash.leadership", ENTRIES + 1, Samples.accepted());
        store.events.add(more);
        rig.feed(more);
        assertThat(check.run(() -> {})).isEqualTo(new RecordCheck.Outcome(ENTRIES + 1, List.of(), 0, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "update ledger set payload = set_byte(payload, 5, 66) where index = 7 | STORE The payload of entry 7 is not the one in the store.",
        "update ledger set salt = set_byte(salt, 5, 66) where index = 7 | STORE The payload of entry 7 is not the one in the store.",
        "update ledger set leaf = set_byte(leaf, 5, 66) where index = 7 | TREE The leaf of entry 7 is not the hash of its envelope.",
        "update ledger set person = 'scc' where index = 7 | STORE What entry 7 is found by is not what its envelope says.",
        "update ledger set effective_on = '2013-01-16' where index = 7 | STORE What entry 7 is found by is not what its envelope says.",
        "update ledger_tile set hashes = set_byte(hashes, 40, 1) where n = 1 | TREE Tile 1 of level 0, of the entries up to 512, is missing or is not made of their hashes.",
        "update ledger_tile set root = set_byte(root, 4, 1) where n = 0 | TREE Tile 0 of level 0, of the entries up to 256, is missing or is not made of their hashes.",
        "delete from ledger_tile where n = 0 | TREE Tile 0 of level 0, of the entries up to 256, is missing or is not made of their hashes."})
    void a_change_in_the_database_is_named(String change, String sentence) {
        rig.jdbc.update(change);
        assertThat(sentences()).containsExactly(sentence);
    }

    @Test void a_changed_envelope_contradicts_its_leaf_the_store_the_tile_and_every_later_head() {
        rig.jdbc.update("update ledger set envelope = overlay(envelope placing 'pol1ce'::bytea from position('police'::bytea in envelope))"
                + " where index = 7");
        assertThat(sentences()).anyMatch(s -> s.equals("STORE The envelope of entry 7 is not the one that its event in the store gives."))
                .anyMatch(s -> s.equals("TREE The leaf of entry 7 is not the hash of its envelope."))
                .anyMatch(s -> s.startsWith("TREE Tile 0")).anyMatch(s -> s.startsWith("CHECKPOINT A checkpoint of 300"));
    }

    @Test void an_entry_removed_from_the_ledger_is_named() {
        rig.jdbc.update("delete from ledger where index = 7");
        assertThat(sentences()).contains("STORE The ledger has no entry 7, which the store has.",
                "TREE Entries are missing, so the tree over them cannot be compared.");
    }

    @Test void two_entries_that_changed_places_are_named() {
        rig.jdbc.update("update ledger set index = case index when 7 then -8 when 8 then -7 end where index in (7, 8)");
        rig.jdbc.update("update ledger set index = -index where index < 0");
        assertThat(sentences()).contains("STORE The store has item-mash.leadership@7 where entry 7 is item-mash.leadership@8.",
                "STORE The store has item-mash.leadership@8 where entry 8 is item-mash.leadership@7.");
    }

    @Test void an_event_removed_from_the_store_is_named() {
        store.events.remove(6);
        assertThat(sentences()).containsExactly("STORE The store has no event at place 7, of which the ledger has an entry.");
    }

    @Test void an_entry_that_no_event_stands_behind_is_named() {
        rig.feed(Stored.of(ENTRIES + 1, "item-mash.leadership", ENTRIES + 1, Samples.accepted()));
        assertThat(sentences()).containsExactly("STORE The store has no event at place 601, of which the ledger has an entry.");
    }

    @Test void a_payload_changed_in_the_store_is_named() {
        Stored seventh = store.events.get(6);
        String payload = new String(seventh.payload(), StandardCharsets.UTF_8).replace("police", "fire");
        store.events.set(6, new Stored(7, seventh.id(), seventh.type(), null, seventh.subject(), 7, seventh.at(),
                payload.getBytes(StandardCharsets.UTF_8), seventh.act()));
        assertThat(sentences()).containsExactly("STORE The payload of entry 7 is not the one in the store.");
    }

    @Test void a_history_written_anew_in_store_ledger_and_tree_contradicts_the_heads_that_were_held() {
        store.events.replaceAll(e -> e.place() != 7 ? e : new Stored(7, e.id(), e.type(), null, e.subject(), 7, e.at(), e.payload(),
                Map.of()));
        rig.tables.clear();
        rig.feed(store.events.toArray(Stored[]::new));
        assertThat(check.run(() -> {}).flaws()).extracting(Flaw::part, Flaw::index).containsExactly(
                org.assertj.core.groups.Tuple.tuple(CHECKPOINT, 300L), org.assertj.core.groups.Tuple.tuple(CHECKPOINT, (long) ENTRIES));
    }

    @Test void an_end_cut_off_everywhere_contradicts_a_head_that_was_held() {
        store.events.subList(500, ENTRIES).clear();
        rig.tables.clear();
        rig.feed(store.events.toArray(Stored[]::new));
        assertThat(sentences()).containsExactly(
                "CHECKPOINT A checkpoint of 600 entries is known, and there are only 500: the end of the record is missing.");
    }

    @Test void two_signed_heads_that_contradict_each_other_cannot_both_be_of_this_record() {
        heads.add(new Checkpoint("example.org/log", 300, Merkle.EMPTY));
        assertThat(check.run(() -> {}).flaws()).extracting(Flaw::part).containsExactly(CHECKPOINT);
    }

    @Test void what_is_filled_again_meanwhile_says_nothing() {
        RecordCheck.Outcome outcome = check.run(() -> {
            rig.tables.clear();
            rig.progress.movedTo(0);
        });
        assertThat(outcome.abandoned()).isTrue();
        assertThat(outcome.flaws()).isEmpty();
    }

    @Test void a_hundred_flaws_are_told_and_all_are_counted() {
        rig.jdbc.update("update ledger set person = 'scc' where index <= 150");
        RecordCheck.Outcome outcome = check.run(() -> {});
        assertThat(outcome.flaws()).hasSize(100).extracting(Flaw::part).containsOnly(STORE);
        assertThat(outcome.found()).isEqualTo(150);
    }
}
