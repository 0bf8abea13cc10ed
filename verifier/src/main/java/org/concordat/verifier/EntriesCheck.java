package org.concordat.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.concordat.proof.Frontier;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.concordat.proof.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Judges a pack's entries, one after the other, whatever their number. */
final class EntriesCheck {

    private static final String WITNESS = "partnership.WitnessKeyRegistered";
    private static final String WITHDRAWAL = "partnership.WitnessKeyWithdrawn";
    private static final String DISPOSAL = "partnership.PayloadDisposedOf";

    private static final Set<String> HEARD = Set.of(WITNESS, WITHDRAWAL, DISPOSAL);

    private final Manifest manifest;
    private final Head head;
    private final Findings findings;
    private final Map<VerifierKey, Signatures.Witness> witnesses = new LinkedHashMap<>();
    /** How far each thing's history was read without a hole; only of those said to be whole. */
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Long> disposed = new LinkedHashMap<>();
    private final Set<String> disposals = new HashSet<>();
    /** The tree, as long as no entry is left out. */
    private @Nullable Frontier whole = new Frontier();
    private final Map<Long, Sha256> roots = new HashMap<>();
    private final Set<Long> wanted;
    private long count;
    private long withheld;
    private long before;
    private String lastly = "";

    /** @param wanted sizes whose roots are asked for afterwards */
    EntriesCheck(Manifest manifest, Head head, Findings findings, Set<Long> wanted) {
        this.manifest = manifest;
        this.head = head;
        this.findings = findings;
        this.wanted = wanted;
    }

    void run(Archive archive) {
        int already = findings.failed();
        try (InputStream in = archive.open(Archive.ENTRIES)) {
            Lines lines = new Lines(in);
            Manifest.Listed listed = manifest.files().get(Archive.ENTRIES);
            long most = listed == null ? Long.MAX_VALUE : listed.bytes();
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                count++;
                one(line);
                if (lines.read() > most) throw new IllegalArgumentException("it is longer than the manifest says");
            }
            if (listed != null && !lines.sha256().equals(listed.sha256())) {
                findings.fails(Archive.ENTRIES + " is not the file that the manifest lists: it was changed.");
            }
        } catch (IOException e) {
            throw Archive.unreadable(Archive.ENTRIES, e);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Archive.ENTRIES + " cannot be read: " + e.getMessage() + ".");
        }
        complete();
        if (findings.failed() == already && count > 0) said();
    }

    private void said() {
        findings.holds("Each of the " + count + " entries is in the log at its place, as it was recorded, and in order.");
        findings.holds("Each of the " + (count - withheld) + " payloads is the one that was recorded.");
        if (withheld > 0) findings.note(withheld + " payloads are withheld; their envelopes are proven all the same.");
    }

    private void one(byte[] line) {
        Evidence entry;
        try {
            entry = Evidence.parse(line);
        } catch (IllegalArgumentException e) {
            findings.fails("Line " + count + " of " + Archive.ENTRIES + " is no entry: " + e.getMessage() + ".");
            whole = null;
            return;
        }
        Envelope envelope = entry.envelope();
        String name = "Entry " + envelope.index() + " (" + Shown.of(envelope.id()) + ")";
        place(name, envelope);
        if (!entry.isIn(head.size(), head.checkpoint().root())) {
            findings.fails(name + " is not shown to be in the log: its envelope was changed or put in, its proof is missing or of"
                    + " another entry, or the checkpoint is of another log.");
        }
        if (!entry.isRecorded()) findings.fails(name + ": the payload is not the one that was recorded; it was changed.");
        if (entry.payload() == null) withheld++;
        if (entry.withheld().equals("DISPOSED")) disposed.put(envelope.id(), envelope.index());
        heard(envelope, entry.payload());
        Frontier all = whole;
        if (all != null && envelope.index() == all.size() + 1) {
            all.add(Merkle.leaf(entry.bytes()));
            if (wanted.contains(all.size())) roots.put(all.size(), all.root());
        } else {
            whole = null;
        }
    }

    /** The root over the first entries, where the pack holds all of them. */
    @Nullable Sha256 root(long size) {
        return roots.get(size);
    }

    private void place(String name, Envelope envelope) {
        if (envelope.index() <= before) {
            findings.fails(name + " stands after entry " + before + ": the order was changed, or it stands twice.");
        } else if (envelope.text("recordedAt").compareTo(lastly) < 0) {
            findings.fails(name + " was recorded before the entry before it: the log goes back in time.");
        }
        before = Math.max(before, envelope.index());
        lastly = envelope.text("recordedAt");
        if (!envelope.text("partnership").equals(manifest.partnership())) {
            findings.fails(name + " is of another partnership.");
        }
        if (!manifest.whole().containsKey(envelope.subject())) return;
        long expected = versions.getOrDefault(envelope.subject(), 0L) + 1;
        for (long missing = expected; missing < envelope.version() && missing < expected + 3; missing++) {
            findings.fails("Version " + missing + " of " + Shown.of(envelope.subject()) + " is missing: it was taken out.");
        }
        versions.put(envelope.subject(), envelope.version());
    }

    /** What the entries themselves say of keys and of payloads that are gone. */
    private void heard(Envelope envelope, byte @Nullable [] payload) {
        if (!HEARD.contains(envelope.type())) return;
        if (payload == null) {
            findings.fails("Entry " + envelope.index() + " is about a key or about a payload that is gone. Such an entry has no words,"
                    + " so nobody may withhold it; and yet it is withheld.");
            return;
        }
        try {
            Manifest.Reader event = new Manifest.Reader(Json.object(new String(payload, StandardCharsets.UTF_8)));
            switch (envelope.type()) {
                case WITNESS -> registered(VerifierKey.parse(event.text("key")), event.text("partner"), envelope.index());
                case WITHDRAWAL -> witnesses.computeIfPresent(VerifierKey.parse(event.text("key")), (key, witness) ->
                        new Signatures.Witness(witness.who(), envelope.index()));
                default -> disposals.add(event.text("entry"));
            }
        } catch (IllegalArgumentException e) {
            findings.note("Entry " + envelope.index() + " names a key or an entry that this verifier cannot read.");
        }
    }

    /** A key is registered once: who registers it again takes nothing over, and takes no withdrawal back. */
    private void registered(VerifierKey key, String partner, long index) {
        Signatures.Witness first = witnesses.putIfAbsent(key, new Signatures.Witness(Shown.of(partner) + " (key of entry " + index + ")", 0));
        if (first != null) findings.fails("Entry " + index + " registers a key again, that of " + first.who() + ": no key is registered twice.");
    }

    private void complete() {
        if (count != manifest.entries()) {
            findings.fails("The manifest says " + manifest.entries() + " entries; " + count + " are there: entries were taken out or put in.");
        }
        manifest.whole().forEach((subject, to) -> {
            long read = versions.getOrDefault(subject, 0L);
            if (read != to) findings.fails("The history of " + Shown.of(subject) + " ends with version " + read + ", not " + to
                    + " as the manifest says: entries were taken out or put in.");
        });
        disposed.forEach((id, index) -> {
            if (disposals.contains(id)) findings.note("The payload of entry " + index + " was disposed of, as an entry says.");
            else findings.fails("The payload of entry " + index + " is said to be disposed of; no entry of the pack says so.");
        });
        Frontier all = whole;
        if (all != null && all.size() == head.size() && count > 0) {
            findings.judge(all.root().equals(head.checkpoint().root()), "The pack holds every entry of the log: nothing was left out.",
                    "The entries together do not give the log's root.");
        }
    }

    Map<VerifierKey, Signatures.Witness> witnesses() {
        return witnesses;
    }
}
