package org.concordat.query.proving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.concordat.query.ledger.EntryCheck.Finding;
import org.concordat.wiring.Damage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the self-check keeps, so that a restart goes on where it was. */
record CheckNotes(JdbcClient jdbc, Clock clock) {

    /**
     * @param found     of the check under way
     * @param size      up to which entry everything was looked at
     * @param lastFound of the last whole one, and of what came since
     */
    record Row(Instant began, long checked, List<Finding> found, @Nullable Instant ended, long size, List<Finding> lastFound,
               @Nullable Instant looked) {}

    private static final Logger LOG = LoggerFactory.getLogger(CheckNotes.class);
    private static final int MOST = 100;
    private static final String BETWEEN = "\t";
    private static final String BEGIN = """
            insert into self_check (began_at, checked, found) values (?, 0, '') on conflict (one) do nothing""";
    private static final String STANDS = """
            select began_at, checked, found, ended_at, coalesce(last_size, 0), coalesce(last_found, ''), looked_at from self_check""";
    private static final String COME = "update self_check set checked = ?, found = ?";
    private static final String END = """
            update self_check set ended_at = ?, last_size = checked, last_found = ?, checked = 0, found = '', began_at = ?, looked_at = ?""";
    private static final String GROWN = "update self_check set last_size = ?, last_found = ?, looked_at = ? where last_size = ?";
    private static final String FORGET = "update self_check set ended_at = null, last_size = 0, looked_at = null, checked = 0, found = ''";

    Row row() {
        begin();
        try {
            return stands();
        } catch (RuntimeException e) {
            if (!Damage.is(e)) throw e;
            LOG.warn("What the self-check has noted cannot be read, so it begins anew: its row is damaged.");
            jdbc.sql("delete from self_check").update();
            begin();
            return stands();
        }
    }

    private void begin() {
        jdbc.sql(BEGIN).param(now()).update();
    }

    private Row stands() {
        return jdbc.sql(STANDS).query((row, n) -> new Row(instant(row, 1), row.getLong(2), read(row.getString(3)),
                row.getObject(4) == null ? null : instant(row, 4), row.getLong(5), read(row.getString(6)),
                row.getObject(7) == null ? null : instant(row, 7))).single();
    }

    void come(long checked, List<Finding> found) {
        jdbc.sql(COME).params(checked, written(found)).update();
    }

    /** The check under way has come to the end. */
    void end(List<Finding> found) {
        jdbc.sql(END).params(now(), written(found), now(), now()).update();
    }

    /** What came since the last whole check was looked at; nothing where another process did so before. */
    void grown(long from, long until, List<Finding> found) {
        jdbc.sql(GROWN).params(until, written(found), now(), from).update();
    }

    /** The rows that were looked at are others by now; what was found wrong stays until a whole check finds it no more. */
    void forget() {
        jdbc.sql(FORGET).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
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
