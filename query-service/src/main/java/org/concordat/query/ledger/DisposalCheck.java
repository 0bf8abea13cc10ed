package org.concordat.query.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A mark that words are gone hides a changed payload, unless an entry of the ledger says so and says what remains. So each
 * mark is held against its entry, and each entry against its mark.
 */
final class DisposalCheck {

    private record Marked(long index, EntryId id, long by, byte[] payload) {}

    private static final String MARKED = """
            select index, subject, version, coalesce(disposed_by, 0), payload from ledger
            where disposed_by is not null or octet_length(salt) = 0 order by index""";
    private static final String SAID = "select index, type, revision, payload from ledger where type = 'partnership.PayloadDisposedOf'";

    private final JdbcTemplate jdbc;
    private final Decoding decoding;

    DisposalCheck(JdbcTemplate jdbc, Decoding decoding) {
        this.jdbc = jdbc;
        this.decoding = decoding;
    }

    /** The indices of entries whose payload is not what the record says remains of it; empty where all is well. */
    List<Long> astray() {
        var said = new HashMap<Long, PayloadDisposedOf>();
        jdbc.query(SAID, row -> {
            if (decoding.event(row.getString(2), row.getString(3), row.getBytes(4)) instanceof PayloadDisposedOf gone) {
                said.put(row.getLong(1), gone);
            }
        });
        List<Marked> marked = jdbc.query(MARKED, (row, n) -> new Marked(row.getLong(1),
                EntryId.of(row.getString(2), row.getLong(3)), row.getLong(4), row.getBytes(5)));
        Stream<Long> undue = marked.stream().filter(m -> !due(m, said.remove(m.by()))).map(Marked::index);
        return List.copyOf(new TreeSet<>(Stream.concat(undue.toList().stream(), said.keySet().stream()).toList()));
    }

    private static boolean due(Marked marked, @Nullable PayloadDisposedOf said) {
        return said != null && said.entry().equals(marked.id()) && said.remains().equals(Hash.of(marked.payload()));
    }
}
