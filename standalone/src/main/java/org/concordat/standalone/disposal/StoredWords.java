package org.concordat.standalone.disposal;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.concordat.api.ActMetadata;
import org.concordat.api.Disposed;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes the words of one event out of the store: the payload's, and what in its metadata they could be guessed by. */
final class StoredWords {

    private record Row(long index, String type, @Nullable String revision, byte[] payload, byte[] metadata) {}

    private static final String ONE =
            "select index, type, revision, payload, metadata from event where aggregate_id = ? and sequence = ? for update";

    private final JdbcTemplate jdbc;
    private final Serializer events;

    StoredWords(JdbcTemplate jdbc, Serializer events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Done before, it does nothing. */
    void dispose(EntryId entry, Hash remains) {
        List<Row> rows = jdbc.query(ONE, (row, n) -> new Row(row.getLong(1), row.getString(2), row.getString(3),
                row.getBytes(4), row.getBytes(5)), entry.subject(), entry.version() - 1);
        for (Row row : rows) {
            MetaData beside = events.deserialize(new SimpleSerializedObject<>(row.metadata(), byte[].class, MetaData.class.getName(), null));
            if (!beside.containsKey(ActMetadata.DISPOSED)) dispose(row, beside, entry, remains);
        }
    }

    private void dispose(Row row, MetaData beside, EntryId entry, Hash remains) {
        Object event = events.deserialize(new SimpleSerializedObject<>(row.payload(), byte[].class, row.type(), row.revision()));
        byte[] payload = events.serialize(Disposed.of(event), byte[].class).getData();
        if (!Hash.of(payload).equals(remains)) {
            throw new IllegalStateException("What would remain of " + entry + " is not what the record says; nothing was changed.");
        }
        byte[] metadata = events.serialize(MetaData.from(without(beside, row.payload())), byte[].class).getData();
        jdbc.update("update event set payload = ?, metadata = ? where index = ?", payload, metadata, row.index());
    }

    private static Map<String, Object> without(MetaData beside, byte[] payload) {
        Map<String, Object> values = new HashMap<>(beside);
        String salt = String.valueOf(values.remove(ActMetadata.SALT));
        var committed = new ByteArrayOutputStream();
        committed.writeBytes(HexFormat.of().parseHex(salt));
        committed.writeBytes(payload);
        values.put(ActMetadata.DISPOSED, Hash.of(committed.toByteArray()).value());
        // The hash of the command would let its words be guessed. No command has this one: its id stays used, and is refused.
        values.replace(ActMetadata.COMMAND_CONTENT, ActMetadata.DISPOSED);
        return values;
    }
}
