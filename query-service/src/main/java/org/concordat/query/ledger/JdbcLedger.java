package org.concordat.query.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.concordat.api.EntryId;
import org.concordat.api.Receipt;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.wiring.Damage;
import org.concordat.wiring.UnreadableRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Flux;

/** Reads the ledger by key, never by offset: what is appended meanwhile shifts nothing. */
final class JdbcLedger implements Ledger {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    /**
     * A range of one, and ordered by it: the same rows as by equality, but then a plan for any partnership prefers to walk the
     * whole ledger in its order, and a small one waits for a large.
     */
    static final String AFTER = EntryRow.SELECT
            + "where partnership >= ? and partnership <= ? and index > ? order by partnership, index limit ?";
    static final String PAGE = EntryRow.SELECT + """
            where partnership >= :partnership and partnership <= :partnership and index > :after
              and (cast(:subject as text) is null or subject = :subject)
              and (cast(:type as text) is null or type = :type)
              and (cast(:partner as text) is null or partner = :partner)
              and (cast(:person as text) is null or person = :person)
              and (cast(:from as date) is null or effective_on >= :from)
              and (cast(:to as date) is null or effective_on <= :to)
              and (cast(:knownAt as timestamptz) is null or recorded_at <= :knownAt)
            order by partnership, index limit :limit""";
    /** The lengths of long payloads are known without reading them: so no page is read that memory could not hold. */
    private static final String SIZED = "select * from (select page.*, sum(octet_length(payload)) over (order by index) as gathered"
            + " from (%s) page) sized where gathered - octet_length(payload) < " + FULL + " order by index";
    private static final String ONE = EntryRow.SELECT + "where subject = ? and version = ? and partnership <> ''";
    private static final String SEATS =
            "select partnership from seat where person = ? and partnership > ? order by partnership limit ?";
    private static final String KNOWS = "select exists (select from partnership_register where partnership = ?)";
    /** Versions of a thing are in the order of the ledger, so the first of them is the first entry. */
    static final String HOLDS = """
            select index from ledger where subject >= ? and subject <= ? and version >= ?
            order by subject, version limit 1""";

    private final JdbcClient jdbc;
    private final EntryRow row;
    private final Progress progress;
    private final Set<PartnershipId> known = ConcurrentHashMap.newKeySet();

    JdbcLedger(JdbcClient jdbc, Decoding decoding, Progress progress) {
        this.jdbc = jdbc;
        this.row = new EntryRow(decoding);
        this.progress = progress;
    }

    @Override public long head() {
        return progress.head();
    }

    @Override public Flux<Long> heads() {
        return progress.heads();
    }

    @Override public List<Entry> after(PartnershipId partnership, long index, int limit) {
        List<Entry> page = readable(partnership.value(), () -> jdbc.sql(SIZED.formatted(AFTER))
                .params(partnership.value(), partnership.value(), index, limit).query(row).list());
        progress.unreadables().seen(partnership, page);
        return page;
    }

    /** Trying again does not help where a row is damaged, and who asks is told so. */
    private <T> T readable(String of, Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            if (!Damage.is(e)) throw e;
            progress.unreadables().met(of, "An entry of " + of + " cannot be read in the ledger: its row is damaged.");
            throw new UnreadableRecord("entry of " + of, e);
        }
    }

    @Override public List<Entry> page(PartnershipId partnership, Filter filter, @Nullable Instant knownAt,
                                      long afterIndex, int limit) {
        OffsetDateTime known = knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC);
        return readable(partnership.value(), () -> jdbc.sql(SIZED.formatted(PAGE)).param("partnership", partnership.value()).param("after", afterIndex)
                .param("subject", filter.subject()).param("type", filter.type()).param("partner", filter.partner())
                .param("person", filter.person()).param("from", filter.from()).param("to", filter.to())
                .param("knownAt", known).param("limit", limit)
                .query(row).list());
    }

    @Override public Optional<Entry> entry(EntryId id) {
        return readable(id.subject(), () -> jdbc.sql(ONE).params(id.subject(), id.version()).query(row).optional());
    }

    @Override public List<PartnershipId> partnershipsOf(String person, @Nullable String afterId, int limit) {
        return jdbc.sql(SEATS).params(person, afterId == null ? "" : afterId, limit)
                .query((r, n) -> new PartnershipId(r.getString(1))).list();
    }

    /** A partnership that was ever established stays so: only the first question is the database's. */
    @Override public boolean knows(PartnershipId partnership) {
        if (known.contains(partnership)) return true;
        boolean there = jdbc.sql(KNOWS).param(partnership.value()).query(Boolean.class).single();
        if (there) known.add(partnership);
        return there;
    }

    /** Looks again only when the head has moved; the head is read first, so that no move falls between. */
    @Override public boolean awaits(Receipt receipt, Duration atMost) {
        long left = atMost.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT.toNanos() : atMost.toNanos();
        try {
            while (true) {
                long seen = progress.head();
                if (holds(receipt)) return true;
                if (left <= 0) return false;
                left = progress.awaitBeyond(seen, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whoever wrote it: what is read next stands there too, although this process may not have looked since. */
    private boolean holds(Receipt receipt) {
        Optional<Long> index = jdbc.sql(HOLDS).params(receipt.id(), receipt.id(), receipt.version()).query(Long.class).optional();
        index.ifPresent(progress::reached);
        return index.isPresent();
    }
}
