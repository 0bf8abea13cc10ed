package org.concordat.standalone.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * An event as the table holds it; its place is not its own but the writer's.
 *
 * @param command the id that it uses up; null where it was recorded for no command, or is not the last of its command
 */
record EventRow(String eventId, @Nullable String aggregateType, String aggregateId, long sequence, String type,
                @Nullable String revision, Instant recordedAt, byte[] payload, byte[] metadata, @Nullable CommandKey command) {

    static final String COLUMNS =
            "event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at, payload, metadata";

    /** Those of one append. */
    static List<EventRow> of(List<? extends EventMessage<?>> events, Serializer serializer) {
        Set<UUID> used = new HashSet<>();
        List<EventRow> rows = new ArrayList<>();
        for (EventMessage<?> event : events.reversed()) {
            EventRow row = of(event, serializer);
            rows.addFirst(row.command == null || used.add(row.command.value()) ? row : row.using(null));
        }
        return rows;
    }

    private EventRow using(@Nullable CommandKey other) {
        return new EventRow(eventId, aggregateType, aggregateId, sequence, type, revision, recordedAt, payload, metadata, other);
    }

    /** An event of no aggregate stands alone in a history of its own id. */
    private static EventRow of(EventMessage<?> event, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        byte[] metadata = event.serializeMetaData(serializer, byte[].class).getData();
        String type = payload.getType().getName();
        String revision = payload.getType().getRevision();
        return event instanceof DomainEventMessage<?> domain
                ? new EventRow(event.getIdentifier(), domain.getType(), domain.getAggregateIdentifier(),
                        domain.getSequenceNumber(), type, revision, event.getTimestamp(), payload.getData(), metadata,
                        CommandKey.of(event.getMetaData(), domain.getAggregateIdentifier()))
                : new EventRow(event.getIdentifier(), null, event.getIdentifier(), 0, type, revision,
                        event.getTimestamp(), payload.getData(), metadata, null);
    }

    void bind(PreparedStatement insert, long index) throws SQLException {
        insert.setLong(1, index);
        insert.setString(2, eventId);
        insert.setString(3, aggregateType);
        insert.setString(4, aggregateId);
        insert.setLong(5, sequence);
        insert.setString(6, type);
        insert.setString(7, revision);
        insert.setObject(8, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC));
        insert.setBytes(9, payload);
        insert.setBytes(10, metadata);
    }

    static DomainEventData<byte[]> domain(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(row.getString("aggregate_type"), row.getString("aggregate_id"),
                row.getLong("sequence"), row.getString("event_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("type"),
                row.getString("revision"), row.getBytes("payload"), row.getBytes("metadata"));
    }

    static TrackedDomainEventData<byte[]> tracked(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(row.getLong("index")), domain(row));
    }
}
