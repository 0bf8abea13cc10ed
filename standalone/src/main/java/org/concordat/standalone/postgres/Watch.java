package org.concordat.standalone.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks PostgreSQL on a new connection whether it is there: now and then, at once when one was lost, often while it is away. */
public final class Watch implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration WELL = Duration.ofSeconds(3);
    private static final Duration AWAY = Duration.ofMillis(500);

    private final DataSource source;
    private final Outage outage;
    private final Duration silence;
    private final Runnable frozen;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param source whose connections give up within seconds
     * @param silence after which a server that answers nothing at all is taken for frozen
     */
    public Watch(DataSource source, Outage outage, Duration silence, Runnable frozen) {
        this.source = source;
        this.outage = outage;
        this.silence = silence;
        this.frozen = frozen;
        this.thread = Thread.ofPlatform().name("postgresql-watch").daemon().start(this);
    }

    @Override public void run() {
        Duration silent = Duration.ZERO;
        while (!closed(outage.lasts() ? AWAY : WELL)) {
            long began = System.nanoTime();
            long seen = outage.number();
            try {
                ask();
                outage.ends(seen);
                silent = Duration.ZERO;
            } catch (SQLException e) {
                // We interrupted it ourselves.
                if (closed.getCount() == 0) return;
                outage.begins(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
                // Time in which somebody waited: a machine that slept itself proves nothing.
                Duration waited = Duration.ofNanos(System.nanoTime() - began);
                silent = isSilence(waited) ? silent.plus(waited.compareTo(WELL.multipliedBy(4)) < 0 ? waited : WELL) : Duration.ZERO;
            }
            if (silent.compareTo(silence) >= 0) {
                LOG.warn("PostgreSQL has answered nothing for {} s and is taken for frozen.", silent.toSeconds());
                silent = Duration.ZERO;
                frozen.run();
            }
        }
    }

    /** Who is refused at once was answered. */
    private static boolean isSilence(Duration waited) {
        return waited.compareTo(Duration.ofSeconds(2)) > 0;
    }

    private void ask() throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private boolean closed(Duration pause) {
        try {
            outage.awaitSuspicion(pause);
            return closed.getCount() == 0;
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
