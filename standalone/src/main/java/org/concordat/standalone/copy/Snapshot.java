package org.concordat.standalone.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Our tables as they stood at one moment, however long it takes to read them and whatever is recorded meanwhile.
 *
 * @param others tables of the schema that are not ours
 */
record Snapshot(Connection session, Tables tables, List<String> ours, List<String> others) implements AutoCloseable {

    static Snapshot of(DataSource source) throws SQLException {
        Connection session = source.getConnection();
        try {
            Tables tables = new Tables(session);
            unlimited(tables);
            Set<String> made = Schema.tables();
            List<String> ours = new ArrayList<>(tables.names());
            List<String> others = new ArrayList<>(ours);
            ours.retainAll(made);
            others.removeAll(made);
            if (ours.isEmpty()) throw new CopyRefused("There is nothing to copy: this database holds no tables of Concordat's.");
            session.setAutoCommit(false);
            tables.execute("set transaction isolation level repeatable read, read only");
            // Before anything is read: a table that is emptied and filled again meanwhile would else be empty at no moment it ever was.
            tables.execute("lock table " + String.join(", ", ours) + " in access share mode");
            return new Snapshot(session, tables, ours, others);
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Who set limits for everyday sessions did not think of one that reads everything. */
    static void unlimited(Tables session) throws SQLException {
        for (String limit : List.of("statement_timeout", "transaction_timeout", "idle_in_transaction_session_timeout")) {
            session.execute("set " + limit + " = 0");
        }
        session.execute("set lock_timeout = '60s'");
    }

    @Override public void close() throws SQLException {
        session.close();
    }
}
