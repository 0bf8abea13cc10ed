package org.concordat.query.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.concordat.proof.Tile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Entries against the store's events and against the tree over them. Everything is read and computed anew: what is kept in
 * memory is not asked.
 */
public final class EntryCheck {

    /** @param partnership whose it is; empty where it is nobody's or everybody's */
    public record Finding(String partnership, String sentence) {}

    /** As many as a tile has. */
    public static final int UNIT = Tiles.WIDTH;

    private static final String ROWS = CheckedRow.SELECT + "where index > ? and index <= ? order by index";
    private static final String ASTRAY = """
            select e.index from ledger e left join ledger before on before.subject = e.subject and before.version = e.version - 1
            where e.index > ? and e.index <= ? and (e.version = 1 or before.index < e.index) is not true order by e.index""";

    private record Filled(byte[] hashes, byte[] root) {}

    private final JdbcClient jdbc;
    private final Store store;
    private final Recorder recorder;
    private final DisposalCheck disposals;

    EntryCheck(JdbcClient jdbc, Store store, Recorder recorder, DisposalCheck disposals) {
        this.jdbc = jdbc;
        this.store = store;
        this.recorder = recorder;
        this.disposals = disposals;
    }

    /** What is wrong with the entries after an index, up to another at most a unit later. The first is a multiple of the unit. */
    public List<Finding> of(long after, long until) {
        List<Finding> found = new ArrayList<>();
        Map<Long, CheckedRow> rows = jdbc.sql(ROWS).params(after, until).query(CheckedRow::of).list().stream()
                .collect(Collectors.toMap(row -> row.columns().index(), Function.identity()));
        store(after, until, rows, found);
        for (long index : jdbc.sql(ASTRAY).params(after, until).query(Long.class).list()) {
            CheckedRow row = rows.get(index);
            if (row != null) found.add(finding(row, "does not follow the entry before it in the history of its thing"));
        }
        List<Sha256> leaves = new ArrayList<>();
        for (long index = after + 1; index <= until; index++) {
            CheckedRow row = rows.get(index);
            if (row == null) continue;
            Sha256 leaf = Merkle.leaf(row.envelope());
            if (!leaf.equals(row.leaf())) found.add(finding(row, "has another leaf hash than its envelope gives"));
            leaves.add(leaf);
        }
        if (until - after == UNIT && leaves.size() == UNIT) tiles(after / UNIT, leaves, found);
        return found;
    }

    private void store(long after, long until, Map<Long, CheckedRow> rows, List<Finding> found) {
        Instant notBefore = after == 0 ? Instant.MIN : jdbc.sql("select recorded_at from ledger where index = ?").param(after)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant()).optional().orElse(Instant.MIN);
        long place = after;
        List<Long> markedInTheStore = new ArrayList<>();
        List<Long> keptInTheStore = new ArrayList<>();
        for (TrackedEventMessage<?> event : store.after(after, (int) (until - after))) {
            if (store.place(event) != ++place) {
                found.add(new Finding("", "The store's event at place " + place + " is missing: the next is at " + store.place(event) + "."));
                return;
            }
            Recorder.Written due = recorder.write(event, place, notBefore);
            notBefore = due.envelope().recordedAt();
            CheckedRow row = rows.get(place);
            String wrong = row == null ? null : row.against(due);
            if (row == null) found.add(new Finding(due.envelope().partnership(), "Entry " + place + " (" + due.envelope().subject() + "@"
                    + due.envelope().version() + ") is missing: the store holds its event."));
            if (row != null && wrong != null) found.add(finding(row, wrong));
            if (row != null && due.disposed() && !row.disposed()) markedInTheStore.add(place);
            if (row != null && row.disposed() && !due.disposed()) keptInTheStore.add(place);
        }
        found.addAll(disposals.markedInTheStore(markedInTheStore));
        found.addAll(disposals.keptInTheStore(keptInTheStore));
        for (long index = place + 1; index <= until; index++) {
            CheckedRow row = rows.get(index);
            if (row != null) found.add(finding(row, "is of no event of the store"));
        }
    }

    /** The tile over these leaves and, where it is the last of one, the tile over such tiles, and so on. */
    private void tiles(long number, List<Sha256> leaves, List<Finding> found) {
        List<Sha256> hashes = leaves;
        long n = number;
        for (int level = 0; hashes.size() == UNIT; level++) {
            Filled tile = tile(level, n);
            if (tile == null || !Arrays.equals(tile.hashes(), Sha256.join(hashes)) || !Arrays.equals(tile.root(), new Tile(hashes).root().bytes())) {
                found.add(new Finding("", "Tile " + level + "/" + n + " of the tree, over the entries from "
                        + ((number + 1) * UNIT - (1L << Byte.SIZE * (level + 1)) + 1) + " to " + (number + 1) * UNIT
                        + (tile == null ? ", is missing." : ", is not the one that they give.")));
                return;
            }
            if ((n + 1) % UNIT != 0) return;
            n /= UNIT;
            hashes = jdbc.sql("select root from ledger_tile where level = ? and n >= ? and n < ? order by n")
                    .params(level, n * UNIT, (n + 1) * UNIT).query((row, i) -> Sha256.of(row.getBytes(1))).list();
        }
    }

    private @Nullable Filled tile(int level, long n) {
        return jdbc.sql("select hashes, root from ledger_tile where level = ? and n = ?").params(level, n)
                .query((row, i) -> new Filled(row.getBytes(1), row.getBytes(2))).optional().orElse(null);
    }

    private static Finding finding(CheckedRow row, String wrong) {
        return new Finding(row.columns().partnership(), row.named() + wrong + ".");
    }
}
