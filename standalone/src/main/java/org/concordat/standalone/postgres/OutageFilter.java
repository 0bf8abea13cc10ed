package org.concordat.standalone.postgres;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.concordat.wiring.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** In an outage each background task and each request fails in its own words: the outage's two lines say it for all of them. */
public final class OutageFilter extends TurboFilter {

    /** They also complain without saying why. */
    private static final String[] ASK_POSTGRESQL =
            {"org.axonframework.", "com.zaxxer.hikari.", "org.concordat.standalone.store.", "org.concordat.command.automation."};

    private final Outage outage;

    private OutageFilter(Outage outage) {
        this.outage = outage;
    }

    /** Close what it answers to have everything logged again. */
    public static AutoCloseable during(Outage outage) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext logback)) return () -> {};
        var filter = new OutageFilter(outage);
        filter.start();
        logback.addTurboFilter(filter);
        return () -> logback.getTurboFilterList().remove(filter);
    }

    @Override public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
                                        Object @Nullable [] values, @Nullable Throwable given) {
        Throwable failure = given != null || values == null || values.length == 0 || !(values[values.length - 1] instanceof Throwable last)
                ? given : last;
        boolean quiet = !level.isGreaterOrEqual(Level.WARN) || !level.isGreaterOrEqual(logger.getEffectiveLevel());
        if (quiet || logger.getName().startsWith("org.concordat.standalone.postgres.")) {
            return FilterReply.NEUTRAL;
        }
        if (failure != null && isOf(failure, "53")) {
            outage.lacks(first(failure));
            return FilterReply.DENY;
        }
        if (failure != null && isLost(failure)) outage.suspect();
        if (!outage.explains()) return FilterReply.NEUTRAL;
        boolean of = failure == null ? asks(logger.getName()) : ofTheDatabase(failure);
        return of ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static boolean asks(String logger) {
        return Stream.of(ASK_POSTGRESQL).anyMatch(logger::startsWith);
    }

    /** The connection or the server is gone; the pool's own exceptions say no more than that it is empty. */
    private static boolean isLost(Throwable failure) {
        return isOf(failure, "08") || isOf(failure, "57P0");
    }

    private static boolean isOf(Throwable failure, String states) {
        return causes(failure).anyMatch(t -> t instanceof SQLException e && e.getClass().getName().startsWith("org.postgresql.")
                && e.getSQLState() != null && e.getSQLState().startsWith(states));
    }

    private static boolean ofTheDatabase(Throwable failure) {
        return causes(failure).anyMatch(t -> t instanceof SQLException || t instanceof StoreUnavailableException);
    }

    private static String first(Throwable failure) {
        return causes(failure).filter(SQLException.class::isInstance).map(t -> String.valueOf(t.getMessage()).lines().findFirst()
                .orElse("")).findFirst().orElse("").replaceFirst("\\.$", "");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(20);
    }
}
