package org.concordat.query.proving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.ledger.DisposalCheck;
import org.concordat.query.ledger.EntryCheck;
import org.concordat.query.ledger.EntryCheck.Finding;
import org.concordat.query.ledger.Proofs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The record against itself, a unit at a time: entries against the store's events and the tree, what was disposed of
 * against what says so, the tree against what was signed, views against a fold from nothing. How far it has come is kept, so a restart goes on there.
 */
public final class SelfCheck {

    /**
     * @param began    when the check under way, or the last one, began
     * @param checked  entries looked at since then
     * @param ended    when the last whole one ended; null before
     * @param size     how many entries the last whole one was over
     * @param findings of the last whole one, and of the one under way
     */
    public record Standing(Instant began, long checked, @Nullable Instant ended, long size, List<Finding> findings) {

        /** Null while nothing was found and not everything was ever looked at. */
        public @Nullable Boolean holds() {
            if (!findings.isEmpty()) return false;
            return ended == null ? null : true;
        }
    }

    private static final int MOST = 100;
    private static final String BETWEEN = "\t";
    private static final String BEGIN = """
            insert into self_check (began_at, checked, found) values (?, 0, '') on conflict (one) do nothing""";
    private static final String STANDS =
            "select began_at, checked, found, ended_at, coalesce(last_size, 0), coalesce(last_found, '') from self_check";
    private static final String COME = "update self_check set checked = ?, found = ?";
    private static final String END = """
            update self_check set ended_at = ?, last_size = checked, last_found = ?, checked = 0, found = '', began_at = ?""";

    private record Row(Instant began, long checked, String found, @Nullable Instant ended, long size, String lastFound) {}

    private final JdbcClient jdbc;
    private final Proofs proofs;
    private final EntryCheck entries;
    private final DisposalCheck disposals;
    private final HeadCheck heads;
    private final ViewCheck views;
    private final Duration every;
    private final Clock clock;
    private volatile boolean asked;
    /** Until then the database need not even be asked. */
    private volatile Instant rest = Instant.MIN;

    SelfCheck(JdbcClient jdbc, Proofs proofs, EntryCheck entries, DisposalCheck disposals, HeadCheck heads, ViewCheck views,
              Duration every, Clock clock) {
        this.jdbc = jdbc;
        this.proofs = proofs;
        this.entries = entries;
        this.disposals = disposals;
        this.heads = heads;
        this.views = views;
        this.every = every;
        this.clock = clock;
    }

    public Standing standing() {
        Row row = row();
        List<Finding> all = new ArrayList<>(read(row.lastFound()));
        read(row.found()).stream().filter(finding -> !all.contains(finding)).forEach(all::add);
        return new Standing(row.began(), row.checked(), row.ended(), row.size(), all);
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
        if (clock.instant().isBefore(rest)) return;
        Row row = row();
        Instant next = row.ended() == null || row.checked() > 0 ? Instant.MIN : row.ended().plus(every);
        if (clock.instant().isBefore(next)) rest = next;
        else unit(row);
    }

    /** From the first entry on to the end. */
    synchronized void whole() {
        row();
        come(0, List.of());
        while (unit(row())) Thread.onSpinWait();
    }

    /** Whether there is more to do. */
    private synchronized boolean unit(Row row) {
        long head = proofs.size();
        long until = Math.min(head, row.checked() + EntryCheck.UNIT);
        List<Finding> found = new ArrayList<>(read(row.found()));
        if (until > row.checked()) found.addAll(twice(() -> entries.of(row.checked(), until)));
        if (until == head) found.addAll(twice(this::whatIsOverEntries));
        if (heads.fillingAgain(until)) {
            come(0, List.of());
            return false;
        }
        come(until, found);
        if (until < head) return true;
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(END).params(now, written(found), now).update();
        return false;
    }

    private List<Finding> whatIsOverEntries() {
        List<Finding> found = new ArrayList<>(heads.found());
        found.addAll(disposals.look());
        jdbc.sql("select partnership from partnership_register order by first_index").query((row, n) -> row.getString(1)).list()
                .forEach(partnership -> views.of(new PartnershipId(partnership)).ifPresent(found::add));
        return found;
    }

    /** What somebody was about to write while it was looked at is not wrong: it is looked at again. */
    private static List<Finding> twice(Supplier<List<Finding>> look) {
        List<Finding> found = look.get();
        if (found.isEmpty()) return found;
        List<Finding> again = look.get();
        return found.stream().filter(again::contains).toList();
    }

    private void come(long checked, List<Finding> found) {
        jdbc.sql(COME).params(checked, written(found)).update();
    }

    private Row row() {
        jdbc.sql(BEGIN).param(clock.instant().atOffset(ZoneOffset.UTC)).update();
        return jdbc.sql(STANDS).query((row, n) -> {
            OffsetDateTime ended = row.getObject(4, OffsetDateTime.class);
            return new Row(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2), row.getString(3),
                    ended == null ? null : ended.toInstant(), row.getLong(5), row.getString(6));
        }).single();
    }

    private static String written(List<Finding> findings) {
        return String.join("\n", findings.stream().limit(MOST).map(f -> f.partnership() + BETWEEN + line(f.sentence())).toList());
    }

    private static String line(String sentence) {
        return sentence.replaceAll("[\\n\\t]", " ");
    }

    private static List<Finding> read(String found) {
        return Arrays.stream(found.split("\n")).filter(line -> !line.isEmpty()).map(line -> line.split(BETWEEN, 2))
                .map(parts -> new Finding(parts[0], parts[1])).toList();
    }
}
