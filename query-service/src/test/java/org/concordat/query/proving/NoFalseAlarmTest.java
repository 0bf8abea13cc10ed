package org.concordat.query.proving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.concordat.api.EntryId;
import org.concordat.api.Text;
import org.concordat.api.partnership.DisposalReason;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.Held;
import org.concordat.api.partnership.PartnershipEvent.FindingRegistered;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.api.partnership.SevenS;
import org.concordat.query.ledger.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** What happens to every record in its life is not taken for tampering. */
class NoFalseAlarmTest {

    private final Record record = new Record();

    private void stands() {
        assertThat(record.found()).isEmpty();
        assertThat(record.parts.health().health().getStatus()).isEqualTo(Status.UP);
    }

    private void grow() {
        Stored next = record.event(record.source.events.size() + 1L, Record.board(record.source.events.size() + 1L, "Board"));
        record.source.events.add(next);
        record.rig.feed(next);
    }

    @Test void a_restart_with_every_cache_dropped() {
        record.checkpoint();
        record.restart();
        stands();
        grow();
        record.restart();
        assertThat(record.parts.checkpoints().current().orElseThrow().head().size()).isEqualTo(301);
        stands();
    }

    @Test void a_check_that_was_cut_short_goes_on_where_it_was() {
        record.parts.check().step();
        assertThat(record.parts.check().standing().checked()).isEqualTo(256);
        assertThat(record.parts.check().standing().holds()).as("nobody can say yet").isNull();
        record.restart();
        record.parts.check().step();
        assertThat(record.parts.check().standing().ended()).isEqualTo(Record.NOW);
        assertThat(record.parts.check().standing().size()).isEqualTo(300);
        assertThat(record.parts.check().standing().holds()).isTrue();
    }

    @Test void a_record_that_holds_nothing_yet_is_not_said_to_hold() {
        record.source.events.clear();
        record.rig.clear();
        record.parts.check().step();
        assertThat(record.parts.check().standing().ended()).as("nothing was looked at").isNull();
        assertThat(record.parts.check().standing().holds()).isNull();
        grow();
        record.parts.check().step();
        assertThat(record.parts.check().standing().size()).isEqualTo(1);
        assertThat(record.parts.check().standing().holds()).isTrue();
    }

    @Test void what_was_not_looked_at_yet_is_not_said_to_hold() {
        record.found();
        grow();
        assertThat(record.parts.check().standing().holds()).as("one entry nobody looked at").isNull();
        record.parts.check().step();
        assertThat(record.parts.check().standing().size()).isEqualTo(301);
        assertThat(record.parts.check().standing().looked()).isEqualTo(Record.NOW);
        assertThat(record.parts.check().standing().holds()).isTrue();
    }

    @Test void what_came_since_the_last_whole_check_is_found_at_once() {
        record.found();
        for (int i = 0; i < 250; i++) grow();
        record.rig.jdbc.update("update ledger set payload = set_byte(payload, 20, get_byte(payload, 20) # 1) where index = 520");
        record.rig.jdbc.update("update ledger_tile set root = set_byte(root, 0, get_byte(root, 0) # 1) where level = 0 and n = 1");
        record.parts.check().step();
        assertThat(record.parts.check().standing().size()).isEqualTo(512);
        assertThat(record.parts.check().standing().findings()).hasSize(1).allMatch(f -> f.sentence().startsWith("Tile 0/1 of the tree"));
        record.parts.check().step();
        assertThat(record.parts.check().standing().size()).isEqualTo(550);
        assertThat(record.parts.check().standing().findings()).hasSize(2);
    }

    @Test void a_ledger_that_is_filled_again_is_looked_at_again() {
        record.found();
        record.rig.clear();
        record.parts.check().step();
        assertThat(record.parts.check().standing().holds()).isNull();
        record.feed(record.source.events);
        assertThat(record.parts.check().standing().holds()).as("the rows are others than those looked at").isNull();
        record.parts.check().step();
        record.parts.check().step();
        assertThat(record.parts.check().standing().holds()).isTrue();
    }

    @Test void a_lag_behind_the_store() {
        record.checkpoint();
        record.source.events.add(record.event(301, Record.board(301, "Board")));
        stands();
    }

    @Test void a_ledger_dropped_and_filled_again() {
        String before = record.checkpoint().text();
        record.rig.clear();
        stands();
        record.feed(record.source.events.subList(0, 200));
        stands();
        record.feed(record.source.events.subList(200, 300));
        stands();
        assertThat(record.checkpoint().text()).isEqualTo(before);
        assertThat(record.parts.checkpoints().kept(9)).hasSize(1);
    }

    @Test void a_database_restored_from_a_copy() {
        record.checkpoint();
        record.parts.cosignatures().take(Record.cosigned(record.checkpoint(), record.police, Record.NOW), "police");
        Record copy = new Record();
        for (String table : List.of("ledger", "ledger_tile", "checkpoint", "cosignature")) {
            List<String> columns = copy.rig.jdbc.queryForList("""
                    select column_name from information_schema.columns where table_name = ? and identity_generation is null
                    and table_schema = 'public' order by ordinal_position""", String.class, table);
            copy.rig.jdbc.execute("delete from " + table);
            record.rig.jdbc.query("select " + String.join(", ", columns) + " from " + table, row -> {
                Object[] values = new Object[columns.size()];
                for (int i = 0; i < values.length; i++) values[i] = row.getObject(i + 1);
                copy.rig.jdbc.update("insert into " + table + " (" + String.join(", ", columns) + ") values ("
                        + "?, ".repeat(values.length - 1) + "?)", values);
            });
        }
        copy.source.events.clear();
        copy.source.events.addAll(record.source.events);
        copy.restart();
        assertThat(copy.found()).isEmpty();
        assertThat(copy.parts.health().health().getStatus()).isEqualTo(Status.UP);
    }

    private Stored next(Object said) {
        Stored next = record.event(record.source.events.size() + 1L, said);
        record.source.events.add(next);
        return next;
    }

    @Test void words_disposed_of_whoever_of_ledger_and_store_comes_first_and_with_a_restart_between() {
        Stored finding = next(new FindingRegistered(Record.MASH, new FindingId("finding-mash.rota"), SevenS.STAFF, new Text("Who is tired"),
                Held.SOME));
        record.rig.feed(finding);
        String before = record.checkpoint().text();
        stands();
        Stored gone = next(new PayloadDisposedOf(Record.MASH, EntryId.of(finding.subject(), finding.version()),
                DisposalReason.NAMES_A_PERSON, finding.remains()));
        stands();
        record.source.events.set(300, finding.carriedOut());
        stands();
        record.source.events.set(300, finding);
        record.rig.feed(gone);
        stands();
        record.restart();
        stands();
        record.source.events.set(300, finding.carriedOut());
        stands();
        record.rig.clear();
        record.feed(record.source.events.subList(0, 301));
        stands();
        record.feed(record.source.events.subList(301, 302));
        record.restart();
        stands();
        assertThat(record.parts.checkpoints().over(301).orElseThrow().note().text()).isEqualTo(before);
    }

    @Test void a_key_rotated(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ledger.key");
        LedgerKeys first = LedgerKeys.in(file, Record.ORIGIN, false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        record.parts = record.parts(record.rig.restarted(), first);
        record.checkpoint();
        Files.writeString(file, "new\n" + Files.readString(file));
        LedgerKeys both = LedgerKeys.in(file, Record.ORIGIN, true);
        assertThat(both.all()).hasSize(2);
        assertThat(LedgerKeys.in(file, Record.ORIGIN, true).verifiers()).isEqualTo(both.verifiers());
        assertThat(both.verifiers().getLast()).isEqualTo(first.verifiers().getFirst());
        record.parts = record.parts(record.rig.restarted(), both);
        assertThat(both.signed(record.checkpoint())).as("the same size, signed by both now").isTrue();
        stands();
        record.parts = record.parts(record.rig.restarted(), new LedgerKeys(List.of(both.all().getFirst())));
        grow();
        stands();
        assertThat(record.parts.checkpoints().kept(9)).hasSize(2);
    }
}
