package org.concordat.query.trail;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.api.partnership.PartnershipId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The only hand that writes the trail, which several processes share: one record at a time, under a lock of the database. */
final class TrailTable {

    /** A row as it is stored, whoever wrote it. */
    record Row(long number, Instant at, String kind, String partnership, byte[] record, String hash) {}

    /** Of nobody else in this database: "trail" in ASCII. */
    private static final String LOCK = "select pg_advisory_xact_lock(499918756204)";
    private static final String ALL = "select number, at, kind, partnership, record, hash from trail ";
    /** A range of one, for the same reason as the ledger's pages. */
    static final String PAGE = ALL + """
            where partnership >= :partnership and partnership <= :partnership and (kind = 'attempt') = :attempts and number > :after
              and (cast(:kind as text) is null or kind = :kind)
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:to as timestamptz) is null or at <= :to)
              and (cast(:said as jsonb) is null or convert_from(record, 'UTF8')::jsonb @> cast(:said as jsonb))
            order by partnership, (kind = 'attempt'), number limit :limit""";
    private static final String INSERT =
            "insert into trail (number, at, kind, partnership, record, hash) values (?, ?, ?, ?, ?, ?)";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TrailTable(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A transaction of its own. No record is earlier than the one before it, whatever the clock says. */
    Head append(Said said, Instant now) {
        return transaction.execute(_ -> {
            jdbc.sql(LOCK).query((row, n) -> n).single();
            Optional<Row> last = last();
            Instant at = last.map(Row::at).filter(before -> before.isAfter(now)).orElse(now.truncatedTo(ChronoUnit.MILLIS));
            Head head = last.map(row -> new Head(row.number(), row.hash())).orElse(Head.NONE);
            Link link = new Link(head.size() + 1, at, head.hash(), said);
            byte[] record = link.canonical();
            String hash = Link.hash(record);
            jdbc.sql(INSERT).params(link.number(), at.atOffset(ZoneOffset.UTC), said.kind().word(), said.partnership(), record,
                    HexFormat.of().parseHex(hash)).update();
            return new Head(link.number(), hash);
        });
    }

    Optional<Row> last() {
        return jdbc.sql(ALL + "order by number desc limit 1").query(TrailTable::row).optional();
    }

    List<Row> after(long number, int limit) {
        return jdbc.sql(ALL + "where number > ? order by number limit ?").params(number, limit).query(TrailTable::row).list();
    }

    List<Recorded> page(PartnershipId partnership, boolean attempts, TrailFilter filter, long after, int limit) {
        return jdbc.sql(PAGE).param("partnership", partnership.value()).param("attempts", attempts).param("after", after)
                .param("kind", filter.kind()).param("from", at(filter.from())).param("to", at(filter.to()))
                .param("said", said(filter)).param("limit", limit)
                .query((r, n) -> recorded(row(r, n))).list();
    }

    static Map<String, String> said(byte[] record) {
        return JSON.readValue(record, new TypeReference<Map<String, String>>() {});
    }

    private static @Nullable String said(TrailFilter filter) {
        Said narrowed = new Said(Kind.ATTEMPT, "", "", new java.util.TreeMap<>()).and("person", filter.person())
                .and("target", filter.target()).and("command", filter.command()).and("code", filter.code());
        return narrowed.details().isEmpty() ? null : JSON.writeValueAsString(narrowed.details());
    }

    private static Recorded recorded(Row row) {
        return new Recorded(row.number(), row.at(), Kind.of(row.kind()), said(row.record()), row.hash());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getLong("number"), row.getObject("at", OffsetDateTime.class).toInstant(), requireNonNull(row.getString("kind")),
                requireNonNull(row.getString("partnership")), requireNonNull(row.getBytes("record")), HexFormat.of().formatHex(row.getBytes("hash")));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
