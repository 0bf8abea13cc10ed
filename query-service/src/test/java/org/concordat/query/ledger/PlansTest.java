package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.GenericPlan.values;

import java.util.List;
import org.concordat.query.GenericPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small partnership beside a large one is found by its own index; the ledger is not walked from its beginning. */
class PlansTest {

    static final String ROWS = """
            insert into ledger (index, event_id, type, subject, version, partnership, recorded_at, effective_on, person,
                envelope, payload, salt, leaf)
            select n, 'e' || n, 'planitem.LeadAccepted', 'item-' || n, 1,
                case when n % 200 = 0 then 'partnership-small-' || n % 2000 else 'partnership-large' end,
                now(), '2013-01-10', 'police', '\\x00', '\\x00', '\\x00', '\\x00' from generate_series(1, 40000) n""";
    private static final String SMALL = "'partnership-small-200'";
    private static final String ITS_OWN = "Index Scan using ledger_by_partnership";
    private static final String[] NOT = {"Sort", "ledger_pkey", "Seq Scan"};

    private static GenericPlan plan;

    @BeforeAll static void fill() throws Exception {
        plan = new GenericPlan(ROWS);
    }

    @AfterAll static void end() {
        plan.close();
    }

    @Test void by_equality_the_whole_ledger_would_be_walked() {
        String asBefore = JdbcLedger.AFTER.replace("partnership >= ? and partnership <= ?", "partnership = ?")
                .replace("order by partnership, index", "order by index");
        assertThat(plan.of(asBefore, SMALL, "0", "1000")).as("else this test shows nothing").contains("ledger_pkey");
    }

    @Test void a_small_partnership_is_read_by_its_own_index() {
        assertThat(plan.of(JdbcLedger.AFTER, SMALL, SMALL, "0", "1000")).contains(ITS_OWN).doesNotContain(NOT);
    }

    @Test void so_are_proofs_of_it() {
        assertThat(plan.of(TreeProofs.OF_PARTNERSHIP, SMALL, SMALL, "0", "1000")).contains(ITS_OWN).doesNotContain(NOT);
    }

    @Test void so_is_a_page_of_its_history() {
        assertThat(plan.of(JdbcLedger.PAGE, values(List.of(SMALL, SMALL, "0"), 14, "200"))).contains(ITS_OWN).doesNotContain(NOT);
    }

    @Test void a_thing_is_found_by_its_versions() {
        assertThat(plan.of(JdbcLedger.HOLDS, "'item-7'", "'item-7'", "1")).contains("Index Scan using ledger_subject_version_key")
                .doesNotContain(NOT);
    }
}
