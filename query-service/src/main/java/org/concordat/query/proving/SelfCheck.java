package org.concordat.query.proving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.concordat.query.ledger.DisposalCheck;
import org.concordat.query.ledger.EntryCheck;
import org.concordat.query.ledger.EntryCheck.Finding;
import org.concordat.query.ledger.Proofs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The record against itself, a unit at a time: entries against the store's events and the tree, what was disposed of
 * against what says so, the tree against what was signed, views against a fold from nothing. How far it has come is kept, so a
 * restart goes on there. It says that the record holds only of what it has looked at, and what it cannot read is a finding.
 */
public final class SelfCheck {

    /**
     * @param began    when the check under way, or the last one, began
     * @param checked  entries looked at since then
     * @param ended    when the last whole one ended; null before
     * @param size     up to which entry everything was looked at once at least: by the last whole one, and as the record grew since
     * @param looked   when the newest of them were looked at; null before
     * @param present  how many entries there are now
     * @param findings of the last whole one, of what came since, and of the one under way
     */
    public record Standing(Instant began, long checked, @Nullable Instant ended, long size, @Nullable Instant looked, long present,
                           List<Finding> findings) {

        /** Null while nothing was found and something that is there now was never looked at. */
        public @Nullable Boolean holds() {
            if (!findings.isEmpty()) return false;
            return ended == null || size != present ? null : true;
        }
    }

    private final CheckNotes notes;
    private final Proofs proofs;
    private final EntryCheck entries;
    private final HeadCheck heads;
    private final OverEntries over;
    private final Duration every;
    private final Clock clock;
    private volatile boolean asked;
    /** What another process saw may have changed since it ended: each looks at everything once. */
    private volatile boolean lookedAtAll;
    /** Until then, and while the record does not grow, the database need not even be asked. */
    private volatile Instant rest = Instant.MIN;
    private volatile long rested;

    SelfCheck(JdbcClient jdbc, Proofs proofs, EntryCheck entries, DisposalCheck disposals, HeadCheck heads, ViewCheck views,
              Duration every, Clock clock) {
        notes = new CheckNotes(jdbc, clock);
        this.proofs = proofs;
        this.entries = entries;
        this.heads = heads;
        over = new OverEntries(jdbc, heads, disposals, views);
        this.every = every;
        this.clock = clock;
    }

    public Standing standing() {
        CheckNotes.Row row = notes.row();
        List<Finding> all = new ArrayList<>(row.lastFound());
        row.found().stream().filter(finding -> !all.contains(finding)).forEach(all::add);
        return new Standing(row.began(), row.checked(), row.ended(), row.size(), row.looked(), proofs.size(), all);
    }

    /** Asks for a whole check without pauses; the background takes it up within its next step. */
    public void now() {
        asked = true;
    }

    /** The background's step: one unit, or all that is left where somebody asked for it. */
    void step() {
        if (asked) {
            asked = false;
            whole();
            return;
        }
        if (clock.instant().isBefore(rest) && proofs.size() == rested) return;
        CheckNotes.Row row = grown(notes.row());
        Instant next = row.ended() == null || row.checked() > 0 || !lookedAtAll ? Instant.MIN : row.ended().plus(every);
        rested = row.size();
        if (clock.instant().isBefore(next)) rest = next;
        else unit(row);
    }

    /** What came since the last whole check is looked at at once; what a record that is filled again holds, from the first on. */
    private synchronized CheckNotes.Row grown(CheckNotes.Row row) {
        long size = proofs.size();
        if (row.ended() == null || size == row.size()) return row;
        if (size < row.size()) {
            notes.forget();
            return notes.row();
        }
        long until = Math.min(size, (row.size() / EntryCheck.UNIT + 1) * EntryCheck.UNIT);
        // Where it fills a tile, the whole of it, so that it is held against the tile.
        long after = until % EntryCheck.UNIT == 0 ? until - EntryCheck.UNIT : row.size();
        List<Finding> found = new ArrayList<>(row.lastFound());
        twice(() -> entries.of(after, until)).stream().filter(finding -> !found.contains(finding)).forEach(found::add);
        notes.grown(row.size(), until, found);
        return notes.row();
    }

    /** From the first entry on to the end. */
    synchronized void whole() {
        notes.row();
        notes.come(0, List.of());
        while (unit(notes.row())) Thread.onSpinWait();
    }

    /** Whether there is more to do. */
    private synchronized boolean unit(CheckNotes.Row row) {
        long head = proofs.size();
        long until = Math.min(head, row.checked() + EntryCheck.UNIT);
        List<Finding> found = new ArrayList<>(row.found());
        if (until > row.checked()) found.addAll(twice(() -> entries.of(row.checked(), until)));
        if (until == head) found.addAll(twice(over::found));
        if (heads.fillingAgain(until)) {
            notes.come(0, List.of());
            return false;
        }
        notes.come(until, found);
        if (until < head) return true;
        // Where there is no entry nothing was looked at, and no check has come to an end.
        if (head == 0) return false;
        notes.end(found);
        lookedAtAll = true;
        return false;
    }

    /** What somebody was about to write while it was looked at is not wrong: it is looked at again. */
    private static List<Finding> twice(Supplier<List<Finding>> look) {
        List<Finding> found = look.get();
        if (found.isEmpty()) return found;
        List<Finding> again = look.get();
        return found.stream().filter(again::contains).toList();
    }
}
