package org.concordat.query.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.concordat.query.EmbeddedDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A page of a small partnership in a large ledger, by equality as before and by a range of one; lines beginning with SPEED are the figures. */
@Tag("heavy")
class RangeSpeedTest {

    private static final int ROUNDS = 60;
    private static final String BEFORE = EntryRow.SELECT + "where partnership = ? and index > ? order by index limit ?";

    @Test void a_small_partnership_does_not_wait_for_a_large_one() throws Exception {
        var database = new SingleConnectionDataSource(EmbeddedDatabase.fresh().getConnection(), true);
        try {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            jdbc.execute(PlansTest.ROWS.replace("40000", "300000").replace("'\\x00', '\\x00', '\\x00', '\\x00'",
                    "'\\x00', sha256(n::text::bytea) || sha256(n::text::bytea), '\\x00', '\\x00'"));
            jdbc.execute("analyze ledger");
            jdbc.execute("set plan_cache_mode = force_generic_plan");
            List<Long> now = new ArrayList<>();
            List<Long> before = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                String small = "partnership-small-" + 200 * (round % 10);
                now.add(taken(jdbc, JdbcLedger.AFTER, small, small, 0L, 1_000));
                before.add(taken(jdbc, BEFORE, small, 0L, 1_000));
            }
            System.out.printf("SPEED a page of a small partnership in 300,000 entries, by range / by equality: %.3f ms / %.3f ms, ratio %.2f%n",
                    middle(now), middle(before), middle(now) / middle(before));
        } finally {
            database.destroy();
        }
    }

    private static long taken(JdbcTemplate jdbc, String query, Object... values) {
        long begin = System.nanoTime();
        jdbc.query(query, (row, n) -> row.getBytes("payload"), values);
        return System.nanoTime() - begin;
    }

    private static double middle(List<Long> taken) {
        long[] warm = taken.stream().skip(taken.size() / 2).mapToLong(Long::longValue).toArray();
        Arrays.sort(warm);
        return warm[warm.length / 2] / 1e6;
    }
}
