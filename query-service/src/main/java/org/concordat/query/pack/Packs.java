package org.concordat.query.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Note;
import org.concordat.proof.Sha256;
import org.concordat.proof.VerifierKey;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.ledger.Proofs;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.proving.Checkpoints;
import org.concordat.query.proving.Cosignatures.Cosigned;
import org.concordat.query.proving.Cosignatures;
import org.concordat.query.proving.Refusal;
import org.concordat.query.trail.Trail;
import tools.jackson.databind.json.JsonMapper;

/** Packs of evidence: the same question at the same size gives the same files, but for the manifest's when and by whom. */
class Packs {

    private static final int RECENT = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ledger ledger;
    private final Proofs proofs;
    private final Moments moments;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;
    private final Trail trail;
    private final Clock clock;

    Packs(Ledger ledger, Proofs proofs, Moments moments, Checkpoints checkpoints, Cosignatures cosignatures, Trail trail,
          Clock clock) {
        this.ledger = ledger;
        this.proofs = proofs;
        this.moments = moments;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.trail = trail;
        this.clock = clock;
    }

    /** The head that a pack begun now stands at. */
    Checkpoints.Signed head() {
        boolean signs = !checkpoints.keys().isEmpty();
        return checkpoints.current().filter(signed -> signs && signed.head().size() <= proofs.size()).orElseThrow(() ->
                new Refusal(503, "NOTHING_SIGNED", "No checkpoint has been signed over what is on record, so nothing could be proven; ask again later."));
    }

    void write(Question question, PersonId person, Checkpoints.Signed at, OutputStream out) throws IOException {
        PartnershipView now = moments.now(question.partnership());
        Scope scope = Scope.of(question, now);
        LocalDate today = LocalDate.now(clock.withZone(now.partners().timeZone()));
        Withheld withheld = Withheld.of(question.partnership(), ledger, at.head().size(), now.partners().roll(), person, today,
                trail);
        EntryWriter entries = new EntryWriter(question, scope, withheld, at.head().size(), ledger, proofs);
        try (PackZip zip = new PackZip(out)) {
            zip.add("README.txt", readme());
            zip.add("verifier.jar", VerifierJar.bytes());
            zip.add("checkpoint", cosigned(at.note(), at.head(), question).toString());
            for (Map.Entry<Long, String> earlier : earlier(question, at.head()).entrySet()) {
                if (!earlier.getValue().isEmpty()) zip.add("checkpoints/" + earlier.getKey(), earlier.getValue());
                zip.add("checkpoints/" + earlier.getKey() + ".consistency", lines(earlier.getKey(), at.head().size()));
            }
            zip.add("entries.jsonl", entries);
            byte[] manifest = JSON.writeValueAsBytes(manifest(question, person, at.head(), scope, entries, zip));
            zip.unlisted("manifest.json", manifest);
            zip.unlisted("manifest.sig", checkpoints.attest(at.head().origin() + "\nconcordat evidence pack\n" + Hash.of(manifest) + "\n")
                    .toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The newest heads, those that this partnership's partners cosigned, and the sizes that the asker holds. */
    private SortedMap<Long, String> earlier(Question question, Checkpoint now) {
        SortedMap<Long, String> earlier = new TreeMap<>();
        question.held().forEach(size -> earlier.put(size, ""));
        Stream<Checkpoints.Signed> recent = checkpoints.kept(RECENT).stream().filter(kept -> checkpoints.keys().stream().anyMatch(key -> key.signed(kept.note())));
        Stream<Checkpoints.Signed> vouched = cosignatures.newest(question.partnership()).stream()
                .flatMap(c -> checkpoints.over(c.size()).filter(kept -> kept.head().size() == c.size()).stream());
        Stream.concat(recent, vouched).forEach(kept -> earlier.put(kept.head().size(), cosigned(kept.note(), kept.head(), question).toString()));
        return earlier.subMap(1L, now.size());
    }

    private Note cosigned(Note note, Checkpoint head, Question question) {
        List<Note.Line> lines = cosignatures.over(head).stream().filter(c -> c.partnership().equals(question.partnership()))
                .map(Cosigned::line).distinct().map(line -> Note.parse("\n\n" + line + "\n").signatures().getFirst()).toList();
        return note.with(lines);
    }

    private String lines(long from, long to) {
        return proofs.consistency(from, to).stream().map(Sha256::base64).map(hash -> hash + "\n").collect(Collectors.joining());
    }

    private Map<String, Object> manifest(Question question, PersonId person, Checkpoint head, Scope scope, EntryWriter entries, PackZip zip) {
        Map<String, Object> manifest = new TreeMap<>(Map.of("format", "1", "origin", head.origin(), "size", Long.toString(head.size()),
                "root", head.root().base64(), "asked", question.asked(), "by", person.value(),
                "at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(), "entries", Long.toString(entries.written()),
                "keys", checkpoints.keys().stream().map(VerifierKey::toString).toList(), "leftOut", scope.leftOut()));
        manifest.put("whole", !scope.whole() ? List.of() : entries.versions().entrySet().stream()
                .map(e -> new TreeMap<>(Map.of("subject", e.getKey(), "to", Long.toString(e.getValue())))).toList());
        manifest.put("files", zip.files());
        return manifest;
    }

    static byte[] readme() throws IOException {
        try (var in = Packs.class.getResourceAsStream("/pack/README.txt")) {
            if (in == null) throw new IOException("the README of a pack is not on the class path");
            return in.readAllBytes();
        }
    }
}
