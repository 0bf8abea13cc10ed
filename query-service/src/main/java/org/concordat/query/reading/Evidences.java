package org.concordat.query.reading;

import java.time.Instant;
import java.util.List;
import org.concordat.api.EntryId;
import org.concordat.proof.Sha256;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.EntryCheck.Finding;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.ledger.Proofs;
import org.concordat.query.proving.Alarms;
import org.concordat.query.proving.Checkpoints;
import org.concordat.query.proving.Cosignatures;
import org.concordat.query.proving.SelfCheck;
import org.concordat.query.proving.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proofs in the shape in which they are asked for: sizes as text, hashes in hex. */
@Component
class Evidences {

    record Head(String origin, List<String> keys, String size, String root) {}

    record Checkpoint(String size, String root, String note, Instant signedAt) {}

    record EntryEvidence(String entry, String index, String leafHash) {}

    record Inclusion(String index, String leafHash, String size, String root, List<String> hashes) {}

    record Consistency(String from, String fromRoot, String to, String toRoot, List<String> hashes) {}

    record Cosignature(String partnership, String partner, String key, String size, String root, Instant at, String line) {}

    record Check(Instant began, String checked, @Nullable Instant ended, String size, @Nullable Instant looked, @Nullable Boolean holds) {}

    private static final String NUMBER = "0|[1-9][0-9]{0,17}";

    private final Proofs proofs;
    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;
    private final Alarms alarms;
    private final SelfCheck check;
    private final Sight sight;

    Evidences(Proofs proofs, Ledger ledger, Checkpoints checkpoints, Cosignatures cosignatures, Alarms alarms, SelfCheck check,
              Sight sight) {
        this.proofs = proofs;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.alarms = alarms;
        this.check = check;
        this.sight = sight;
    }

    Head head() {
        long size = proofs.size();
        return new Head(checkpoints.origin(), checkpoints.keys().stream().map(Object::toString).toList(), Long.toString(size),
                proofs.root(size).hex());
    }

    @Nullable Checkpoint newest() {
        return checkpoints.current().map(Evidences::said).orElse(null);
    }

    @Nullable Checkpoint over(long size) {
        return checkpoints.over(size).map(Evidences::said).orElse(null);
    }

    private static Checkpoint said(Checkpoints.Signed signed) {
        return new Checkpoint(Long.toString(signed.head().size()), signed.head().root().hex(), signed.note().toString(), signed.at());
    }

    EntryEvidence of(Entry entry) {
        return new EntryEvidence(entry.id().value(), Long.toString(entry.index()), leaf(entry.index()).hex());
    }

    private Sha256 leaf(long index) {
        return proofs.hashes(0, index - 1, index).getFirst();
    }

    Inclusion proof(String id, @Nullable String asked, String person) {
        Entry entry = ledger.entry(new EntryId(checked(id))).filter(e -> sight.sees(e.partnership(), person))
                .orElseThrow(() -> Readers.notFound(id));
        long size = size("size", asked);
        if (size < entry.index()) throw ApiRefusal.badInput("size", "is of a tree that does not hold " + id + " yet");
        return new Inclusion(Long.toString(entry.index()), leaf(entry.index()).hex(), Long.toString(size), proofs.root(size).hex(),
                hex(proofs.inclusion(entry.index(), size)));
    }

    private static String checked(String id) {
        try {
            return new EntryId(id).value();
        } catch (IllegalArgumentException malformed) {
            throw Readers.notFound(id);
        }
    }

    Consistency consistency(String from, @Nullable String to) {
        long larger = size("to", to);
        long smaller = size("from", from);
        if (smaller > larger) throw ApiRefusal.badInput("from", "is more than to");
        return new Consistency(from, proofs.root(smaller).hex(), Long.toString(larger), proofs.root(larger).hex(),
                hex(proofs.consistency(smaller, larger)));
    }

    private long size(String field, @Nullable String asked) {
        long size = proofs.size();
        if (asked == null) return size;
        if (!asked.matches(NUMBER) || Long.parseLong(asked) > size) {
            throw ApiRefusal.badInput(field, "is a whole number from 0 to " + size + ", the entries there are");
        }
        return Long.parseLong(asked);
    }

    List<Cosignature> cosignatures(String person) {
        return sight.seen(person).stream().flatMap(id -> cosignatures.newest(id).stream())
                .map(c -> new Cosignature(c.partnership().value(), c.partner().value(), c.key(), Long.toString(c.size()), c.root().hex(),
                        c.at(), c.line())).toList();
    }

    List<String> alarms() {
        return alarms.standing();
    }

    Check check() {
        SelfCheck.Standing standing = check.standing();
        return new Check(standing.began(), Long.toString(standing.checked()), standing.ended(), Long.toString(standing.size()),
                standing.looked(), standing.holds());
    }

    List<String> findings(String person) {
        return check.standing().findings().stream().filter(finding -> finding.partnership().isEmpty()
                || sight.surelySees(new org.concordat.api.partnership.PartnershipId(finding.partnership()), person))
                .map(Finding::sentence).toList();
    }

    private static List<String> hex(List<Sha256> hashes) {
        return hashes.stream().map(Sha256::hex).toList();
    }
}
