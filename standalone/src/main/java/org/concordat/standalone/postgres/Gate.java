package org.concordat.standalone.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The pool's door: a short outage is waited for, in a long one everybody is told at once. */
public final class Gate extends DelegatingDataSource {

    private static final Duration WAITS = Duration.ofSeconds(5);

    private final Outage outage;

    public Gate(DataSource pool, Outage outage) {
        super(pool);
        this.outage = outage;
    }

    @Override public Connection getConnection() throws SQLException {
        try {
            if (!outage.waitedOut(WAITS)) throw new SQLTransientConnectionException("PostgreSQL is away", "08001");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("PostgreSQL is away", "08001", e);
        }
        return super.getConnection();
    }
}
