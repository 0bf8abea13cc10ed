package org.concordat.query.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A mark that words are gone would hide a changed payload, unless an entry of the ledger says so and says what remains. So each
 * mark is held against its entry, and each entry against its mark.
 */
final class DisposalCheck {

    /** The entry it is about, and a sentence for whoever has to find out what happened. */
    record Astray(long index, String sentence) {}

    private record Marked(long index, EntryId id, long by, byte[] payload) {}

    /** One that came after the size looked at marks with a greater index, and is left for the next look. */
    private static final String MARKED = """
            select index, subject, version, coalesce(disposed_by, 0), payload from ledger
            where (disposed_by is not null or octet_length(salt) = 0) and coalesce(disposed_by, 0) <= ? and index <= ? order by index""";
    private static final String SAID = """
            select index, type, revision, payload from ledger
            where type = 'partnership.PayloadDisposedOf' and index <= ? order by index""";
    private static final String KEPT = "select exists (select from ledger where index = ? and disposed_by is null)";

    private final JdbcTemplate jdbc;
    private final Decoding decoding;

    DisposalCheck(JdbcTemplate jdbc, Decoding decoding) {
        this.jdbc = jdbc;
        this.decoding = decoding;
    }

    /**
     * Names the entries whose payload is not what the record says remains of it.
     *
     * @param size       entries that came later are left for the next look
     * @param inTheStore entries that had their words in the ledger and were marked in the store when they were compared
     */
    List<Astray> look(long size, Set<Long> inTheStore) {
        List<Astray> astray = new ArrayList<>();
        Map<Long, PayloadDisposedOf> said = said(size);
        List<Marked> marked = jdbc.query(MARKED, (row, n) -> new Marked(row.getLong(1),
                EntryId.of(row.getString(2), row.getLong(3)), row.getLong(4), row.getBytes(5)), size, size);
        for (Marked mark : marked) {
            if (!due(mark, said.remove(mark.by()))) {
                astray.add(new Astray(mark.index(), "The payload of entry " + mark.index()
                        + " is marked as disposed of, and is not what the record says remains of it."));
            }
        }
        said.forEach((index, gone) -> astray.add(new Astray(index, "Entry " + index + " says that the words of "
                + gone.entry() + " are gone, and they are not.")));
        for (long index : inTheStore) {
            if (Boolean.TRUE.equals(jdbc.queryForObject(KEPT, Boolean.class, index))) {
                astray.add(new Astray(index, "Entry " + index + " is marked as disposed of in the store, and no entry says so."));
            }
        }
        return astray;
    }

    private Map<Long, PayloadDisposedOf> said(long size) {
        Map<Long, PayloadDisposedOf> said = new HashMap<>();
        jdbc.query(SAID, row -> {
            if (decoding.event(row.getString(2), row.getString(3), row.getBytes(4)) instanceof PayloadDisposedOf gone) {
                said.put(row.getLong(1), gone);
            }
        }, size);
        return said;
    }

    private static boolean due(Marked marked, @Nullable PayloadDisposedOf said) {
        return said != null && said.entry().equals(marked.id()) && said.remains().equals(Hash.of(marked.payload()));
    }
}
