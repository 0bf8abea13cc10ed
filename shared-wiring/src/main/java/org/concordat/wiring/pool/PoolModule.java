package org.concordat.wiring.pool;

import ch.qos.logback.classic.LoggerContext;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.concordat.wiring.Regularly;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches the pool of connections, in both services alike. */
@Configuration(proxyBeanMethods = false)
public class PoolModule {

    private static final String RETURNED = "hikaricp.connections.usage";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int LOOKS = 12;

    @Bean Regularly poolWatch(DataSource door, MeterRegistry meters,
                              @Value("${concordat.database.patience:60s}") Duration patience) throws SQLException {
        HikariDataSource pool = door.unwrap(HikariDataSource.class);
        Duration pause = patience.dividedBy(LOOKS);
        return new Regularly("Watching the database connections", pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE,
                new PoolWatch(pool, () -> returned(meters, pool.getPoolName()), patience, PoolWatch::endProcess));
    }

    /** Where nobody counts, something else each time: then nothing is ever judged to starve. */
    private static long returned(MeterRegistry meters, String pool) {
        Timer counted = meters.find(RETURNED).tag("pool", pool).timer();
        return counted == null ? System.nanoTime() : counted.count();
    }

    /** For as long as this context lives. */
    @Bean DisposableBean poolLines() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext logs)) return () -> {};
        PoolLines lines = new PoolLines();
        logs.addTurboFilter(lines);
        return () -> logs.getTurboFilterList().remove(lines);
    }
}
