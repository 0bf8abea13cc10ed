package org.concordat.standalone;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Acknowledged means on disk: a PostgreSQL that says otherwise is refused. */
final class Durability {

    private Durability() {}

    static void demand(Connection connection) throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("show " + setting)) {
                row.next();
                if ("off".equals(row.getString(1))) {
                    throw new StartRefused("PostgreSQL runs with " + setting + "=off and could lose what was"
                            + " acknowledged: set " + setting + "=on, then start again.");
                }
            }
        }
    }
}
