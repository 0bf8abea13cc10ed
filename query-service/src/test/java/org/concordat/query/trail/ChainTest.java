package org.concordat.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnershipId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way of falsifying the trail, done to a real database; the check names the record. */
class ChainTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2013-06-10T12:00:00Z"), ZoneOffset.UTC);
    private static final PartnershipId MASH = new PartnershipId("partnership-mash");

    private final TrailRig rig = new TrailRig();

    private JdbcTrail trail() {
        return rig.trail(MASH::equals, NOON);
    }

    @BeforeEach void nine_records() {
        JdbcTrail trail = trail();
        for (int i = 1; i <= 9; i++) trail.read(new PersonId("auditor"), "decision-mash.d" + i);
    }

    @Test void what_nobody_touched_holds() {
        assertThat(trail().check(null)).isEqualTo(new Check(9, null, "All 9 records hold."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '"', textBlock = """
        update trail set record = convert_to(replace(convert_from(record, 'UTF8'), '.d5', '.d6'), 'UTF8') where number = 5 @ 5
        update trail set record = record || ' '::bytea where number = 5 @ 5
        update trail set record = record || ' '::bytea, hash = sha256(record || ' '::bytea) where number = 5 @ 5
        update trail set record = '{}'::bytea, hash = sha256('{}'::bytea) where number = 5 @ 5
        update trail set record = 'x'::bytea, hash = sha256('x'::bytea) where number = 5 @ 5
        update trail set hash = sha256('x'::bytea) where number = 5 @ 5
        update trail set partnership = '' where number = 5 @ 5
        update trail set kind = 'export' where number = 5 @ 5
        update trail set at = at + interval '1 second' where number = 5 @ 5
        alter table trail alter column hash drop not null; update trail set hash = null where number = 5 @ 5
        alter table trail alter column record drop not null; update trail set record = null where number = 5 @ 5
        delete from trail where number = 5 @ 5
        delete from trail where number = 1 @ 1
        delete from trail where number = 5; update trail set number = number - 1 where number > 5 @ 5
        insert into trail select 10, at, kind, partnership, record, hash from trail where number = 9 @ 10
        """)
    void what_was_done_to_it_is_named(String done, long broken) {
        Stream.of(done.split(";")).forEach(rig.jdbc::execute);
        assertThat(trail().check(null).broken()).isEqualTo(broken);
    }

    @Test void two_swapped() {
        rig.jdbc.execute("update trail set number = 100 where number = 4");
        rig.jdbc.execute("update trail set number = 4 where number = 7");
        rig.jdbc.execute("update trail set number = 7 where number = 100");
        assertThat(trail().check(null).broken()).isEqualTo(4L);
    }

    /** Whoever changes a record and its hash as well has to write everything after it anew; held heads then find it. */
    @Test void a_record_written_anew_with_its_hash_breaks_the_next() {
        rig.jdbc.execute("update trail set record = convert_to(replace(convert_from(record, 'UTF8'), '.d5', '.d6'), 'UTF8') where number = 5");
        rig.jdbc.execute("update trail set hash = sha256(record) where number = 5");
        assertThat(trail().check(null).says()).isEqualTo("Record 6 does not hold: it does not follow the record before it.");
    }

    @Test void a_tail_cut_off_is_found_by_a_head_held_and_by_the_process_that_saw_it() {
        JdbcTrail saw = trail();
        Head held = saw.head();
        rig.jdbc.execute("delete from trail where number > 6");
        assertThat(trail().check(null).holds()).as("nothing in what is left tells it").isTrue();
        assertThat(trail().check(held).broken()).isEqualTo(7L);
        assertThat(saw.check(null).broken()).isEqualTo(7L);
    }

    @Test void a_tail_written_anew_is_found_by_a_head_held() {
        Head held = trail().head();
        rig.jdbc.execute("delete from trail where number > 6");
        for (int i = 7; i <= 12; i++) trail().read(new PersonId("auditor"), "decision-mash.x" + i);
        assertThat(trail().check(null).holds()).isTrue();
        assertThat(trail().check(held)).isEqualTo(
            new Check(8, 9L, "Record 9 does not hold: it is not the one whose hash is held."));
    }

    @Test void several_processes_write_one_chain() throws Exception {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> nodes = Stream.generate(this::trail).limit(6).<Callable<Void>>map(node -> () -> {
                for (int i = 0; i < 20; i++) node.read(new PersonId("auditor"), "decision-mash.n" + i);
                return null;
            }).toList();
            for (var written : writers.invokeAll(nodes)) written.get();
        }
        assertThat(trail().check(null)).isEqualTo(new Check(129, null, "All 129 records hold."));
    }
}
