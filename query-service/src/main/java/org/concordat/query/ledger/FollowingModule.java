package org.concordat.query.ledger;

import java.time.Duration;
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

    @Bean Following ledgerFollowing(LedgerTables tables, Progress progress,
                                    @Value("${concordat.ledger.look:200ms}") Duration every) {
        return new Following(tables, progress, every);
    }
}
