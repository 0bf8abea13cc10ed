package org.concordat.query.proving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.concordat.api.ActMetadata;
import org.concordat.api.EntryId;
import org.concordat.api.Text;
import org.concordat.api.partnership.DisposalReason;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.Held;
import org.concordat.api.partnership.PartnershipEvent.FindingRegistered;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.api.partnership.SevenS;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Merkle;
import org.concordat.proof.Note;
import org.concordat.query.ledger.Stored;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Each thing that somebody with the database's password could do, done to a real database, and found. */
class TamperTest {

    private static final String SEVENTH = "Entry 7 (entry-partnership-mash@7) ";
    private static final String HUNDREDTH = "Entry 100 (entry-partnership-mash@100) ";

    private static final String GONE_UNSAID = HUNDREDTH + "is marked as disposed of, and no entry says so.";

    private static final String STILL_HELD =
            "Entry 301 (entry-partnership-mash@301) is disposed of by entry 302, and the store still holds its words.";
    private static final Stored FORGED = Stored.of(100, Record.MASH.value(), 100, Record.board(100, "Forged"));

    private final Record record = new Record();

    private void sql(String change) {
        assertThat(record.rig.jdbc.update(change)).isPositive();
    }

    private void finds(String... sentences) {
        assertThat(record.found()).contains(sentences);
        assertThat(record.parts.health().health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(record.parts.health().health().getDetails().get("problems").toString()).contains(sentences[0]);
    }

    @Test void nothing_is_found_in_a_record_as_it_was_made() {
        assertThat(record.found()).isEmpty();
        assertThat(record.parts.health().health().getStatus()).isEqualTo(Status.UP);
        assertThat(record.parts.check().standing().size()).isEqualTo(Record.ENTRIES);
    }

    @Test void a_changed_payload_byte() {
        sql("update ledger set payload = set_byte(payload, 20, get_byte(payload, 20) # 1) where index = 100");
        finds(HUNDREDTH + "has another payload than the store's event.");
    }

    @Test void a_changed_payload_in_store_and_ledger_alike() {
        Stored changed = record.event(100, Record.board(100, "Changed afterwards"));
        record.source.events.set(99, changed);
        record.rig.jdbc.update("update ledger set payload = ? where index = 100", changed.payload());
        finds(HUNDREDTH + "has another envelope than the store's event gives.");
    }

    @Test void what_is_found_before_the_first_whole_check_has_ended_is_told() {
        sql("delete from ledger where index = 100");
        record.parts.check().step();
        assertThat(record.parts.check().standing().ended()).isNull();
        assertThat(record.parts.check().standing().holds()).isFalse();
    }

    @Test void words_taken_out_of_the_ledger_that_no_entry_says_are_gone() {
        sql("update ledger set payload = '{}', salt = '' where index = 100");
        finds(GONE_UNSAID);
    }

    @Test void words_taken_out_of_the_store_or_of_both_that_no_entry_says_are_gone() {
        Stored said = record.source.events.get(99);
        record.source.events.set(99, said.carriedOut());
        finds(GONE_UNSAID);
        record.rig.jdbc.update("update ledger set payload = ?, salt = '' where index = 100", said.carriedOut().payload());
        finds(GONE_UNSAID);
    }

    @Test void a_payload_changed_in_the_ledger_behind_a_mark_from_the_future() {
        record.rig.jdbc.update("update ledger set payload = ?, salt = '', disposed_by = ? where index = 100", FORGED.payload(), Long.MAX_VALUE);
        finds(HUNDREDTH + "is marked as disposed of, and its payload is not what the record says remains of it.");
    }

    @Test void a_payload_changed_in_the_store_behind_a_mark_from_the_future() {
        Stored said = record.source.events.get(99);
        record.source.events.set(99, FORGED.with(ActMetadata.SALT, "").with(ActMetadata.DISPOSED,
                said.carriedOut().act().get(ActMetadata.DISPOSED)));
        sql("update ledger set disposed_by = 9223372036854775807 where index = 100");
        finds(GONE_UNSAID);
    }

    private void disposedOfInTheLedgerAlone() {
        Stored finding = record.event(301, new FindingRegistered(Record.MASH, new FindingId("finding-mash.rota"), SevenS.STAFF,
                new Text("Who is tired"), Held.SOME));
        Stored gone = record.event(302, new PayloadDisposedOf(Record.MASH, EntryId.of(finding.subject(), 301),
                DisposalReason.NAMES_A_PERSON, finding.remains()));
        record.source.events.addAll(List.of(finding, gone));
        record.feed(List.of(finding, gone));
    }

    @Test void words_kept_in_the_store_that_its_own_processor_passed() {
        disposedOfInTheLedgerAlone();
        record.rig.carriedOut = 301;
        assertThat(record.found()).isEmpty();
        record.rig.carriedOut = 302;
        finds(STILL_HELD);
        record.source.events.set(300, record.source.events.get(300).carriedOut());
        assertThat(record.found()).isEmpty();
    }

    @Test void words_kept_in_the_store_long_after_they_should_be_gone() {
        disposedOfInTheLedgerAlone();
        List<Stored> more = LongStream.rangeClosed(303, 1_302).mapToObj(place -> record.event(place, Record.board(place, "Board"))).toList();
        record.source.events.addAll(more);
        record.feed(more.subList(0, 999));
        assertThat(record.found()).isEmpty();
        record.feed(more.subList(999, 1_000));
        finds(STILL_HELD);
    }

    @Test void a_payload_changed_in_the_ledger_while_the_store_says_its_words_are_gone() {
        record.source.events.set(99, record.source.events.get(99).carriedOut());
        record.rig.jdbc.update("update ledger set payload = ? where index = 100", record.event(100, Record.board(100, "Other")).payload());
        finds(HUNDREDTH + "has another payload than its envelope commits to.");
    }

    @Test void a_changed_envelope_with_or_without_its_leaf() {
        sql("update ledger set envelope = set_byte(envelope, 30, get_byte(envelope, 30) # 1) where index = 7");
        finds(SEVENTH + "has another envelope than the store's event gives.", SEVENTH + "has another leaf hash than its envelope gives.");
        sql("update ledger set leaf = sha256('\\x00'::bytea || envelope) where index = 7");
        assertThat(record.found()).anyMatch(sentence -> sentence.startsWith("Tile 0/0 of the tree, over the entries from 1 to 256"));
    }

    @Test void columns_that_say_other_than_the_envelope() {
        sql("update ledger set partner = 'partner-mash.scc' where index = 7");
        finds(SEVENTH + "has columns that say other than its envelope.");
    }

    @Test void a_removed_entry() {
        sql("delete from ledger where index = 100");
        finds("Entry 100 (partnership-mash@100) is missing: the store holds its event.");
    }

    @Test void a_removed_entry_with_those_after_it_moved_up() {
        record.checkpoint();
        sql("delete from ledger where index = 100");
        sql("update ledger set index = -index where index > 100");
        sql("update ledger set index = -index - 1 where index < 0");
        finds("Entry 100 (entry-partnership-mash@101) is event event-101, but the store's event at its place is event-100.");
    }

    @Test void an_inserted_entry() {
        sql("update ledger set index = -index where index > 100");
        sql("update ledger set index = -index + 1 where index < 0");
        sql("""
                insert into ledger select 101, 'event-x', type, revision, subject, 9001, partnership, recorded_at, effective_on, person,
                partner, appointment, recorded_for, command_id, authority, envelope, payload, salt, leaf from ledger where index = 100""");
        finds("Entry 101 (entry-partnership-mash@9001) is event event-x, but the store's event at its place is event-101.");
    }

    @Test void an_entry_after_the_last_event() {
        sql("""
                insert into ledger select 301, 'event-301', type, revision, subject, 301, partnership, recorded_at, effective_on, person,
                partner, appointment, recorded_for, command_id, authority, envelope, payload, salt, leaf from ledger where index = 300""");
        record.restart();
        finds("Entry 301 (entry-partnership-mash@301) is of no event of the store.");
    }

    @Test void two_swapped_entries() {
        sql("update ledger set index = -100 where index = 100");
        sql("update ledger set index = 100 where index = 101");
        sql("update ledger set index = 101 where index = -100");
        finds("Entry 100 (entry-partnership-mash@101) is event event-101, but the store's event at its place is event-100.",
                "Entry 100 (entry-partnership-mash@101) does not follow the entry before it in the history of its thing.");
    }

    @Test void two_swapped_in_store_and_ledger_alike_are_out_of_order_in_their_own_history() {
        List<Stored> events = new ArrayList<>(record.source.events);
        for (int[] move : new int[][] {{100, 101}, {101, 100}}) {
            events.set(move[0] - 1, Stored.of(move[0], Record.MASH.value(), move[1], Record.board(move[1], "Board")));
        }
        rewrite(events);
        finds("Entry 100 (entry-partnership-mash@101) does not follow the entry before it in the history of its thing.");
    }

    @Test void a_changed_tile() {
        sql("update ledger_tile set root = set_byte(root, 0, get_byte(root, 0) # 1)");
        finds("Tile 0/0 of the tree, over the entries from 1 to 256, is not the one that they give.");
    }

    @Test void a_truncated_tail() {
        record.checkpoint();
        sql("delete from ledger where index > 290");
        finds("The record has lost its tail: it had 300 entries and holds 290.");
    }

    @Test void a_tail_truncated_in_store_and_ledger_against_a_checkpoint_held() {
        Note held = record.checkpoint();
        record.source.events.subList(290, Record.ENTRIES).clear();
        sql("delete from ledger where index > 290");
        sql("update token set at = 290");
        record.restart();
        finds("A checkpoint over 300 entries was signed, but the store holds only 290 events.");
        sql("delete from checkpoint");
        assertThat(record.found()).as("whoever also removes the checkpoint is found by whoever holds it").isEmpty();
        refused(Record.cosigned(held, record.police, Record.NOW), "SIZE_BEYOND");
        assertThat(record.alarms.standing()).singleElement().asString().startsWith("partner-mash.police, with our own signature,"
                + " vouches for 300 entries");
    }

    @Test void a_fork_with_two_signed_heads() {
        record.checkpoint();
        Checkpoint other = new Checkpoint(Record.ORIGIN, 250, Merkle.EMPTY);
        refused(Record.cosigned(record.keys.sign(other.text()), record.police, Record.NOW), "ROOT_DIFFERS");
        assertThat(record.alarms.standing()).singleElement().asString()
                .startsWith("partner-mash.police, with our own signature, vouches for 250 entries with root " + Merkle.EMPTY.base64());
        assertThat(record.parts.health().health().getStatus()).isEqualTo(Status.DOWN);
        record.rig.jdbc.update("update ledger_alarm set settled_at = now()");
        assertThat(record.parts.health().health().getStatus()).isEqualTo(Status.UP);
    }

    @Test void a_rewritten_history_signed_again_with_the_stolen_key_against_one_partners_cosignature() {
        String held = Record.cosigned(record.checkpoint(), record.police, Record.NOW);
        record.parts.cosignatures().take(held, "police");
        List<Stored> events = new ArrayList<>(record.source.events);
        events.set(99, record.event(100, Record.board(100, "As somebody would rather have it")));
        rewrite(events);
        sql("delete from checkpoint");
        record.checkpoint();
        finds("The record's first 300 entries are not those that partner-mash.police vouched for at " + Record.NOW + ".");
        sql("delete from cosignature");
        assertThat(record.found()).as("what is left agrees with itself").isEmpty();
        refused(held, "ROOT_DIFFERS");
        assertThat(record.alarms.standing()).hasSize(1);
    }

    @Test void nothing_is_signed_over_a_record_that_does_not_begin_with_what_was_signed() {
        record.checkpoint();
        List<Stored> events = new ArrayList<>(record.source.events);
        events.set(99, record.event(100, Record.board(100, "Other")));
        events.add(record.event(301, Record.board(301, "Board")));
        rewrite(events);
        assertThat(record.parts.checkpoints().current().orElseThrow().head().size()).isEqualTo(300);
        assertThat(record.parts.health().health().getDetails().get("problems").toString())
                .contains("The record does not begin with the 300 entries of the newest checkpoint");
        finds("The record's first 300 entries are not those of the checkpoint signed at " + Record.NOW + ".");
    }

    private void rewrite(List<Stored> events) {
        record.source.events.clear();
        record.source.events.addAll(events);
        record.rig.clear();
        record.feed(events);
        record.restart();
    }

    private void refused(String note, String code) {
        assertThatThrownBy(() -> record.parts.cosignatures().take(note, "police")).isInstanceOfSatisfying(Refusal.class,
                why -> assertThat(why.code()).isEqualTo(code));
    }
}
