package org.concordat.wiring.pool;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process once no connection comes back any more although the database answers: whatever holds them, waiting does
 * not mend it, and a start does. While the database itself is away nothing ends.
 */
final class PoolWatch implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PoolWatch.class);
    private static final String ANSWERS_WITHIN_S = "5";
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private final HikariDataSource pool;
    private final LongSupplier returned;
    private final Duration atMost;
    private final Runnable end;
    private final Starving starving;

    PoolWatch(HikariDataSource pool, LongSupplier returned, Duration atMost, Runnable end) {
        this.pool = pool;
        this.returned = returned;
        this.atMost = atMost;
        this.end = end;
        this.starving = new Starving(atMost);
    }

    @Override public void run() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        if (now == null) return;
        int most = pool.getMaximumPoolSize();
        var look = new Starving.Look(now.getActiveConnections() >= most, now.getThreadsAwaitingConnection(), returned.getAsLong());
        if (starving.judge(look, System.nanoTime(), this::answers) != Starving.Verdict.TOO_LONG) return;
        LOG.error("Concordat ends: none of its {} database connections was given back for {} s, although PostgreSQL answers. "
                + "Start it again, and report what it was asked before.", most, atMost.toSeconds());
        end.run();
    }

    /** On a connection of its own, beside the pool. */
    private boolean answers() {
        Properties settings = new Properties();
        pool.getDataSourceProperties().forEach((name, value) -> settings.setProperty(name.toString(), value.toString()));
        if (pool.getUsername() != null && !pool.getUsername().isEmpty()) settings.setProperty("user", pool.getUsername());
        if (pool.getPassword() != null && !pool.getPassword().isEmpty()) settings.setProperty("password", pool.getPassword());
        settings.setProperty("loginTimeout", ANSWERS_WITHIN_S);
        settings.putIfAbsent("socketTimeout", ANSWERS_WITHIN_S);
        try (Connection beside = DriverManager.getConnection(pool.getJdbcUrl(), settings)) {
            return beside.isValid(Integer.parseInt(ANSWERS_WITHIN_S));
        } catch (SQLException away) {
            return false;
        }
    }

    /** In order where that is possible; what waits for a connection may not let it. */
    static void endProcess() {
        Thread.ofPlatform().name("pool-watch-last").daemon().start(() -> {
            LockSupport.parkNanos(STOPS_WITHIN.toNanos());
            Runtime.getRuntime().halt(1);
        });
        Thread.ofPlatform().name("pool-watch-end").start(() -> System.exit(1));
    }
}
