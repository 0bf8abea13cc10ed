package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;

/** The ledger filled again, and that halted by kill -9 between two batches: it goes on at the next start, to the same bytes. */
record Refilling(Node node, TestDatabase ledger) {

    private static final int ENOUGH = 3_000;
    private static final String BYTES =
            "select count(*) || ' ' || encode(sha256(string_agg(envelope || payload || salt, ''::bytea order by index)), 'hex') from ledger";

    void halted(Load load) throws Exception {
        if (entries() < ENOUGH) load.goesOnFor(ENOUGH);
        load.close();
        Awaitility.await().until(node::ready);
        String before = ledger.one(BYTES);
        long all = entries();
        node.stop();
        node.startWith("--concordat.ledger.refill=true");
        Awaitility.await("filling again has begun").atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(2))
                .until(() -> entries() > 0 && entries() < all);
        node.kill();
        long filled = entries();
        node.startAgain();
        Awaitility.await("filled again").atMost(Duration.ofSeconds(60)).until(() -> entries() == all);
        assertThat(ledger.one(BYTES)).isEqualTo(before);
        System.out.printf("filling the ledger again was killed at %d of %d entries; the same bytes after the next start%n", filled, all);
    }

    private long entries() {
        return Long.parseLong(ledger.one("select count(*) from ledger"));
    }
}
