package org.concordat.query.proving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Note;
import org.concordat.proof.Sha256;
import org.concordat.proof.VerifierKey;
import org.concordat.query.ledger.Proofs;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which partner vouches for which size: cosignatures (C2SP tlog-cosignature) that partners hand in. */
public final class Cosignatures {

    /** @param line as it stands in a note, without a line end */
    public record Cosigned(PartnershipId partnership, PartnerId partner, String key, long size, Sha256 root, Instant at,
                           String line) {}

    /** A cosigner's clock may be a little ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final String KEEP = """
            insert into cosignature (partnership, partner, witness_key, size, cosigned_at, root, line)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String SELECT =
            "select partnership, partner, witness_key, size, root, cosigned_at, line from cosignature ";
    private static final String NEWEST = """
            select distinct on (partner, witness_key) partnership, partner, witness_key, size, root, cosigned_at, line
            from cosignature where partnership = ? order by partner, witness_key, size desc, cosigned_at desc""";
    private static final RowMapper<Cosigned> ROW = (row, n) -> new Cosigned(new PartnershipId(row.getString(1)),
            new PartnerId(row.getString(2)), row.getString(3), row.getLong(4), Sha256.of(row.getBytes(5)),
            row.getObject(6, OffsetDateTime.class).toInstant(), row.getString(7));

    private final JdbcClient jdbc;
    private final Proofs proofs;
    private final Checkpoints checkpoints;
    private final Sight sight;
    private final Alarms alarms;
    private final Clock clock;

    Cosignatures(JdbcClient jdbc, Proofs proofs, Checkpoints checkpoints, Sight sight, Alarms alarms, Clock clock) {
        this.jdbc = jdbc;
        this.proofs = proofs;
        this.checkpoints = checkpoints;
        this.sight = sight;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** The newest of each key of that partnership's partners. */
    public List<Cosigned> newest(PartnershipId partnership) {
        return jdbc.sql(NEWEST).param(partnership.value()).query(ROW).list();
    }

    /** Every one over that size and root; other partnerships' too, which name nothing but a key. */
    public List<Cosigned> over(Checkpoint head) {
        return jdbc.sql(SELECT + "where size = ? and root = ? order by cosigned_at, witness_key").params(head.size(),
                head.root().bytes()).query(ROW).list();
    }

    /** The largest first. */
    List<Cosigned> largest(int most) {
        return jdbc.sql(SELECT + "order by size desc, cosigned_at desc limit ?").param(most).query(ROW).list();
    }

    /** As {@link #largest}, without those that cannot be read; of these a sentence each. */
    List<Cosigned> readable(int most, Consumer<String> damaged) {
        return OneByOne.read(jdbc, ROW, () -> largest(most),
                "select ctid::text from cosignature order by size desc, cosigned_at desc limit " + most,
                SELECT + "where ctid = ?::tid", () -> damaged.accept("A cosignature that a partner handed in cannot be read: its row is damaged."));
    }

    /** @throws Refusal with a code; one that the record contradicts is an alarm as well */
    List<Cosigned> take(String text, String person) {
        Note note;
        Checkpoint head;
        try {
            note = Note.parse(text);
            head = Checkpoint.parse(note.text());
        } catch (IllegalArgumentException e) {
            throw new Refusal(422, "NOT_A_CHECKPOINT", "This is no checkpoint in a signed note (C2SP tlog-checkpoint).");
        }
        if (!head.origin().equals(checkpoints.origin()) || !head.text().equals(note.text())) {
            throw new Refusal(422, "OTHER_ORIGIN", "This is no checkpoint of this record.");
        }
        List<Cosigned> said = said(note, head, person);
        agrees(note, head, said);
        said.forEach(c -> jdbc.sql(KEEP).params(c.partnership().value(), c.partner().value(), c.key(), c.size(),
                c.at().atOffset(ZoneOffset.UTC), c.root().bytes(), c.line()).update());
        return said;
    }

    private List<Cosigned> said(Note note, Checkpoint head, String person) {
        List<Cosigned> said = new ArrayList<>();
        List<VerifierKey> known = new ArrayList<>(checkpoints.keys());
        boolean anothers = false;
        boolean withdrawn = false;
        for (Sight.Witness witness : sight.witnesses(person)) {
            VerifierKey key = VerifierKey.parse(witness.key().value());
            known.add(key);
            Optional<Note.Line> line = note.signatures().stream().filter(key::named).findFirst();
            if (line.isEmpty()) continue;
            anothers |= !witness.own();
            withdrawn |= witness.own() && witness.withdrawn();
            if (!witness.own() || witness.withdrawn()) continue;
            Instant at = key.cosigned(note).orElseThrow(() -> new Refusal(422, "COSIGNATURE_DOES_NOT_HOLD",
                    "A cosignature in it does not hold: it is over another text, or by another key of that name."));
            if (at.isAfter(clock.instant().plus(AHEAD))) {
                throw new Refusal(422, "COSIGNED_IN_THE_FUTURE", "A cosignature in it says a time that has not come yet.");
            }
            said.add(new Cosigned(witness.partnership(), witness.partner(), key.toString(), head.size(), head.root(), at,
                    line.get().toString()));
        }
        if (!said.isEmpty()) return said;
        // Beside what a note as it is served carries, a line of nobody known is the one that was to be handed in.
        Set<String> served = over(head).stream().map(Cosigned::line).collect(Collectors.toSet());
        boolean strange = note.signatures().stream().anyMatch(line -> !served.contains(line.toString())
                && known.stream().noneMatch(key -> key.named(line)));
        throw strange || !withdrawn && !anothers
                ? new Refusal(422, "UNKNOWN_KEY", "No cosignature in it is by a key that a partner registered where you are appointed.")
                : withdrawn ? new Refusal(409, "KEY_WITHDRAWN", "The key was withdrawn: what it vouched for before stands, and it vouches for nothing new.")
                : new Refusal(403, "KEY_OF_ANOTHER_PARTNER", "The cosignature is of a partner that you do not speak for.");
    }

    /** That the record holds what was cosigned. Only a statement that its key made gets so far. */
    private void agrees(Note note, Checkpoint head, List<Cosigned> said) {
        boolean ours = checkpoints.keys().stream().anyMatch(key -> key.signed(note));
        String who = said.getFirst().partner() + (ours ? ", with our own signature," : "");
        if (head.size() > proofs.size()) {
            if (ours && !checkpoints.holds(head)) {
                alarms.raise(who + " vouches for " + head.size() + " entries with root " + head.root().base64()
                        + "; the record has fewer and no such checkpoint.", note.toString());
            }
            throw new Refusal(409, "SIZE_BEYOND", "The record does not hold so many entries.");
        }
        if (proofs.root(head.size()).equals(head.root())) return;
        alarms.raise(who + " vouches for " + head.size() + " entries with root " + head.root().base64()
                + "; the record's own root of that size is another.", note.toString());
        throw new Refusal(409, "ROOT_DIFFERS", "The record of that size has another root: this is recorded as an alarm.");
    }
}
