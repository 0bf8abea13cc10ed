package org.concordat.standalone.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.concordat.api.ActMetadata;
import org.concordat.api.Hash;
import org.concordat.api.Ids;
import org.concordat.command.act.CommandIds.Carried;
import org.jspecify.annotations.Nullable;

/**
 * A command id in its partnership, as the store keeps it: 16 bytes, whatever a client calls its commands.
 *
 * @param content the hash of what the command said
 */
record CommandKey(UUID value, String commandId, String content) {

    private static final String FIND = """
            select e.aggregate_id, e.sequence + 1, convert_from(e.metadata, 'UTF8')::jsonb ->> 'commandContent'
            from command_id c join event e on e.index = c.index where c.key = ?""";

    /** Null where an event was recorded for no command. */
    static @Nullable CommandKey of(MetaData beside, String aggregateId) {
        return beside.get(ActMetadata.COMMAND_ID) instanceof String id
                ? new CommandKey(key(Ids.key(aggregateId), id), id, String.valueOf(beside.get(ActMetadata.COMMAND_CONTENT))) : null;
    }

    /** @param partnership its key: what stands before the first dot of each of its ids */
    static UUID key(String partnership, String commandId) {
        String hash = Hash.of((partnership + "\n" + commandId).getBytes(StandardCharsets.UTF_8)).value();
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hash));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** The command on record under that key. */
    static Optional<Carried> carried(Connection connection, UUID key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Carried(row.getString(1), row.getLong(2), String.valueOf(row.getString(3))))
                        : Optional.empty();
            }
        }
    }
}
