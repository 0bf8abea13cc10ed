package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.concordat.proof.Frontier;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.concordat.query.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tree costs, on connections pooled and set as a service's are; lines beginning with SPEED are the figures. */
@Tag("heavy")
class TreeSpeedTest {

    private static final int MILLION = 1_000_000;
    private static final int THOUSAND = 1_000;
    private static final int CHECKED = 50_000;
    private static final int PROOFS = 4_000;

    private static final String PLAIN = """
            insert into ledger (index, event_id, type, revision, subject, version, partnership, recorded_at, effective_on, person, partner,
                appointment, recorded_for, command_id, authority, envelope, payload, salt)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final List<HikariDataSource> pools = new ArrayList<>();

    @AfterEach void close() {
        pools.forEach(HikariDataSource::close);
    }

    private Rig rig() {
        PGSimpleDataSource database = (PGSimpleDataSource) EmbeddedDatabase.fresh();
        database.setReWriteBatchedInserts(true);
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database);
        pool.setMaximumPoolSize(4);
        pools.add(pool);
        return new Rig(pool);
    }

    private static List<Recorder.Written> batch(long after, int size) {
        return LongStream.rangeClosed(after + 1, after + size)
                .mapToObj(i -> Stored.of(i, "item-mash.leadership", i, Samples.accepted()).written()).toList();
    }

    /** The same rows by the same statement in the same transaction, without leaf and tiles. */
    private static void plain(Rig rig, List<Recorder.Written> entries) {
        rig.jdbc.batchUpdate(PLAIN, entries, entries.size(), (row, entry) -> {
            Envelope e = entry.envelope();
            int i = 0;
            for (Object value : new Object[] {e.index(), e.event(), e.type(), e.revision(), e.subject(), e.version(), e.partnership(),
                e.recordedAt().atOffset(java.time.ZoneOffset.UTC), e.effectiveOn(), e.person(), e.partner(), e.appointment(),
                e.recordedFor(), e.command(), e.authority(), e.canonical(), entry.payload(), entry.salt()}) {
                row.setObject(++i, value);
            }
        });
        rig.jdbc.update("insert into ledger_type (type, entries) values ('t', ?) on conflict (type) do update"
                + " set entries = ledger_type.entries + excluded.entries", entries.size());
    }

    /** As the projector does: the newest entry is looked up, rows are written, the token moves. Of both the second half counts. */
    @ParameterizedTest @CsvSource({"500, 120", "20, 1500", "1, 8000"})
    void appending_with_and_without_the_tree(int size, int rounds) {
        Rig with = rig();
        Rig without = rig();
        without.jdbc.execute("alter table ledger alter column leaf drop not null");
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Recorder.Written> entries = batch((long) round * size, size);
            Supplier<Double> one = () -> transaction(with, size, () -> with.tables.append(entries));
            Supplier<Double> other = () -> transaction(without, size, () -> plain(without, entries));
            boolean oursFirst = round % 2 == 0;
            double first = oursFirst ? one.get() : other.get();
            double second = oursFirst ? other.get() : one.get();
            if (round < rounds / 2) continue;
            ours.add(oursFirst ? first : second);
            theirs.add(oursFirst ? second : first);
        }
        System.out.printf("SPEED append of %d in a transaction: with the tree p50 %.3f ms, mean %.3f ms; without p50 %.3f ms, mean %.3f ms;"
                + " ratio of p50 %.2f, of means %.2f%n", size, p50(ours), mean(ours), p50(theirs), mean(theirs), p50(ours) / p50(theirs),
                mean(ours) / mean(theirs));
        assertThat(with.tables.last().index()).isEqualTo(without.tables.last().index());
    }

    private static double transaction(Rig rig, int size, Runnable work) {
        return taken(() -> new TransactionTemplate(rig.spring).executeWithoutResult(transaction -> {
            rig.tables.last();
            work.run();
            rig.jdbc.update("update token set at = at + ?", size);
        }));
    }

    private static double taken(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private static double p50(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    private static double mean(List<Double> all) {
        return all.stream().mapToDouble(d -> d).average().orElseThrow();
    }

    private static void fill(Rig rig, int entries) {
        rig.jdbc.update("""
                insert into ledger (index, event_id, type, subject, version, partnership, recorded_at, effective_on, envelope, payload, salt, leaf)
                select i, i, 't', 's', i, '', now(), now(), e, '', '', sha256('\\x00'::bytea || e)
                from (select i, convert_to(rpad(i::text, 464, 'x'), 'UTF8') e from generate_series(1, ?) i) made""", entries);
        rig.tiles.level(entries);
        rig.progress.movedTo(entries);
        rig.jdbc.execute("vacuum analyze");
    }

    @Test void verifying_and_proving_a_million() {
        Rig small = rig();
        fill(small, THOUSAND);
        Rig large = rig();
        fill(large, MILLION);
        verify(large);
        proving(small, large);
        Sha256 root = large.proofs.root(MILLION);
        large.jdbc.execute("truncate ledger_tile");
        large.tiles.forget();
        large.tiles.level(MILLION);
        assertThat(large.proofs.root(MILLION)).as("filled again").isEqualTo(root);
    }

    /** Envelopes of 464 bytes read from the database as the self-check reads them, a tile's at a time, and hashed to the root; on every core. */
    private static void verify(Rig rig) {
        for (int round = 0; round < 3; round++) {
            Frontier tree = new Frontier();
            double seconds = taken(() -> LongStream.rangeClosed(0, MILLION / Tiles.WIDTH).parallel()
                    .mapToObj(n -> rig.jdbc.query("select envelope from ledger where index > ? and index <= ? order by index",
                            (row, i) -> Merkle.leaf(row.getBytes(1)), n * Tiles.WIDTH, (n + 1) * Tiles.WIDTH))
                    .forEachOrdered(leaves -> leaves.forEach(tree::add))) / 1_000;
            assertThat(tree.size()).isEqualTo(MILLION);
            assertThat(tree.root()).isEqualTo(rig.proofs.root(MILLION));
            System.out.printf("SPEED verification from the database: %,d entries in %.2f s, %,.0f entries/s%n", MILLION, seconds,
                    MILLION / seconds);
        }
    }

    /** Everything that the self-check compares: the store's events written anew, columns, leaves and tiles. */
    @Test void checking_entries_against_the_store() {
        Rig rig = rig();
        ListSource source = new ListSource();
        for (long index = 1; index <= CHECKED; index += 500) {
            Stored[] batch = LongStream.range(index, index + 500)
                    .mapToObj(i -> Stored.of(i, "item-mash.leadership", i, Samples.accepted())).toArray(Stored[]::new);
            source.events.addAll(List.of(batch));
            rig.feed(batch);
        }
        EntryCheck check = rig.check(rig.store(source));
        for (int round = 0; round < 4; round++) {
            double seconds = taken(() -> {
                for (long after = 0; after < CHECKED; after += EntryCheck.UNIT) {
                    assertThat(check.of(after, Math.min(CHECKED, after + EntryCheck.UNIT))).isEmpty();
                }
            }) / 1_000;
            System.out.printf("SPEED self-check of %,d entries, one after the other: %.2f s, %,.0f entries/s%n", CHECKED, seconds, CHECKED / seconds);
        }
    }

    /** In turn; first with nothing remembered of the tree, then as asked again and again, of any of its entries. */
    private static void proving(Rig small, Rig large) {
        for (boolean remembered : new boolean[] {false, true}) {
            List<Double> thousand = new ArrayList<>();
            List<Double> million = new ArrayList<>();
            if (remembered) {
                for (long index = 1; index <= MILLION; index += Tiles.WIDTH) large.proofs.inclusion(index, MILLION);
            }
            Random places = new Random(7);
            for (int i = 0; i < PROOFS; i++) {
                double one = prove(small, 1 + places.nextLong(THOUSAND), THOUSAND, remembered);
                double other = prove(large, 1 + places.nextLong(MILLION), MILLION, remembered);
                if (i < PROOFS / 2) continue;
                thousand.add(one);
                million.add(other);
            }
            System.out.printf("SPEED inclusion proof, tiles %s: of 1,000 entries p50 %.4f ms, of 1,000,000 %.4f ms, ratio %.2f%n",
                    remembered ? "in memory" : "read anew", p50(thousand), p50(million), p50(million) / p50(thousand));
        }
    }

    private static double prove(Rig rig, long index, long size, boolean remembered) {
        if (!remembered) rig.tiles.forget();
        List<List<Sha256>> proof = new ArrayList<>();
        double ms = taken(() -> proof.add(rig.proofs.inclusion(index, size)));
        if (index % 500 == 0) {
            assertThat(Merkle.includes(rig.proofs.hashes(0, index - 1, index).getFirst(), index - 1, size, proof.getFirst(),
                    rig.proofs.root(size))).isTrue();
        }
        return ms;
    }
}
