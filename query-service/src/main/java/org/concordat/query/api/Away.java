package org.concordat.query.api;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

/** Whether a failure means that the database is not there, or was not for a moment. */
final class Away {

    private Away() {}

    static boolean means(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(20)
                .anyMatch(t -> t instanceof SQLException e && means(e));
    }

    /** Class 08: the connection; 53: no room, no memory, no connection left; 57P01 to 57P05: the server ends, restarts or does not accept anybody yet. */
    private static boolean means(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException || failure instanceof SQLNonTransientConnectionException
                || state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P0"));
    }
}
