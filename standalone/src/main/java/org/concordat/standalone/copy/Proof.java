package org.concordat.standalone.copy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.concordat.proof.Frontier;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole record once, in a session's transaction, and says what it proves: each entry against its hash, its payload and the
 * store's event at its place, the tree over them against every checkpoint that was signed or cosigned, and the trail against itself.
 */
public record Proof(Connection session, Progress progress) {

    /**
     * @param origin which log it is; null where none was chosen yet
     * @param events how many the store holds
     * @param root   of the tree over all entries, 64 hex digits
     * @param found  what is wrong, a sentence each, at most {@value #MOST}; empty where the record holds
     */
    public record Outcome(@Nullable String origin, long events, long entries, String root, long checkpoints, List<String> found) {

        public boolean holds() {
            return found.isEmpty();
        }
    }

    private static final int MOST = 10;
    private static final int PAGE = 500;

    private static final String SIGNED = """
            select size, root, 'the checkpoint signed at ' || signed_at from checkpoint
            union all select size, root, 'what ' || partner || ' vouched for at ' || cosigned_at from cosignature order by 1""";
    private static final String DISPOSED = """
            select m.index from ledger m left join ledger s on s.index = m.disposed_by where octet_length(m.salt) = 0
            and (s.type is distinct from 'partnership.PayloadDisposedOf'
                or convert_from(s.payload, 'UTF8')::jsonb ->> 'entry' is distinct from 'entry-' || m.subject || '@' || m.version
                or convert_from(s.payload, 'UTF8')::jsonb ->> 'remains' is distinct from encode(sha256(m.payload), 'hex'))
            order by 1""";
    private static final String TRAIL = """
            select number from (select number, record, hash, row_number() over w as place,
                    lag(encode(hash, 'hex'), 1, repeat('0', 64)) over w as before from trail window w as (order by number)) t
            where number <> place or sha256(record) <> hash or convert_from(record, 'UTF8')::jsonb ->> 'previous' <> before order by 1""";
    private static final String TAKEN = """
            select convert_from(token, 'UTF8')::jsonb ->> 'globalIndex' from token_entry
            where processorname = 'ledger' and tokentype like '%.GlobalSequenceTrackingToken'""";

    /** @param held a checkpoint from elsewhere; null where there is none */
    Outcome look(@Nullable Held held) throws SQLException {
        Tables tables = new Tables(session);
        List<String> found = new ArrayList<>();
        Frontier tree = new Frontier();
        long checkpoints;
        try (Heads heads = new Heads(session, SIGNED)) {
            entries(tree, heads, held, found);
            heads.beyond(tree.size()).ifPresent(found::add);
            checkpoints = heads.passed();
        }
        long events = Long.parseLong(tables.texts("select count(*) from event").getFirst());
        long head = Long.parseLong(tables.texts("select coalesce(max(index), 0) from event").getFirst());
        if (events != head) found.add("The store holds " + events + " events, and the newest is at place " + head + ".");
        if (head < tree.size()) found.add("The ledger holds " + tree.size() + " entries, and the store only " + head + " events.");
        for (String taken : tables.texts(TAKEN)) {
            if (taken != null && !taken.equals(Long.toString(tree.size()))) found.add("The ledger had taken " + taken
                    + " events when it held " + tree.size() + " entries.");
        }
        for (String entry : tables.texts(DISPOSED)) found.add("Entry " + entry + " has lost its words, and no entry says so.");
        for (String record : tables.texts(TRAIL)) found.add("Record " + record + " of the trail does not follow the one before it.");
        List<String> origin = tables.texts("select origin from ledger_origin");
        return new Outcome(origin.isEmpty() ? null : origin.getFirst(), events, tree.size(), tree.root().hex(), checkpoints,
                found.stream().limit(MOST).toList());
    }

    private void entries(Frontier tree, Heads heads, @Nullable Held held, List<String> found) throws SQLException {
        heads.at(0, Merkle.EMPTY, found);
        try (Statement statement = session.createStatement()) {
            statement.setFetchSize(PAGE);
            try (ResultSet row = statement.executeQuery(Recorded.ALL)) {
                while (row.next() && found.size() < MOST) {
                    Recorded entry = Recorded.of(row);
                    if (entry.index() != tree.size() + 1) {
                        found.add("Entry " + (tree.size() + 1) + " is missing: the next is " + entry.index() + ".");
                        return;
                    }
                    String wrong = entry.wrong();
                    if (wrong != null) found.add("Entry " + entry.index() + " " + wrong + ".");
                    tree.add(Merkle.leaf(entry.envelope()));
                    heads.at(tree.size(), tree::root, found);
                    if (held != null && held.head().size() == tree.size()) compare(held, tree.root(), found);
                    progress.meanwhile("entries", tree.size(), "entries");
                }
            }
        }
    }

    private static void compare(Held held, Sha256 root, List<String> found) {
        if (!held.head().root().equals(root)) found.add("Its first " + held.head().size() + " entries are not those of the checkpoint in "
                + held.file() + ".");
    }
}
