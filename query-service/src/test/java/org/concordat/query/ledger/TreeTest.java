package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.concordat.api.ActMetadata;
import org.concordat.proof.Frontier;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.junit.jupiter.api.Test;
import org.concordat.wiring.memory.Memory;
import org.springframework.transaction.support.TransactionTemplate;

/** The tree against a computation apart that reads nothing but envelopes. */
class TreeTest {

    private static final int PAST_TWO_LEVELS = 65_536 + 300;

    private final Rig rig = new Rig();

    private static Stored[] accepted(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(i -> Stored.of(i, "item-mash.leadership", i, Samples.accepted())).toArray(Stored[]::new);
    }

    @Test void has_the_root_of_the_envelopes_at_every_size_however_they_came() {
        long fed = 0;
        Random lengths = new Random(7);
        while (fed < 700) {
            long to = Math.min(700, fed + 1 + lengths.nextInt(300));
            rig.feed(accepted(fed + 1, to));
            fed = to;
        }
        Frontier apart = new Frontier();
        for (byte[] envelope : rig.jdbc.queryForList("select envelope from ledger order by index", byte[].class)) {
            apart.add(Merkle.leaf(envelope));
            assertThat(rig.proofs.root(apart.size())).isEqualTo(apart.root());
        }
        assertThat(rig.proofs.size()).isEqualTo(700);
        assertThat(rig.jdbc.queryForList("select n from ledger_tile where level = 0 order by n", Long.class)).containsExactly(0L, 1L);
    }

    @Test void proves_entries_and_growth_over_whole_tiles_and_the_edge() {
        rig.feed(accepted(1, 500));
        rig.feed(accepted(501, 600));
        for (long index : new long[] {1, 255, 256, 257, 512, 513, 600}) {
            Sha256 leaf = rig.proofs.recorded(index).orElseThrow().leaf();
            for (long size : new long[] {index, 513, 600}) {
                if (size < index) continue;
                assertThat(Merkle.includes(leaf, index - 1, size, rig.proofs.inclusion(index, size), rig.proofs.root(size))).isTrue();
                assertThat(Merkle.consistent(index, rig.proofs.root(index), size, rig.proofs.root(size),
                        rig.proofs.consistency(index, size))).isTrue();
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> rig.proofs.inclusion(601, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> rig.proofs.root(601));
        assertThatIllegalArgumentException().isThrownBy(() -> rig.proofs.consistency(3, 601));
    }

    /** Leaves written without their entries' ceremony: so many that tiles of tiles fill. */
    @Test void fills_tiles_of_tiles_and_brings_an_older_ledger_level() {
        rig.jdbc.update("""
                insert into ledger (index, event_id, type, subject, version, partnership, recorded_at, effective_on, envelope,
                    payload, salt, leaf)
                select i, i, 't', 's', i, '', now(), now(), int8send(i), '', '', sha256('\\x00'::bytea || int8send(i))
                from generate_series(1, ?) i""", PAST_TWO_LEVELS);
        rig.tiles.level(PAST_TWO_LEVELS);
        rig.progress.movedTo(PAST_TWO_LEVELS);
        Frontier apart = new Frontier();
        LongStream.rangeClosed(1, PAST_TWO_LEVELS)
                .forEach(i -> apart.add(Merkle.leaf(ByteBuffer.allocate(Long.BYTES).putLong(i).array())));
        assertThat(rig.proofs.root(PAST_TWO_LEVELS)).isEqualTo(apart.root());
        assertThat(rig.jdbc.queryForList("select level || ' ' || count(*) from ledger_tile group by level order by level", String.class))
                .containsExactly("0 257", "1 1");
        rig.tiles.level(PAST_TWO_LEVELS);
        assertThat(rig.proofs.hashes(1, 256, 257)).hasSize(1);
    }

    @Test void a_rolled_back_batch_leaves_no_tile_behind() {
        rig.feed(accepted(1, 255));
        new TransactionTemplate(rig.spring).executeWithoutResult(transaction -> {
            rig.tables.append(List.of(accepted(256, 256)[0].written()));
            transaction.setRollbackOnly();
        });
        assertThat(rig.jdbc.queryForObject("select count(*) from ledger_tile", Long.class)).isZero();
        rig.feed(accepted(256, 256));
        assertThat(rig.jdbc.queryForObject("select count(*) from ledger_tile", Long.class)).isEqualTo(1);
    }

    private void tilesAreThoseOfTheLeaves() {
        for (long n : rig.jdbc.queryForList("select n from ledger_tile where level = 0", Long.class)) {
            List<Sha256> leaves = leaves().subList((int) n * Tiles.WIDTH, (int) (n + 1) * Tiles.WIDTH);
            Sha256 root = Merkle.root(Tiles.WIDTH, Merkle.over(leaves));
            assertThat(rig.jdbc.queryForObject("select hashes from ledger_tile where level = 0 and n = ?", byte[].class, n))
                    .isEqualTo(Sha256.join(leaves));
            assertThat(rig.jdbc.queryForObject("select root from ledger_tile where level = 0 and n = ?", byte[].class, n)).isEqualTo(root.bytes());
        }
    }

    private List<Sha256> leaves() {
        return rig.jdbc.queryForList("select envelope from ledger order by index", byte[].class).stream().map(Merkle::leaf).toList();
    }

    private static Stored[] other(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(i -> Stored.of(i, "item-mash.leadership", i, Samples.accepted()).with(ActMetadata.PERSON, "fire")).toArray(Stored[]::new);
    }

    @Test void a_tile_is_over_what_was_committed_whatever_was_rolled_back_before_it() {
        rig.feed(accepted(1, 100));
        for (long to : new long[] {200, 256, 600}) {
            new TransactionTemplate(rig.spring).executeWithoutResult(transaction -> {
                rig.tables.append(Arrays.stream(other(101, to)).map(Stored::written).toList());
                transaction.setRollbackOnly();
            });
        }
        rig.feed(accepted(101, 200));
        rig.feed(accepted(201, 600));
        assertThat(rig.jdbc.queryForObject("select count(*) from ledger_tile", Long.class)).isEqualTo(2);
        tilesAreThoseOfTheLeaves();
        assertThat(rig.proofs.root(600)).isEqualTo(Merkle.root(600, Merkle.over(leaves())));
    }

    @Test void writers_may_take_turns() {
        LedgerTables another = new LedgerTables(rig.jdbc, rig.decoding, new Tiles(rig.jdbc, Memory.usual()),
                new DisposedRows(rig.jdbc, rig.decoding, Stored.SERIALIZER));
        long fed = 0;
        for (int turn = 0; fed < 1_000; turn++) {
            List<Recorder.Written> batch = Arrays.stream(other(fed + 1, fed + 37 + turn)).map(Stored::written).toList();
            LedgerTables writer = turn % 2 == 0 ? rig.tables : another;
            new TransactionTemplate(rig.spring).executeWithoutResult(transaction -> writer.append(batch));
            fed += batch.size();
            rig.progress.movedTo(fed);
            assertThat(rig.proofs.root(fed)).isEqualTo(Merkle.root(fed, Merkle.over(leaves())));
        }
        tilesAreThoseOfTheLeaves();
    }

    @Test void what_is_remembered_of_the_edge_serves_older_and_newer_trees_alike() {
        rig.feed(accepted(1, 300));
        List<Sha256> leaves = leaves();
        for (long size : new long[] {290, 257, 300, 1, 256, 299}) {
            assertThat(rig.proofs.root(size)).isEqualTo(Merkle.root(size, Merkle.over(leaves)));
        }
        rig.feed(accepted(301, 520));
        List<Sha256> more = leaves();
        for (long size : new long[] {300, 301, 520, 511, 513, 512}) {
            assertThat(rig.proofs.root(size)).isEqualTo(Merkle.root(size, Merkle.over(more)));
            assertThat(rig.proofs.hashes(0, size - 1, size)).containsExactly(more.get((int) size - 1));
        }
    }

    @Test void filled_again_with_other_entries_it_remembers_nothing_of_the_former() {
        rig.feed(accepted(1, 600));
        Sha256 root = rig.proofs.root(600);
        rig.proofs.inclusion(3, 600);
        rig.clear();
        rig.feed(other(1, 600));
        assertThat(rig.proofs.root(600)).isNotEqualTo(root).isEqualTo(Merkle.root(600, Merkle.over(leaves())));
        assertThat(rig.proofs.inclusion(3, 600)).isEqualTo(Merkle.inclusion(2, 600, Merkle.over(leaves())));
        tilesAreThoseOfTheLeaves();
    }

    @Test void filled_again_with_other_entries_by_another_process_it_remembers_nothing_of_the_former() {
        rig.feed(accepted(1, 600));
        rig.proofs.root(600);
        rig.tables.clear();
        rig.progress.followed(600, 0);
        rig.feed(other(1, 600));
        assertThat(rig.proofs.root(600)).isEqualTo(Merkle.root(600, Merkle.over(leaves())));
    }

    @Test void filled_again_it_is_the_same_tree() {
        rig.feed(accepted(1, 500));
        Sha256 root = rig.proofs.root(500);
        String before = rig.fingerprint();
        rig.tables.clear();
        rig.feed(accepted(1, 300));
        rig.feed(accepted(301, 500));
        assertThat(rig.proofs.root(500)).isEqualTo(root);
        assertThat(rig.fingerprint()).isEqualTo(before);
    }

    @Test void a_hole_is_an_error_and_no_other_root() {
        rig.feed(accepted(1, 20));
        rig.jdbc.update("delete from ledger where index = 7");
        assertThatThrownBy(() -> rig.proofs.root(20)).isInstanceOf(IllegalStateException.class);
    }
}
