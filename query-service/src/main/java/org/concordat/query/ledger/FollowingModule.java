package org.concordat.query.ledger;

import java.time.Duration;
import org.concordat.wiring.Regularly;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/**
 * The ledger over Axon Server: its places count from 0, and another process may be the writer. Imported by name only,
 * so that no scan brings it into the standalone.
 */
public class FollowingModule {

    @Bean Places places() {
        return Places.FROM_ZERO;
    }

    @Bean Regularly ledgerFollowing(LedgerTables tables, Progress progress,
                                    @Value("${concordat.ledger.look:200ms}") Duration every) {
        return new Regularly("Looking where the ledger stands", every, () -> look(tables, progress));
    }

    static void look(LedgerTables tables, Progress progress) {
        long seen = progress.head();
        progress.followed(seen, tables.last().index());
    }
}
