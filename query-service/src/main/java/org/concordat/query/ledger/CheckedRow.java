package org.concordat.query.ledger;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.concordat.api.EntryId;
import org.concordat.proof.Sha256;
import org.jspecify.annotations.Nullable;

/** A row of the ledger as it is checked: every column, and what they should be. */
record CheckedRow(Envelope columns, byte[] envelope, byte[] payload, byte[] salt, Sha256 leaf) {

    static final String SELECT = """
            select index, event_id, type, revision, subject, version, partnership, recorded_at, effective_on, person, partner,
                appointment, recorded_for, command_id, authority, envelope, payload, salt, leaf from ledger
            """;

    /** @throws RuntimeException where it holds null in a place where there is none, or what is no hash */
    static CheckedRow of(ResultSet row, int number) throws SQLException {
        Envelope columns = new Envelope(row.getLong(1), requireNonNull(row.getString(2)), requireNonNull(row.getString(3)), row.getString(4),
                requireNonNull(row.getString(5)), row.getLong(6), requireNonNull(row.getString(7)), row.getObject(8, OffsetDateTime.class).toInstant(),
                requireNonNull(row.getObject(9, LocalDate.class)), row.getString(10), row.getString(11), row.getString(12), row.getString(13),
                row.getString(14), row.getString(15), "", false);
        return new CheckedRow(columns, requireNonNull(row.getBytes(16)), requireNonNull(row.getBytes(17)), requireNonNull(row.getBytes(18)), Sha256.of(row.getBytes(19)));
    }

    /** What is wrong with it against what the store's event gives; null where nothing is. */
    @Nullable String against(Recorder.Written due) {
        Envelope is = due.envelope();
        if (!is.event().equals(columns.event())) return "is event " + columns.event() + ", but the store's event at its place is " + is.event();
        if (!Arrays.equals(envelope, is.canonical())) return "has another envelope than the store's event gives";
        String wrong = disposed() == due.disposed() ? payloadAgainst(due) : null;
        if (wrong != null) return wrong;
        if (!disposed() && !commitment().equals(is.payloadHash())) return "has another payload than its envelope commits to";
        Envelope blank = new Envelope(is.index(), is.event(), is.type(), is.revision(), is.subject(), is.version(),
                is.partnership(), is.recordedAt(), is.effectiveOn(), is.person(), is.partner(), is.appointment(),
                is.recordedFor(), is.command(), is.authority(), "", false);
        return blank.equals(columns) ? null : "has columns that say other than its envelope";
    }

    /** While one of the two has let the words go and the other has not, {@link DisposalCheck} says whether that is right. */
    private @Nullable String payloadAgainst(Recorder.Written due) {
        if (!Arrays.equals(payload, due.payload())) return "has another payload than the store's event";
        return Arrays.equals(salt, due.salt()) ? null : "has another salt than the store's event";
    }

    boolean disposed() {
        return salt.length == 0;
    }

    private String commitment() {
        return Commitment.to(payload, new Commitment.Salt(salt, false));
    }

    String named() {
        String entry = columns.partnership().isEmpty() ? columns.subject() + "@" + columns.version()
                : EntryId.of(columns.subject(), columns.version()).value();
        return "Entry " + columns.index() + " (" + entry + ") ";
    }
}
