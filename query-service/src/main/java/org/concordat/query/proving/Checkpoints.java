package org.concordat.query.proving;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Merkle;
import org.concordat.proof.Note;
import org.concordat.proof.Sha256;
import org.concordat.proof.VerifierKey;
import org.concordat.query.ledger.Proofs;
import org.concordat.wiring.Damage;
import org.concordat.wiring.UnreadableRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was signed over the tree. Every one is kept, and none is signed that is not proven to begin with the newest kept. */
public final class Checkpoints {

    /** @param note as signed, without cosignatures */
    public record Signed(Checkpoint head, Note note, Instant at) {}

    private static final String SELECT = "select note, signed_at from checkpoint ";
    private static final String NEWEST = SELECT + "order by size desc, id desc limit ?";
    private static final String KEEP = """
            insert into checkpoint (size, root, note, signed_at) values (?, ?, ?, ?) on conflict do nothing""";
    private static final RowMapper<Signed> ROW = (row, n) -> {
        Note note = Note.parse(row.getString(1));
        return new Signed(Checkpoint.parse(note.text()), note, row.getObject(2, OffsetDateTime.class).toInstant());
    };

    private final JdbcClient jdbc;
    private final Proofs proofs;
    private final String origin;
    private final LedgerKeys keys;
    private final Clock clock;
    private volatile @Nullable String problem;

    Checkpoints(JdbcClient jdbc, Proofs proofs, String origin, LedgerKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.proofs = proofs;
        this.origin = origin;
        this.keys = keys;
        this.clock = clock;
    }

    public String origin() {
        return origin;
    }

    /** The public keys that sign, the current one first; none where this process signs nothing. */
    public List<VerifierKey> keys() {
        return keys.verifiers();
    }

    /** The newest first. */
    public List<Signed> kept(int most) {
        return jdbc.sql(NEWEST).param(most).query(ROW).list();
    }

    /** As {@link #kept}, without those that cannot be read; of these a sentence each. */
    List<Signed> readable(int most, Consumer<String> damaged) {
        return OneByOne.read(jdbc, ROW, () -> kept(most), "select ctid::text from checkpoint order by size desc, id desc limit " + most,
                SELECT + "where ctid = ?::tid", () -> damaged.accept("A checkpoint that was signed cannot be read: its row is damaged."));
    }

    /** How many entries the newest that can be read was signed over; 0 where none was. */
    long signedSize() {
        return readable(1, _ -> { }).stream().mapToLong(kept -> kept.head().size()).max().orElse(0);
    }

    private Optional<Signed> newest() {
        try {
            return kept(1).stream().findFirst();
        } catch (RuntimeException e) {
            if (!Damage.is(e)) throw e;
            problem = "The newest checkpoint cannot be read, so nothing is signed: its row is damaged.";
            throw new UnreadableRecord("checkpoint", e);
        }
    }

    /** The largest one, signed now where the record has grown; empty where none was ever signed. */
    public synchronized Optional<Signed> current() {
        Optional<Signed> newest = newest();
        long size = proofs.size();
        if (keys.all().isEmpty() || newest.filter(kept -> stands(kept, size)).isPresent()) return newest;
        problem = newest.map(kept -> contradiction(kept.head(), size)).orElse(null);
        return problem == null ? Optional.of(sign(size)) : newest;
    }

    /** The smallest one kept that holds so many entries; where there is none yet, the one signed now. */
    public Optional<Signed> over(long size) {
        Optional<Signed> kept = jdbc.sql(SELECT + "where size >= ? order by size, id desc limit 1").param(size).query(ROW).optional();
        return kept.isPresent() ? kept : current().filter(now -> now.head().size() >= size);
    }

    /**
     * A signature of something else that the host says, such as what is in a pack.
     *
     * @throws IllegalStateException where it could be taken for a checkpoint, or this process signs nothing
     */
    public Note attest(String text) {
        if (keys.all().isEmpty()) throw new IllegalStateException("this process has no key to sign with");
        if (!text.startsWith(origin + "\nconcordat ")) throw new IllegalStateException("only a text that says what it is, is signed");
        return keys.sign(text);
    }

    /** Whether exactly this was signed. */
    boolean holds(Checkpoint head) {
        return jdbc.sql("select exists (select from checkpoint where size = ? and root = ?)").params(head.size(), head.root().bytes())
                .query(Boolean.class).single();
    }

    /** Why nothing is signed any more; null where nothing hinders. */
    @Nullable String problem() {
        return problem;
    }

    /** A record that is smaller is being filled again, or lacks its tail, which is for the self-check to say. */
    private boolean stands(Signed kept, long size) {
        return size < kept.head().size() || size == kept.head().size() && keys.signed(kept.note());
    }

    private @Nullable String contradiction(Checkpoint kept, long size) {
        if (!kept.origin().equals(origin)) return "The newest checkpoint is of " + kept.origin() + ", not of " + origin + ".";
        try {
            boolean grown = Merkle.consistent(kept.size(), kept.root(), size, proofs.root(size),
                    proofs.consistency(kept.size(), size));
            return grown ? null : "The record does not begin with the " + kept.size()
                    + " entries of the newest checkpoint: no other is signed.";
        } catch (IllegalStateException hole) {
            return "The record's tree cannot be read, so nothing is signed: " + hole.getMessage() + ".";
        }
    }

    private Signed sign(long size) {
        Sha256 root = proofs.root(size);
        Checkpoint head = new Checkpoint(origin, size, root);
        Note note = keys.sign(head.text());
        Instant now = clock.instant();
        jdbc.sql(KEEP).params(size, root.bytes(), note.toString(), now.atOffset(ZoneOffset.UTC)).update();
        return new Signed(head, note, now);
    }
}
