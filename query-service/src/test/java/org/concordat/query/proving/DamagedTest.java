package org.concordat.query.proving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.concordat.query.ledger.Stored;
import org.concordat.query.moment.Moments;
import org.concordat.wiring.UnreadableRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Rows that nobody can read, in each table the check reads: each is found, none ends the check or hides another. */
class DamagedTest {

    private static final String LAST = "Entry 300 (entry-partnership-mash@300) has another payload than the store's event.";

    private final Record record = new Record();

    private void sql(String change) {
        record.rig.jdbc.execute(change);
    }

    private void nulled(String table, String column, String where) {
        sql("alter table " + table + " alter column " + column + " drop not null");
        sql("update " + table + " set " + column + " = null where " + where);
    }

    /** As on a page with a flipped bit: the database itself checks what it is given. */
    private void noText(String column, String where) {
        sql("create cast (bytea as text) without function");
        sql("update ledger set " + column + " = '\\xc328'::bytea::text where " + where);
    }

    private void finds(String... sentences) {
        // Something wrong far behind shows that the check went on to the end.
        record.rig.jdbc.update("update ledger set payload = set_byte(payload, 20, get_byte(payload, 20) # 1) where index = 300");
        assertThat(record.found()).contains(sentences).contains(LAST);
        assertThat(record.parts.check().standing().size()).isEqualTo(record.source.events.size());
        assertThat(record.parts.check().standing().holds()).isFalse();
        assertThat(record.parts.health().health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test void a_null_where_none_may_be_or_no_hash_in_the_ledger() {
        List<String> columns = List.of("leaf", "envelope", "payload", "salt", "recorded_at", "subject", "event_id", "partnership");
        for (String column : columns) nulled("ledger", column, "index = " + (100 + columns.indexOf(column)));
        sql("update ledger set leaf = '\\x00' where index = 108");
        finds(LongStream.rangeClosed(100, 108).mapToObj(index -> "Entry " + index + " cannot be read in the ledger: its row is damaged.")
                .toArray(String[]::new));
    }

    @Test void what_is_no_text_in_the_ledger() {
        noText("person", "index = 100");
        record.rig.jdbc.update("update ledger set payload = set_byte(payload, 20, get_byte(payload, 20) # 1) where index = 300");
        assertThat(record.found()).contains(LAST).anyMatch(sentence -> sentence.startsWith("Entry 100 "));
    }

    @Test void a_tile_that_cannot_be_read() {
        nulled("ledger_tile", "hashes", "level = 0 and n = 0");
        assertThat(record.found()).singleElement().asString().startsWith("Tile 0/0 of the tree");
    }

    @Test void a_checkpoint_that_cannot_be_read_beside_one_that_is_contradicted() {
        record.checkpoint();
        sql("insert into checkpoint (size, root, note, signed_at) values (299, '\\x00', 'no note', now())");
        sql("update ledger_tile set root = set_byte(root, 0, get_byte(root, 0) # 1)");
        finds("A checkpoint that was signed cannot be read: its row is damaged.",
                "The record's first 300 entries are not those of the checkpoint signed at " + Record.NOW + ".");
    }

    @Test void nothing_is_signed_over_a_checkpoint_that_cannot_be_read() {
        record.checkpoint();
        sql("update checkpoint set note = 'no note'");
        assertThatThrownBy(record.parts.checkpoints()::current).isInstanceOf(UnreadableRecord.class);
        assertThat(record.parts.health().health().getDetails().get("problems").toString())
                .contains("The newest checkpoint cannot be read, so nothing is signed");
    }

    @Test void a_cosignature_that_cannot_be_read() {
        record.parts.cosignatures().take(Record.cosigned(record.checkpoint(), record.police, Record.NOW), "police");
        sql("update cosignature set root = '\\x00'");
        finds("A cosignature that a partner handed in cannot be read: its row is damaged.");
    }

    @Test void an_event_whose_words_are_not_what_its_type_says() {
        Stored next = record.event(301, Record.board(301, "Board"));
        Stored damaged = new Stored(301, next.id(), next.type(), next.revision(), next.subject(), 301, next.at(),
                "{\"partnershipId\":\"partnership-mash\",\"boarc\":1}".getBytes(StandardCharsets.UTF_8), next.act());
        record.source.events.add(damaged);
        record.feed(List.of(damaged));
        assertThat(record.found()).containsExactly("Entry 301 (partnership-mash@301) cannot be read in the store:"
                + " what it says is not what a partnership.BoardRegistered says.",
                "Nothing of partnership-mash can be shown: entry-partnership-mash@301 cannot be read.");
        assertThatThrownBy(() -> new Moments(record.rig.ledger).now(Record.MASH)).isInstanceOf(UnreadableRecord.class);
        assertThat(record.rig.unreadable()).anyMatch(sentence -> sentence.startsWith("entry-partnership-mash@301 cannot be read"));
        record.rig.jdbc.update("update ledger set payload = ? where index = 301", next.payload());
        new Moments(record.rig.ledger).now(Record.MASH);
        assertThat(record.rig.unreadable()).isEmpty();
    }

    @Test void what_the_check_itself_noted() {
        record.found();
        sql("update self_check set last_found = 'no tab'");
        assertThat(record.parts.check().standing().holds()).as("it begins anew").isNull();
        assertThat(record.found()).isEmpty();
        assertThat(record.parts.check().standing().holds()).isTrue();
    }
}
