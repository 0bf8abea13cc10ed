package org.concordat.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.concordat.proof.Merkle;
import org.concordat.proof.Note;
import org.concordat.proof.Sha256;
import org.concordat.proof.VerifierKey;

/** Judges a pack, the whole of it. */
final class PackCheck {

    private static final int NOTE = 1 << 20;
    private static final int FILE = 1 << 24;

    private final Archive archive;
    private final Findings findings;
    private final Manifest manifest;
    private final Head head;

    PackCheck(Archive archive, Findings findings) {
        this.archive = archive;
        this.findings = findings;
        manifest = Inputs.parsed(Archive.MANIFEST, () -> Manifest.parse(archive.bytes(Archive.MANIFEST, Manifest.LONGEST)));
        head = Inputs.head(Archive.CHECKPOINT, archive.bytes(Archive.CHECKPOINT, NOTE));
    }

    void run(Options options) {
        findings.note("The pack answers: " + manifest.question() + "; asked by " + Shown.of(manifest.by()) + " at "
                + Shown.of(manifest.at()) + ".");
        files();
        Map<Path, Head> held = new LinkedHashMap<>();
        options.paths("--held").forEach(file -> held.put(file, Inputs.head(file)));
        EntriesCheck entries = new EntriesCheck(manifest, head, findings,
                held.values().stream().map(Head::size).collect(Collectors.toSet()));
        entries.run(archive);
        List<VerifierKey> given = options.keys("--key", VerifierKey.Type.NOTE);
        if (given.isEmpty()) findings.note(Signatures.UNKNOWN);
        Map<VerifierKey, Signatures.Witness> witnesses = new LinkedHashMap<>(entries.witnesses());
        List<VerifierKey> wanted = options.keys("--witness", VerifierKey.Type.COSIGNATURE);
        wanted.forEach(key -> witnesses.putIfAbsent(key, new Signatures.Witness("the witness " + key.name(), 0)));
        heads(new Signatures(given.isEmpty() ? manifest.keys() : given, !given.isEmpty(), witnesses), wanted);
        held.forEach((file, old) -> held(file, old, entries));
        manifest.leftOut().forEach(sentence -> findings.note(Shown.of(sentence)));
    }

    /** Every file is the one listed, and none is there that is not listed. The entries are hashed as they are read. */
    private void files() {
        boolean all = true;
        for (String name : archive.names()) {
            if (name.equals(Archive.MANIFEST) || name.equals(Archive.SIGNATURE)) continue;
            Manifest.Listed listed = manifest.files().get(name);
            if (listed == null) {
                findings.fails("The pack holds " + name + ", which its manifest does not list: it was put in afterwards.");
                all = false;
            } else if (!name.equals(Archive.ENTRIES)) {
                byte[] bytes = archive.bytes(name, FILE);
                boolean same = bytes.length == listed.bytes() && Sha256.over(bytes).hex().equals(listed.sha256());
                if (!same) findings.fails(name + " is not the file that the manifest lists: it was changed.");
                all &= same;
            }
        }
        for (String name : manifest.files().keySet()) {
            if (archive.names().contains(name)) continue;
            findings.fails("The manifest lists " + Shown.of(name) + ", which the pack does not hold: it was taken out.");
            all = false;
        }
        if (all) findings.holds("Every file of the pack is the one that its manifest lists.");
    }

    private void heads(Signatures signatures, List<VerifierKey> wanted) {
        boolean same = head.checkpoint().origin().equals(manifest.origin()) && head.size() == manifest.size()
                && head.checkpoint().root().equals(manifest.root());
        if (!same) findings.fails("The checkpoint is of the log " + Shown.of(head.checkpoint().origin()) + " over " + head.size()
                + " entries; the pack was made at another: " + Shown.of(manifest.origin()) + " over " + manifest.size() + ".");
        signatures.signed("The checkpoint of " + Shown.of(manifest.origin()) + " over " + head.size() + " entries", head.note(), findings);
        manifestSigned(signatures);
        int vouched = signatures.cosigned(head, findings);
        for (String name : archive.names()) {
            Matcher earlier = Archive.EARLIER.matcher(name);
            if (earlier.matches()) vouched += earlier(name, signatures);
        }
        if (vouched == 0 && wanted.isEmpty()) findings.note("No partner's cosignature is in the pack: that the log was not"
                + " rewritten as a whole rests on checkpoints that you hold yourself (--held).");
        wanted.stream().filter(key -> !vouches(key, signatures)).forEach(key ->
                findings.fails("The witness " + key.name() + " vouches for no checkpoint of this pack."));
    }

    private boolean vouches(VerifierKey witness, Signatures signatures) {
        return archive.names().stream().filter(n -> n.equals(Archive.CHECKPOINT) || Archive.EARLIER.matcher(n).matches())
                .anyMatch(n -> signatures.vouches(witness, Inputs.head(n, archive.bytes(n, NOTE))));
    }

    private void manifestSigned(Signatures signatures) {
        Note note = Inputs.note(Archive.SIGNATURE, archive.bytes(Archive.SIGNATURE, NOTE));
        boolean about = note.text().equals(manifest.signed());
        findings.judge(about && signatures.signed(note), "The manifest is signed by the log's key: what it says is in the pack"
                + " is what the host put in.", "The manifest is not the one that the host signed: something was put in, taken"
                + " out or said otherwise afterwards.");
    }

    /** A head from before, which the pack's must continue. */
    private int earlier(String name, Signatures signatures) {
        Head old = Inputs.head(name, archive.bytes(name, NOTE));
        if (!name.endsWith("/" + old.size()) || !old.checkpoint().origin().equals(manifest.origin())) {
            findings.fails(name + " is of another log or size than its name says.");
            return 0;
        }
        if (!signatures.signed(old.note())) findings.note("The earlier checkpoint over " + old.size() + " entries is signed by none of"
                + " the keys judged by, as after a rotation; whether the log continues it is judged all the same.");
        continues(old, "the log", proof(old.size()));
        return signatures.cosigned(old, findings);
    }

    private List<Sha256> proof(long from) {
        String name = "checkpoints/" + from + ".consistency";
        return archive.names().contains(name) ? Inputs.hashes(name, archive.bytes(name, NOTE)) : List.of();
    }

    private void continues(Head old, String whose, List<Sha256> proof) {
        boolean contradicts = old.size() == head.size() && !old.checkpoint().root().equals(head.checkpoint().root());
        boolean holds = Merkle.consistent(old.size(), old.checkpoint().root(), head.size(), head.checkpoint().root(), proof);
        findings.judge(holds, "The pack's log begins with the " + old.size() + " entries of the checkpoint of " + whose
                + ", unchanged.", contradicts ? "FORK: two checkpoints over " + old.size() + " entries contradict each other:"
                + " the history was rewritten, or two were kept. Whoever holds both holds the evidence; keep them."
                : "It is not shown that the pack's log begins with the " + old.size() + " entries of the checkpoint of "
                + whose + ": the history was rewritten since, or the proof is missing or of other checkpoints.");
    }

    private void held(Path file, Head held, EntriesCheck entries) {
        String what = "The checkpoint that you hold (" + Shown.of(file.getFileName() + "") + ", " + held.size() + " entries)";
        boolean unproven = held.size() < head.size() && proof(held.size()).isEmpty();
        Sha256 root = entries.root(held.size());
        if (!held.checkpoint().origin().equals(manifest.origin())) {
            findings.fails(what + " is of another log, " + Shown.of(held.checkpoint().origin()) + ".");
        } else if (held.size() > head.size()) {
            findings.fails(what + " is larger than the pack's, " + head.size() + ": the pack is older than it, or the end of"
                    + " the log was cut off. Ask for a new pack; if it stays so, the log was truncated.");
        } else if (unproven && root != null) {
            findings.judge(held.checkpoint().root().equals(root), what + " is the head of the pack's own"
                    + " first entries, unchanged.", what + " is not the head of the pack's first entries: REWRITTEN since you took it.");
        } else if (unproven) {
            findings.fails(what + " is not compared: the pack holds no proof from it. Ask for the pack with held=" + held.size() + ".");
        } else {
            continues(held, "yours", proof(held.size()));
        }
    }

    /** The entries as lines, for reading; judged before. */
    static void list(Archive archive, java.io.PrintStream out) {
        try (InputStream in = archive.open(Archive.ENTRIES)) {
            Lines lines = new Lines(in);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                Evidence entry = Evidence.parse(line);
                out.println(entry.envelope().line());
                byte[] payload = entry.payload();
                out.println("    " + (payload == null ? entry.withheld() : Shown.whole(new String(payload, java.nio.charset.StandardCharsets.UTF_8))));
            }
        } catch (IOException e) {
            throw Archive.unreadable(Archive.ENTRIES, e);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Archive.ENTRIES + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
