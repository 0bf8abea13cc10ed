package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;

/** The ledger filled again, and that halted by kill -9 between two batches: it goes on at the next start, to the same bytes. */
record Refilling(Node node, TestDatabase ledger) {

    private static final int ENOUGH = 3_000;
    private static final String BYTES = """
            select count(*) || ' ' || encode(sha256(string_agg(envelope || payload || salt || leaf, ''::bytea order by index)), 'hex') || ' '
              || (select coalesce(encode(sha256(string_agg(hashes || root, ''::bytea order by level, n)), 'hex'), '') from ledger_tile)
            from ledger""";

    void halted(Load load) throws Exception {
        if (entries() < ENOUGH) load.goesOnFor(ENOUGH);
        load.close();
        node.awaitReady();
        Awaitility.await("the ledger holds what was acknowledged").atMost(Duration.ofSeconds(60)).until(() -> holds(load));
        String before = ledger.one(BYTES);
        long all = entries();
        node.stop();
        node.startWith("--concordat.ledger.refill=true");
        awaitBegun(all);
        node.kill();
        long filled = entries();
        node.startAgain();
        Awaitility.await("filled again").atMost(Duration.ofSeconds(60)).until(() -> entries() == all);
        assertThat(ledger.one(BYTES)).isEqualTo(before);
        System.out.printf("filling the ledger again was killed at %d of %d entries; the same bytes after the next start%n", filled, all);
    }

    private boolean holds(Load load) {
        Set<String> entries = Set.copyOf(ledger.all("select command_id from ledger where command_id is not null", row -> row.getString(1)));
        return load.acknowledged.stream().map(Load.Told::commandId).allMatch(entries::contains);
    }

    /** On one connection: a few batches are soon written. */
    private void awaitBegun(long all) throws SQLException {
        try (Connection connection = ledger.unlimited(); Statement statement = connection.createStatement()) {
            Awaitility.await("filling again has begun").atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(1)).until(() -> {
                try (ResultSet row = statement.executeQuery("select count(*) from ledger")) {
                    row.next();
                    return row.getLong(1) > 0 && row.getLong(1) < all;
                }
            });
        }
    }

    private long entries() {
        return Long.parseLong(ledger.one("select count(*) from ledger"));
    }
}
