package org.concordat.query.ledger;

import java.util.Optional;
import org.axonframework.serialization.Serializer;
import org.concordat.api.Disposable;
import org.concordat.api.Disposed;
import org.concordat.api.EntryId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes the words out of a payload in the ledger, in the transaction that records the entry which says so: at no moment,
 * on no node and in no refill does the ledger hold both. The envelope is never touched.
 */
final class DisposedRows {

    private record Row(long index, String type, @Nullable String revision, byte[] payload) {}

    private static final String TARGET =
            "select index, type, revision, payload from ledger where subject = ? and version = ? and index < ?";
    private static final String DISPOSE =
            "update ledger set payload = ?, salt = ''::bytea, disposed_by = ? where index = ? and disposed_by is null";

    private final JdbcTemplate jdbc;
    private final Decoding decoding;
    private final Serializer events;

    DisposedRows(JdbcTemplate jdbc, Decoding decoding, Serializer events) {
        this.jdbc = jdbc;
        this.decoding = decoding;
        this.events = events;
    }

    /** @param by the index of the entry that says so; what may not go, or is not there, stays, and that is no event's error */
    void dispose(EntryId entry, long by) {
        jdbc.query(TARGET, (row, n) -> new Row(row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4)),
                entry.subject(), entry.version(), by).forEach(row -> without(row).ifPresent(payload ->
                        jdbc.update(DISPOSE, payload, by, row.index())));
    }

    /** The same bytes as the store's, whichever of the two came first; already without words, they stay as they are. */
    private Optional<byte[]> without(Row row) {
        return Optional.ofNullable(decoding.event(row.type(), row.revision(), row.payload()))
                .filter(event -> event.getClass().isAnnotationPresent(Disposable.class))
                .map(event -> events.serialize(Disposed.of(event), byte[].class).getData());
    }
}
