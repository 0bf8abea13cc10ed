package org.concordat.standalone.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Held by the session of whoever may change the event store; lost with the session. */
public final class WriterLock {

    private static final long LOCK = 0x636f6e636f726461L;

    private WriterLock() {}

    /** False where another session holds it. */
    public static boolean take(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
