package org.concordat.query.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.concordat.wiring.Damage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Entries against the store's events and against the tree over them. Everything is read and computed anew: what is kept in
 * memory is not asked. A row that cannot be read is a finding like any other, and keeps nobody from looking at the next.
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

    private final JdbcClient jdbc;
    private final Store store;
    private final Recorder recorder;
    private final Decoding decoding;
    private final DisposalCheck disposals;
    private final TileCheck tiles;

    EntryCheck(JdbcClient jdbc, Store store, Recorder recorder, Decoding decoding, DisposalCheck disposals) {
        this.jdbc = jdbc;
        this.store = store;
        this.recorder = recorder;
        this.decoding = decoding;
        this.disposals = disposals;
        tiles = new TileCheck(jdbc);
    }

    /** What is wrong with the entries after an index, up to another at most a unit later. Only whole units are held against tiles. */
    public List<Finding> of(long after, long until) {
        List<Finding> found = new ArrayList<>();
        Set<Long> damaged = new TreeSet<>();
        Map<Long, CheckedRow> rows = rows(after, until, damaged);
        damaged.forEach(index -> found.add(new Finding("", "Entry " + index + " cannot be read in the ledger: its row is damaged.")));
        store(after, until, rows, damaged, found);
        astray(after, until, rows, found);
        List<Sha256> leaves = new ArrayList<>();
        for (long index = after + 1; index <= until; index++) {
            CheckedRow row = rows.get(index);
            if (row == null) continue;
            Sha256 leaf = Merkle.leaf(row.envelope());
            if (!leaf.equals(row.leaf())) found.add(finding(row, "has another leaf hash than its envelope gives"));
            leaves.add(leaf);
        }
        if (until - after == UNIT && leaves.size() == UNIT) found.addAll(tiles.of(after / UNIT, leaves));
        return found;
    }

    /** All at once; one by one where one of them is damaged. */
    private Map<Long, CheckedRow> rows(long after, long until, Set<Long> damaged) {
        Map<Long, CheckedRow> rows = new HashMap<>();
        try {
            jdbc.sql(ROWS).params(after, until).query(CheckedRow::of).list().forEach(row -> rows.put(row.columns().index(), row));
            return rows;
        } catch (RuntimeException e) {
            if (!Damage.is(e)) throw e;
        }
        for (long index = after + 1; index <= until; index++) {
            try {
                CheckedRow row = jdbc.sql(ROWS).params(index - 1, index).query(CheckedRow::of).optional().orElse(null);
                if (row != null) rows.put(index, row);
            } catch (RuntimeException e) {
                if (!Damage.is(e)) throw e;
                damaged.add(index);
            }
        }
        return rows;
    }

    private void astray(long after, long until, Map<Long, CheckedRow> rows, List<Finding> found) {
        try {
            for (long index : jdbc.sql(ASTRAY).params(after, until).query(Long.class).list()) {
                CheckedRow row = rows.get(index);
                if (row != null) found.add(finding(row, "does not follow the entry before it in the history of its thing"));
            }
        } catch (RuntimeException e) {
            if (!Damage.is(e)) throw e;
            found.add(new Finding("", "Whether the entries from " + (after + 1) + " to " + until
                    + " follow the ones before them cannot be told: a row of the ledger is damaged."));
        }
    }

    private void store(long after, long until, Map<Long, CheckedRow> rows, Set<Long> damaged, List<Finding> found) {
        StoredUnit events = StoredUnit.read(store, after, until);
        Instant notBefore = after == 0 ? Instant.MIN : before(after);
        List<Long> markedInTheStore = new ArrayList<>();
        List<Long> keptInTheStore = new ArrayList<>();
        for (long place = after + 1; place <= events.last(); place++) {
            CheckedRow row = rows.get(place);
            TrackedEventMessage<?> event = events.at(place);
            if (event == null && !events.damaged(place)) {
                found.add(new Finding("", "The store's event at place " + place + " is missing: the next is at " + events.after(place) + "."));
                return;
            }
            Recorder.Written due = event == null ? null : written(event, place, notBefore);
            if (due == null || event == null) {
                found.add(new Finding("", "The store's event at place " + place + " cannot be read: its row is damaged."));
                if (row != null) notBefore = row.columns().recordedAt();
                continue;
            }
            notBefore = due.envelope().recordedAt();
            String named = "Entry " + place + " (" + due.envelope().subject() + "@" + due.envelope().version() + ") ";
            if (decoding.damaged(event)) found.add(new Finding(due.envelope().partnership(), named
                    + "cannot be read in the store: what it says is not what a " + due.envelope().type() + " says."));
            if (row == null && !damaged.contains(place)) {
                found.add(new Finding(due.envelope().partnership(), named + "is missing: the store holds its event."));
            }
            if (row == null) continue;
            String wrong = row.against(due);
            if (wrong != null) found.add(finding(row, wrong));
            if (due.disposed() && !row.disposed()) markedInTheStore.add(place);
            if (row.disposed() && !due.disposed()) keptInTheStore.add(place);
        }
        found.addAll(disposals.markedInTheStore(markedInTheStore));
        found.addAll(disposals.keptInTheStore(keptInTheStore));
        for (long index = Math.max(after, events.last()) + 1; index <= until; index++) {
            CheckedRow row = rows.get(index);
            if (row != null) found.add(finding(row, "is of no event of the store"));
        }
    }

    /** Null where the event is such that nothing can be written of it. */
    private Recorder.@Nullable Written written(TrackedEventMessage<?> event, long place, Instant notBefore) {
        try {
            return recorder.write(event, place, notBefore);
        } catch (RuntimeException e) {
            if (Damage.is(e)) return null;
            throw e;
        }
    }

    private Instant before(long after) {
        try {
            return jdbc.sql("select recorded_at from ledger where index = ?").param(after)
                    .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant()).optional().orElse(Instant.MIN);
        } catch (RuntimeException e) {
            if (Damage.is(e)) return Instant.MIN;
            throw e;
        }
    }

    private static Finding finding(CheckedRow row, String wrong) {
        return new Finding(row.columns().partnership(), row.named() + wrong + ".");
    }
}
