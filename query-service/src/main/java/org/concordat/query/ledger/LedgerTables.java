package org.concordat.query.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.concordat.api.partnership.PartnershipEvent.PartnershipEstablished;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;

/** The only hand that writes the ledger's tables; always inside a transaction of somebody else's. */
final class LedgerTables {

    /** The newest entry's place and time. */
    record Last(long index, Instant recordedAt) {
        static final Last NONE = new Last(0, Instant.EPOCH.minusSeconds(62_135_596_800L));
    }

    private record Leaf(Recorder.Written entry, byte[] envelope, Sha256 hash) {
        static Leaf of(Recorder.Written entry) {
            byte[] envelope = entry.envelope().canonical();
            return new Leaf(entry, envelope, Merkle.leaf(envelope));
        }
    }

    private static final String INSERT = """
            insert into ledger (index, event_id, type, revision, subject, version, partnership, recorded_at,
                effective_on, person, partner, appointment, recorded_for, command_id, authority, envelope,
                payload, salt, leaf)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String COUNT = """
            insert into ledger_type (type, entries) values (?, ?)
            on conflict (type) do update set entries = ledger_type.entries + excluded.entries""";
    private static final String REGISTER =
            "insert into partnership_register (partnership, first_index) values (?, ?) on conflict do nothing";
    private static final String SEAT = "insert into seat (person, partnership) values (?, ?) on conflict do nothing";

    private final JdbcTemplate jdbc;
    private final Decoding decoding;
    private final Tiles tiles;
    private final DisposedRows disposed;

    LedgerTables(JdbcTemplate jdbc, Decoding decoding, Tiles tiles, DisposedRows disposed) {
        this.jdbc = jdbc;
        this.decoding = decoding;
        this.tiles = tiles;
        this.disposed = disposed;
    }

    Last last() {
        return jdbc.query("select index, recorded_at from ledger order by index desc limit 1",
                (row, n) -> new Last(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .stream().findFirst().orElse(Last.NONE);
    }

    /** Entries of each type this version does not know. */
    Map<String, Long> unknown() {
        return jdbc.query("select type, entries from ledger_type order by type",
                (row, n) -> Map.entry(row.getString(1), row.getLong(2))).stream()
                .filter(e -> !Decoding.known().contains(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Entries, and the tiles they make whole, one after the other and at least one. */
    void append(List<Recorder.Written> entries) {
        List<Leaf> leaves = entries.stream().map(Leaf::of).toList();
        jdbc.batchUpdate(INSERT, leaves, leaves.size(), LedgerTables::bind);
        tiles.grown(entries.getFirst().envelope().index() - 1, leaves.stream().map(Leaf::hash).toList());
        Map<String, Long> counts = entries.stream()
                .collect(Collectors.groupingBy(e -> e.envelope().type(), Collectors.counting()));
        jdbc.batchUpdate(COUNT, counts.entrySet(), counts.size(), (row, count) -> {
            row.setString(1, count.getKey());
            row.setLong(2, count.getValue());
        });
        entries.forEach(this::find);
    }

    void clear() {
        jdbc.execute("truncate ledger, ledger_tile, partnership_register, seat, ledger_type");
    }

    private void find(Recorder.Written entry) {
        Envelope e = entry.envelope();
        if (e.partnership().isEmpty() || !e.type().startsWith("partnership.")) return;
        switch (decoding.event(e.type(), e.revision(), entry.payload())) {
            case PartnershipEstablished established -> {
                jdbc.update(REGISTER, e.partnership(), e.index());
                jdbc.update(SEAT, established.programmeOffice().value(), e.partnership());
            }
            case Appointed appointed -> jdbc.update(SEAT, appointed.person().value(), e.partnership());
            case PayloadDisposedOf gone -> disposed.dispose(gone.entry(), e.index());
            case null, default -> { }
        }
    }

    private static void bind(PreparedStatement row, Leaf leaf) throws SQLException {
        Recorder.Written entry = leaf.entry();
        Envelope e = entry.envelope();
        int i = 0;
        for (Object value : new Object[] {e.index(), e.event(), e.type(), e.revision(), e.subject(), e.version(),
            e.partnership(), e.recordedAt().atOffset(ZoneOffset.UTC), e.effectiveOn(), e.person(), e.partner(),
            e.appointment(), e.recordedFor(), e.command(), e.authority(), leaf.envelope(), entry.payload(),
            entry.salt(), leaf.hash().bytes()}) {
            row.setObject(++i, value);
        }
    }
}
