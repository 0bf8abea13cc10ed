package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.concordat.proof.Frontier;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tree costs; lines beginning with SPEED are the figures. */
@Tag("heavy")
class TreeSpeedTest {

    private static final int BATCH = 500;
    private static final int ROUNDS = 60;
    private static final int MILLION = 1_000_000;

    private static final String PLAIN = """
            insert into ledger (index, event_id, type, revision, subject, version, partnership, recorded_at, effective_on, person, partner,
                appointment, recorded_for, command_id, authority, envelope, payload, salt)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static List<Recorder.Written> batch(long after) {
        return LongStream.rangeClosed(after + 1, after + BATCH)
                .mapToObj(i -> Stored.of(i, "item-mash.leadership", i, Samples.accepted()).written()).toList();
    }

    /** The same rows by the same statement, without leaf and tiles. */
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

    @Test void appending_with_and_without_the_tree() {
        Rig with = new Rig();
        Rig without = new Rig();
        without.jdbc.execute("alter table ledger alter column leaf drop not null");
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Recorder.Written> entries = batch((long) round * BATCH);
            double one = taken(with, () -> with.tables.append(entries));
            double other = taken(without, () -> plain(without, entries));
            if (round >= ROUNDS / 2) {
                ours.add(one);
                theirs.add(other);
            }
        }
        double our = median(ours);
        double their = median(theirs);
        System.out.printf("SPEED append of %d entries: with the tree %.2f ms, without %.2f ms, ratio %.2f%n", BATCH, our, their, our / their);
        assertThat(with.tables.last().index()).isEqualTo(without.tables.last().index());
    }

    private static double taken(Rig rig, Runnable work) {
        long began = System.nanoTime();
        new TransactionTemplate(rig.spring).executeWithoutResult(transaction -> work.run());
        return (System.nanoTime() - began) / 1e6;
    }

    private static double median(List<Double> all) {
        Collections.sort(all);
        return all.get(all.size() / 2);
    }

    /** On one connection, as a pool would lend it: this database makes a new one for each question otherwise. */
    @Test void verifying_and_proving_a_million() {
        Rig rig = new Rig();
        new TransactionTemplate(rig.spring).executeWithoutResult(transaction -> verifiesAndProvesAMillion(rig));
    }

    private static void verifiesAndProvesAMillion(Rig rig) {
        rig.jdbc.update("""
                insert into ledger (index, event_id, type, subject, version, partnership, recorded_at, effective_on, envelope, payload, salt, leaf)
                select i, i, 't', 's', i, '', now(), now(), e, '', '', sha256('\\x00'::bytea || e)
                from (select i, convert_to(rpad(i::text, 464, 'x'), 'UTF8') e from generate_series(1, ?) i) made""", MILLION);
        rig.tiles.level(MILLION);
        rig.progress.movedTo(MILLION);
        verify(rig);
        double thousand = proving(rig, 1_000);
        double million = proving(rig, MILLION);
        System.out.printf("SPEED inclusion proof: of 1,000 entries %.3f ms, of 1,000,000 %.3f ms, ratio %.2f%n", thousand, million,
                million / thousand);
        Sha256 root = rig.proofs.root(MILLION);
        rig.jdbc.execute("truncate ledger_tile");
        rig.tiles.forget();
        rig.tiles.level(MILLION);
        assertThat(rig.proofs.root(MILLION)).as("filled again").isEqualTo(root);
    }

    /** Envelopes of 464 bytes from the database, hashed to the root. */
    private static void verify(Rig rig) {
        long began = System.nanoTime();
        Frontier tree = new Frontier();
        JdbcTemplate reading = new JdbcTemplate(rig.database);
        reading.setFetchSize(10_000);
        reading.query("select envelope from ledger order by index", row -> {
            tree.add(Merkle.leaf(row.getBytes(1)));
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(tree.root()).isEqualTo(rig.proofs.root(MILLION));
        System.out.printf("SPEED verification from the database: %,d entries in %.2f s, %,.0f entries/s%n", MILLION, seconds, MILLION / seconds);
    }

    private static double proving(Rig rig, long size) {
        List<Double> taken = new ArrayList<>();
        java.util.Random places = new java.util.Random(7);
        Sha256 root = rig.proofs.root(size);
        for (int i = 0; i < 2_000; i++) {
            long index = 1 + places.nextLong(size);
            long began = System.nanoTime();
            List<Sha256> proof = rig.proofs.inclusion(index, size);
            double ms = (System.nanoTime() - began) / 1e6;
            if (i >= 1_000) taken.add(ms);
            if (i % 500 == 0) assertThat(Merkle.includes(rig.proofs.hashes(0, index - 1, index).getFirst(), index - 1, size, proof, root)).isTrue();
        }
        return median(taken);
    }
}
