package org.concordat.wiring.server;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** What a process needs is not there: a sentence instead of a stack trace. */
final class OutOfReachAnalyzer implements FailureAnalyzer {

    /** No connection, a wrong password, no such database. */
    private static final Pattern NO_DATABASE = Pattern.compile("08.*|28.*|3D000");

    @Override public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ServerMissing) return new FailureAnalysis(String.valueOf(t.getMessage()), null, t);
            if (t instanceof SQLException sql && sql.getSQLState() != null && NO_DATABASE.matcher(sql.getSQLState()).matches()) {
                return new FailureAnalysis("The database cannot be used: " + sql.getMessage()
                        + " See --concordat.database.url=, .user= and .password=.", null, t);
            }
        }
        return null;
    }
}
