package org.concordat.wiring;

import java.sql.SQLException;
import java.time.DateTimeException;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Tells a row that cannot be read from a store that cannot be reached: trying the first again never helps. */
public final class Damage {

    private Damage() {}

    /** Whether the failure says that something kept is unreadable, and not that nobody answered. */
    public static boolean is(Throwable failure) {
        SQLException refused = refused(failure);
        if (refused != null) return unreadable(refused.getSQLState());
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (isFormat(t)) return true;
        }
        return false;
    }

    /**
     * Class XX: a page or an index that contradicts itself; 22000: the driver makes nothing of what a column holds. The rest of
     * class 22 is about what somebody asked with.
     */
    private static boolean unreadable(@Nullable String state) {
        return state != null && (state.equals("22000") || state.startsWith("XX"));
    }

    private static boolean isFormat(Throwable t) {
        return t instanceof SerializationException || t instanceof JacksonException || t instanceof DateTimeException
                || t instanceof IllegalArgumentException || t instanceof NullPointerException
                || t instanceof IndexOutOfBoundsException || t instanceof ArithmeticException || t instanceof ClassCastException;
    }

    private static @Nullable SQLException refused(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) return sql;
        }
        return null;
    }
}
