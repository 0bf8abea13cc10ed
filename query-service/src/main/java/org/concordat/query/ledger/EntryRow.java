package org.concordat.query.ledger;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.concordat.api.partnership.PartnershipId;
import org.springframework.jdbc.core.RowMapper;

/** A row of the ledger as an entry. */
record EntryRow(Decoding decoding) implements RowMapper<Entry> {

    static final String SELECT = """
            select index, event_id, type, revision, subject, version, partnership, recorded_at, effective_on,
                person, partner, appointment, recorded_for, command_id, authority, payload from ledger
            """;

    @Override public Entry mapRow(ResultSet row, int number) throws SQLException {
        String type = requireNonNull(row.getString("type"));
        String revision = row.getString("revision");
        byte[] payload = requireNonNull(row.getBytes("payload"));
        Object event = decoding.event(type, revision, payload);
        return new Entry(row.getLong("index"), row.getString("event_id"), type, requireNonNull(row.getString("subject")),
                row.getLong("version"), new PartnershipId(row.getString("partnership")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                requireNonNull(row.getObject("effective_on", LocalDate.class)), row.getString("person"), row.getString("partner"),
                row.getString("appointment"), row.getString("recorded_for"), row.getString("command_id"),
                row.getString("authority"), event, payload,
                event == null && decoding.damaged(type, revision, payload));
    }
}
