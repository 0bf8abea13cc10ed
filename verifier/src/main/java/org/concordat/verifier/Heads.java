package org.concordat.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.concordat.proof.Merkle;
import org.concordat.proof.Note;
import org.concordat.proof.Sha256;
import org.concordat.proof.SignerKey;
import org.concordat.proof.VerifierKey;

/** What is done with checkpoints alone. */
final class Heads {

    private Heads() {}

    static void compare(Options options, Findings findings) {
        options.words(2, 3, "compare CHECKPOINT CHECKPOINT [CONSISTENCY] [--key VKEY]");
        Head one = Inputs.head(options.path(0));
        Head other = Inputs.head(options.path(1));
        Head old = one.size() <= other.size() ? one : other;
        Head young = old == one ? other : one;
        List<VerifierKey> keys = options.keys("--key", VerifierKey.Type.NOTE);
        if (keys.isEmpty()) findings.note("The log's key was not given (--key): who signed them was not judged.");
        Signatures signatures = new Signatures(keys, true, Map.of());
        if (!keys.isEmpty()) List.of(one, other).forEach(head -> signatures.signed(capital(head), head.note(), findings));
        if (!old.checkpoint().origin().equals(young.checkpoint().origin())) {
            findings.fails("They are of different logs: " + Shown.of(old.checkpoint().origin()) + " and "
                    + Shown.of(young.checkpoint().origin()) + ".");
            return;
        }
        boolean proof = options.words().size() == 3;
        if (!proof && old.size() > 0 && old.size() < young.size()) {
            throw new Unreadable("A proof is needed that " + young.size() + " entries begin with " + old.size() + ": give it as the third.");
        }
        judge(old, young, proof ? Inputs.hashes(options.path(2)) : List.of(), findings);
    }

    private static void judge(Head old, Head young, List<Sha256> proof, Findings findings) {
        boolean contradict = old.size() == young.size() && !old.checkpoint().root().equals(young.checkpoint().root());
        findings.judge(consistent(old, young, proof), capital(young) + " begins with " + old + ", unchanged.", contradict
                ? "FORK: two checkpoints over " + old.size() + " entries have different roots. Where both are signed, the log has shown"
                + " two histories; keep both, they are the evidence."
                : "It is not shown that " + young + " begins with " + old + ": REWRITTEN between them, or the proof is of others.");
    }

    private static boolean consistent(Head old, Head young, List<Sha256> proof) {
        boolean same = old.size() == young.size() || old.size() == 0;
        return Merkle.consistent(old.size(), old.checkpoint().root(), young.size(), young.checkpoint().root(), same ? List.of() : proof);
    }

    private static String capital(Head head) {
        String words = head.toString();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static void keygen(Options options, PrintStream out) {
        options.words(2, 2, "keygen NAME FILE");
        Path file = options.path(1);
        SignerKey key = Inputs.parsed("The name", () -> SignerKey.generate(options.words().get(0), VerifierKey.Type.COSIGNATURE));
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, key.secret());
        } catch (UnsupportedOperationException | IOException e) {
            throw new Unreadable(Shown.of(file.toString()) + (Files.exists(file) ? " is there already; nothing was overwritten."
                    : " cannot be written for its owner alone."));
        }
        out.println(key.verifier());
    }

    /** The checkpoint with this witness's line goes out; the findings go elsewhere. */
    static void cosign(Options options, Findings findings, PrintStream out, Clock clock) {
        options.words(1, 2, "cosign CHECKPOINT [CONSISTENCY] --key VKEY --secret FILE --held FILE [--first]");
        List<VerifierKey> keys = options.keys("--key", VerifierKey.Type.NOTE);
        if (keys.isEmpty()) throw new Unreadable("The log's key is needed (--key): a witness does not vouch for a stranger.");
        Path kept = options.only("--held");
        SignerKey secret = Inputs.parsed(options.only("--secret"), SignerKey::parse);
        if (secret.verifier().type() != VerifierKey.Type.COSIGNATURE) throw new Unreadable("The secret is no cosigning key.");
        Head young = Inputs.head(options.path(0));
        new Signatures(keys, true, Map.of()).signed(capital(young), young.note(), findings);
        if (Files.exists(kept)) {
            follows(Inputs.head(kept), young, options, findings);
        } else if (options.has("--first")) {
            findings.note("The first checkpoint: there is none before to compare it with.");
        } else {
            throw new Unreadable(Shown.of(kept.toString()) + " is not there. Where this is the first checkpoint ever, say --first.");
        }
        if (findings.failed() > 0) return;
        Note signed = young.note().with(List.of(secret.cosign(young.note().text(), clock.instant())));
        keep(kept, young.note());
        out.print(signed);
    }

    private static void follows(Head old, Head young, Options options, Findings findings) {
        if (!old.checkpoint().origin().equals(young.checkpoint().origin())) {
            findings.fails("The checkpoint is of another log than the one held, " + Shown.of(old.checkpoint().origin()) + ".");
        } else if (old.size() > young.size()) {
            findings.fails("The checkpoint is over fewer entries than the one held, " + old.size() + ": TRUNCATED, or an old one.");
        } else {
            judge(old, young, options.words().size() == 2 ? Inputs.hashes(options.path(1)) : List.of(), findings);
        }
    }

    /** Before the line is given away: else a crash between would let this witness vouch for two histories. */
    private static void keep(Path kept, Note note) {
        Path beside = kept.resolveSibling(kept.getFileName() + ".new");
        try {
            Files.write(beside, note.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
            Files.move(beside, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Unreadable(Shown.of(kept.toString()) + " cannot be written; nothing was signed.");
        }
    }
}
