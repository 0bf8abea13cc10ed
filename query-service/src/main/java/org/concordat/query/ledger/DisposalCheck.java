package org.concordat.query.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.query.ledger.EntryCheck.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A mark that words are gone would hide a changed payload, unless an entry of the ledger says so and says what remains. So each
 * mark is held against its entry, and each entry against its mark.
 */
public final class DisposalCheck {

    private record Row(long index, String partnership, String subject, long version, long by, byte[] payload) {

        boolean is(EntryId entry) {
            return entry.subject().equals(subject) && entry.version() == version;
        }

        Finding finding(String wrong) {
            return new Finding(partnership, "Entry " + index + (partnership.isEmpty() ? " (" : " (entry-") + subject + "@" + version
                    + ") " + wrong);
        }
    }

    private static final int PAGE = 1_000;
    /** However slow the store's own processor is, or if nobody knows how far it is: so many entries later it should have been. */
    private static final int PATIENCE = 1_000;

    private static final String SELECT = "select index, partnership, subject, version, coalesce(disposed_by, 0), payload from ledger ";
    private static final String MARKED = SELECT + "where disposed_by is not null or octet_length(salt) = 0 order by index";
    private static final String KEPT = SELECT + "where index = ? and octet_length(salt) > 0";
    private static final String GONE = SELECT + "where index = ? and disposed_by is not null";
    private static final String SAID = """
            select index, type, revision, payload from ledger
            where type = 'partnership.PayloadDisposedOf' order by index""";

    private final JdbcTemplate jdbc;
    private final Decoding decoding;
    private final Store store;

    DisposalCheck(JdbcTemplate jdbc, Decoding decoding, Store store) {
        this.jdbc = jdbc;
        this.decoding = decoding;
        this.store = store;
    }

    /**
     * Names the entries whose payload is not what the record says remains of it. What is recorded while it looks may be among
     * them, and is not when it looks again.
     */
    public List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        List<Row> unsaid = new ArrayList<>();
        Map<Long, PayloadDisposedOf> said = said();
        for (Row mark : rows(MARKED)) {
            if (mark.by() == 0) unsaid.add(mark);
            else if (!due(mark, said.remove(mark.by()))) {
                found.add(mark.finding("is marked as disposed of, and its payload is not what the record says remains of it."));
            }
        }
        said.forEach((index, gone) -> found.add(new Finding(gone.partnershipId().value(), "Entry " + index
                + " says that the words of " + gone.entry() + " are gone, and they are not.")));
        found.addAll(unsaid(unsaid));
        return found;
    }

    /** @param indices entries that had their words in the ledger and were marked in the store when they were compared */
    List<Finding> markedInTheStore(Collection<Long> indices) {
        return unsaid(indices.stream().flatMap(index -> rows(KEPT, index).stream()).toList());
    }

    /** @param indices entries without words in the ledger whose events had theirs in the store when they were compared */
    List<Finding> keptInTheStore(Collection<Long> indices) {
        if (indices.isEmpty()) return List.of();
        long due = Math.max(store.carriedOut(), holds() - PATIENCE);
        return indices.stream().flatMap(index -> rows(GONE, index).stream()).filter(row -> row.by() <= due)
                .map(row -> row.finding("is disposed of by entry " + row.by() + ", and the store still holds its words.")).toList();
    }

    private long holds() {
        return Objects.requireNonNull(jdbc.queryForObject("select coalesce(max(index), 0) from ledger", Long.class));
    }

    /** The store may be ahead, and far ahead of a ledger that is being filled: an event not taken yet may say so. */
    private List<Finding> unsaid(List<Row> marked) {
        if (marked.isEmpty()) return List.of();
        long holds = holds();
        List<Row> left = new ArrayList<>(marked);
        List<TrackedEventMessage<?>> ahead;
        do {
            ahead = store.after(holds, PAGE);
            for (TrackedEventMessage<?> message : ahead) {
                if (decoding.event(message) instanceof PayloadDisposedOf gone) left.removeIf(mark -> mark.is(gone.entry()));
            }
            if (!ahead.isEmpty()) holds = store.place(ahead.getLast());
        } while (ahead.size() == PAGE && !left.isEmpty());
        return left.stream().map(mark -> mark.finding("is marked as disposed of, and no entry says so.")).toList();
    }

    private List<Row> rows(String sql, Object... parameters) {
        return jdbc.query(sql, (row, n) -> new Row(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5),
                row.getBytes(6)), parameters);
    }

    private Map<Long, PayloadDisposedOf> said() {
        Map<Long, PayloadDisposedOf> said = new HashMap<>();
        jdbc.query(SAID, row -> {
            if (decoding.event(row.getString(2), row.getString(3), row.getBytes(4)) instanceof PayloadDisposedOf gone) {
                said.put(row.getLong(1), gone);
            }
        });
        return said;
    }

    private static boolean due(Row marked, @Nullable PayloadDisposedOf said) {
        return said != null && marked.is(said.entry()) && said.remains().equals(Hash.of(marked.payload()));
    }
}
