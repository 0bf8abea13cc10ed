package org.concordat.query.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.GenericPlan.values;

import java.util.List;
import org.concordat.query.GenericPlan;
import org.junit.jupiter.api.Test;

/** As the ledger: a page of a small partnership's trail is found by its own index. */
class TrailPlansTest {

    private static final String ROWS = """
            insert into trail (number, at, kind, partnership, record, hash)
            select n, now(), case when n % 3 = 0 then 'attempt' else 'reading' end,
                case when n % 200 = 0 then 'partnership-small' else 'partnership-large' end, '{}', '\\x00'
            from generate_series(1, 40000) n""";

    @Test void a_small_partnership_s_trail_is_read_by_its_own_index() throws Exception {
        try (GenericPlan plan = new GenericPlan(ROWS)) {
            String small = "'partnership-small'";
            assertThat(plan.of(TrailTable.PAGE, values(List.of(small, small, "true", "0"), 8, "51")))
                    .contains("Index Scan using trail_by_partnership").doesNotContain("Sort", "trail_pkey", "Seq Scan");
        }
    }
}
