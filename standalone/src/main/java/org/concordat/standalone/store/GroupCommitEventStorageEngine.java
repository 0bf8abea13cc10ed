package org.concordat.standalone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.concordat.wiring.Damage;
import org.concordat.wiring.ReadableHistory;
import org.concordat.wiring.StoreUnavailableException;
import org.concordat.wiring.StreamHeads;
import org.concordat.wiring.UnreadableRecord;
import org.jspecify.annotations.Nullable;

/**
 * The event store of one JVM: each event gets its final, dense place when it commits, and nothing is sorted later.
 * An append is a transaction of its own. There are no snapshots in this release: none is kept and none is found.
 */
public final class GroupCommitEventStorageEngine extends BatchingEventStorageEngine implements AutoCloseable {

    private static final String TRACKED = "select * from event where index > ? order by index limit ?";
    private static final String NEWEST = "event at the end of the store";

    private final DataSource readers;
    private final GroupWriter writer;

    private GroupCommitEventStorageEngine(Builder settings, DataSource readers, GroupWriter writer) {
        super(settings);
        this.readers = readers;
        this.writer = writer;
    }

    /**
     * @param writing  source of the writer's own connections, unpooled
     * @param patience how long an append may wait for its answer
     * @param heads    told of what was recorded
     * @throws AnotherWriter when another process writes to this store
     */
    public static GroupCommitEventStorageEngine open(DataSource readers, DataSource writing, Serializer serializer,
                                                     EventUpcaster upcasters, Duration patience, StreamHeads heads) {
        var settings = new Builder() {};
        settings.eventSerializer(serializer).snapshotSerializer(serializer).upcasterChain(upcasters)
                .persistenceExceptionResolver(new DuplicateKeys());
        try {
            return new GroupCommitEventStorageEngine(settings, readers, new GroupWriter(writing, patience, heads));
        } catch (WriterConnection.Taken e) {
            throw new AnotherWriter(e);
        } catch (SQLException e) {
            throw new StoreUnavailableException("The event store cannot be opened", e);
        }
    }

    @Override protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) return;
        try {
            writer.append(EventRow.of(events, serializer));
        } catch (EventStoreException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) Thread.currentThread().interrupt();
            handlePersistenceException(e, events.getFirst());
        }
    }

    @Override public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return new ReadableHistory(super.readEvents(aggregateIdentifier, firstSequenceNumber), firstSequenceNumber);
    }

    @Override protected List<? extends DomainEventData<?>> fetchDomainEvents(String id, long from, int batchSize) {
        return read("event of " + id, "select * from event where aggregate_id = ? and sequence >= ? order by sequence limit ?",
                EventRow::domain, id, from, batchSize);
    }

    /** What comes before a row that cannot be read is given out; only who asks for that very row is refused. */
    @Override protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken token,
                                                                         int batchSize) {
        try {
            return read("event after place " + place(token), TRACKED, EventRow::tracked, place(token), batchSize);
        } catch (UnreadableRecord among) {
            return read("event after place " + place(token), TRACKED, EventRow::tracked, place(token), 1);
        }
    }

    @Override public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return read("event of " + aggregateIdentifier, "select sequence from event where aggregate_id = ? order by sequence desc limit 1",
                row -> row.getLong(1), aggregateIdentifier).stream().findFirst();
    }

    @Override public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override public TrackingToken createHeadToken() {
        return read(NEWEST, "select coalesce(max(index), 0) from event", GroupCommitEventStorageEngine::token).getFirst();
    }

    @Override public TrackingToken createTokenAt(Instant instant) {
        return read(NEWEST, "select coalesce((select min(index) - 1 from event where recorded_at >= ?),"
                + " (select coalesce(max(index), 0) from event))", GroupCommitEventStorageEngine::token,
                OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)).getFirst();
    }

    @Override protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("This store keeps no snapshots");
    }

    @Override protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    private static long place(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    private static TrackingToken token(ResultSet row) throws SQLException {
        return new GlobalSequenceTrackingToken(row.getLong(1));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String what, String query, Reading<T> reading, Object... values) {
        try (Connection connection = readers.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) select.setObject(i + 1, values[i]);
            List<T> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) found.add(reading.of(row));
            }
            return found;
        } catch (SQLException | RuntimeException e) {
            if (Damage.is(e)) throw new UnreadableRecord(what, e);
            throw new StoreUnavailableException("The event store could not be read", e);
        }
    }

    @Override public void close() {
        writer.close();
    }
}
