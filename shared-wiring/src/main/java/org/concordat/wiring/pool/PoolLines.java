package org.concordat.wiring.pool;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * What the log says of the pool, in a line. Whoever is not lent a connection fails, and would say so with a stack trace each
 * time; a connection that is kept too long would be told with one, too.
 */
final class PoolLines extends TurboFilter {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(PoolWatch.class);
    private static final String NONE_FREE = "Connection is not available";
    private static final String KEPT_LONG = "com.zaxxer.hikari.pool.ProxyLeakTask";
    private static final String OURS = "org.concordat.";
    private static final long AGAIN_AFTER = Duration.ofMinutes(1).toNanos();

    private final AtomicLong last = new AtomicLong(System.nanoTime() - AGAIN_AFTER);

    @Override public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
                                        @Nullable Object @Nullable [] parameters, @Nullable Throwable thrown) {
        if (!level.isGreaterOrEqual(Level.WARN) || !level.isGreaterOrEqual(logger.getEffectiveLevel())) return FilterReply.NEUTRAL;
        Throwable why = thrown != null ? thrown : last(parameters);
        if (why == null) return FilterReply.NEUTRAL;
        if (logger.getName().equals(KEPT_LONG)) {
            LOG.warn("A database connection was lent a long time ago and has not come back. It was lent to {}", borrower(why));
            return FilterReply.DENY;
        }
        if (!noneFree(why)) return FilterReply.NEUTRAL;
        long now = System.nanoTime();
        long before = last.get();
        if (now - before >= AGAIN_AFTER && last.compareAndSet(before, now)) {
            LOG.warn("No database connection is free: PostgreSQL is away or slow, or connections are not given back. What fails because "
                    + "of it is not told one by one; this line comes once a minute while it lasts.");
        }
        return FilterReply.DENY;
    }

    private static @Nullable Throwable last(@Nullable Object @Nullable [] parameters) {
        if (parameters == null || parameters.length == 0) return null;
        return parameters[parameters.length - 1] instanceof Throwable thrown ? thrown : null;
    }

    private static boolean noneFree(Throwable why) {
        int depth = 0;
        for (Throwable cause = why; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLTransientConnectionException && String.valueOf(cause.getMessage()).contains(NONE_FREE)) return true;
        }
        return false;
    }

    private static String borrower(Throwable lent) {
        Stream<StackTraceElement> ours = Arrays.stream(lent.getStackTrace()).filter(frame -> frame.getClassName().startsWith(OURS));
        return ours.findFirst().map(frame -> frame.getClassName().substring(OURS.length()) + "." + frame.getMethodName())
                .orElse("no code of Concordat's own") + ".";
    }
}
