package org.concordat.standalone.store;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.concordat.wiring.StoreUnavailableException;
import org.concordat.wiring.StreamHeads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that appends: whoever waits shares a commit, and nobody ever shares a place. */
final class GroupWriter implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    private static final int WAITING = 1024;
    private static final int GROUP = 256;
    private static final int RETRIES = 10;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DataSource source;
    private final Duration patience;
    private final StreamHeads heads;
    private final BlockingQueue<Append> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable WriterConnection connection;
    private long last;

    /** @param patience how long an append may wait, and how long one whose answer was lost is looked for */
    GroupWriter(DataSource source, Duration patience, StreamHeads heads) throws SQLException {
        this.source = source;
        this.patience = patience;
        this.heads = heads;
        WriterConnection first = open(patience.dividedBy(4));
        this.connection = first;
        this.last = first.last();
        this.thread = Thread.ofPlatform().name("event-writer").daemon().start(this);
    }

    void append(List<EventRow> rows) throws Exception {
        var append = new Append(rows);
        if (closed || !waiting.offer(append, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new StoreUnavailableException("The store takes no events at the moment", null);
        }
        append.await(patience);
    }

    @Override public void run() {
        List<Append> group = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            group.clear();
            try {
                Append first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) continue;
                group.add(first);
                waiting.drainTo(group, GROUP - 1);
                write(group.stream().filter(Append::take).toList(), RETRIES);
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException | SQLException e) {
                LOG.warn("Events could not be recorded: {}", e.getMessage());
                group.forEach(a -> a.failed(new StoreUnavailableException("The store did not take the events", e)));
            }
        }
        if (connection != null) connection.close();
    }

    private void write(List<Append> group, int retries) throws SQLException, InterruptedException {
        if (group.isEmpty()) return;
        List<EventRow> rows = group.stream().flatMap(a -> a.rows().stream()).toList();
        try {
            WriterConnection open = connection;
            if (open == null) {
                open = reopen();
                if (open.last() != last) {
                    refuse(group, open.last());
                    return;
                }
            }
            last = open.last();
            rows.forEach(row -> heads.writing(row.aggregateId()));
            open.append(rows);
            recorded(group, rows);
            last = open.last();
        } catch (WriterConnection.Ambiguous e) {
            settle(group, rows, retries);
        } catch (SQLException e) {
            rows.forEach(row -> heads.notWritten(row.aggregateId()));
            // Nothing of the group was recorded. Alone, only the guilty one fails.
            if (group.size() == 1) group.getFirst().failed(connection == null ? e : connection.why(group.getFirst(), e));
            else for (Append one : group) write(List.of(one), retries);
        }
    }

    /**
     * The server ends the lost session before it gives its lock away, so under the lock the question has one answer.
     * A group that was not recorded is written again: its waiters have heard nothing yet.
     */
    private void settle(List<Append> group, List<EventRow> rows, int retries)
            throws SQLException, InterruptedException {
        long before = last;
        int found = found(before, rows);
        long now = requireNonNull(connection).last();
        if (found == rows.size()) recorded(group, rows);
        else if (found == 0 && now != before) refuse(group, now);
        else if (found == 0 && retries > 0) write(group, retries - 1);
        else if (found == 0) throw new SQLException("The connection to the store broke again and again");
        else throw new SQLException("Half of a group was recorded: " + found + " of " + rows.size() + " events");
    }

    /** Whoever is told that it is recorded judges by it from then on. */
    private void recorded(List<Append> group, List<EventRow> rows) {
        rows.forEach(row -> heads.recorded(row.aggregateId(), row.sequence() + 1));
        group.forEach(Append::recorded);
    }

    /** Another process wrote while this one had lost its connection: what waits was judged without knowing of it. */
    private void refuse(List<Append> group, long now) {
        last = now;
        List<Append> judged = new ArrayList<>(group);
        waiting.drainTo(judged);
        LOG.warn("The connection to the store was lost and another process wrote meanwhile: what waited is refused and can be sent again");
        judged.stream().filter(append -> group.contains(append) || append.take()).forEach(append ->
                append.failed(new StoreUnavailableException("Another process wrote to the store meanwhile", null)));
    }

    private int found(long before, List<EventRow> rows) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return reopen().recorded(before, rows).size();
            } catch (SQLException e) {
                if (attempt == RETRIES) throw e;
            }
        }
    }

    private WriterConnection reopen() throws SQLException {
        if (connection != null) connection.close();
        connection = null;
        heads.forget();
        connection = open(patience);
        return requireNonNull(connection);
    }

    private WriterConnection open(Duration atMost) throws SQLException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            try {
                return WriterConnection.open(source);
            } catch (SQLException e) {
                if (closed || System.nanoTime() > deadline) throw e;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    /** What waits is still written; what comes later is refused. */
    @Override public void close() {
        closed = true;
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
