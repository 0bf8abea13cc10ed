package org.concordat.query.trail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.EmbeddedDatabase;
import org.concordat.query.ledger.Ledger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A trail over a real database of its own. */
public final class TrailRig {

    private static final class Shared {
        static final DataSource DATABASE = EmbeddedDatabase.fresh();
    }

    final DataSource database;
    final JdbcTemplate jdbc;
    final TrailTable table;

    TrailRig() {
        this(EmbeddedDatabase.fresh());
    }

    private TrailRig(DataSource database) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.table = new TrailTable(JdbcClient.create(jdbc), TrailModule.ownTransaction(new JdbcTransactionManager(database)));
    }

    /** For tests that read one and ask nothing else of it. */
    public static Trail over(Ledger ledger, Instant now) {
        return new TrailRig(Shared.DATABASE).trail(ledger::knows, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** One of its own. */
    public static Trail fresh(Ledger ledger, Instant now) {
        return new TrailRig().trail(ledger::knows, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** One that cannot be written. */
    public static Trail broken(Ledger ledger, Instant now) {
        TrailRig rig = new TrailRig();
        rig.jdbc.execute("drop table trail");
        return rig.trail(ledger::knows, Clock.fixed(now, ZoneOffset.UTC));
    }

    JdbcTrail trail(Predicate<PartnershipId> known, Clock clock) {
        return new JdbcTrail(table, new Repeats(), known, clock);
    }
}
