package org.concordat.standalone;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Demo or real is chosen once, at the first start of an empty store, and never again. */
final class DemoChoice {

    private DemoChoice() {}

    /** @param asked what this start asks for; null where it says nothing */
    static boolean made(Connection connection, @Nullable Boolean asked) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Boolean chosen = one(statement, "select demo from deployment");
            if (chosen == null) {
                // A store with events and no choice was never asked for as a demo.
                boolean events = Boolean.TRUE.equals(one(statement, "select exists (select from event)"));
                boolean first = !events && Boolean.TRUE.equals(asked);
                statement.executeUpdate("insert into deployment (demo) values (" + first + ")");
                chosen = first;
            }
            if (asked != null && !asked.equals(chosen)) throw refused(chosen);
            return chosen;
        }
    }

    private static StartRefused refused(boolean demo) {
        return new StartRefused(demo
                ? "This data is a demo and never becomes a real one: leave --concordat.demo=false out,"
                        + " or start with another folder (--concordat.data=DIR)."
                : "This data is real and never becomes a demo: leave --concordat.demo=true out,"
                        + " or start the demo with another folder (--concordat.data=DIR).");
    }

    private static @Nullable Boolean one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getBoolean(1) : null;
        }
    }
}
