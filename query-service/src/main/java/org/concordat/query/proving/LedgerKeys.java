package org.concordat.query.proving;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.concordat.proof.Note;
import org.concordat.proof.SignerKey;
import org.concordat.proof.VerifierKey;

/** The keys in the key file, the current one first: every one of them signs, so that who knows an older one can go on. */
record LedgerKeys(List<SignerKey> all) {

    static final LedgerKeys NONE = new LedgerKeys(List.of());
    /** A line that a new key takes the place of, at the top for rotation. */
    private static final String NEW = "new";

    /** @param signedBefore whether this record was ever signed: then a missing file is a lost key, and none is made in silence */
    static LedgerKeys in(Path file, String origin, boolean signedBefore) {
        try {
            if (!Files.exists(file)) {
                if (signedBefore) throw new KeyUnusable("The ledger's key file " + file.toAbsolutePath() + " is gone, though checkpoints"
                        + " were signed: put it back, or make a file with the one line \"new\" and tell partners the new key.");
                Files.createDirectories(file.toAbsolutePath().getParent());
                return made(file, origin);
            }
            List<String> lines = Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
            LedgerKeys keys = new LedgerKeys(keys(lines, origin));
            return lines.contains(NEW) ? kept(file, keys.all) : keys;
        } catch (IOException e) {
            throw new KeyUnusable("The ledger's key file " + file.toAbsolutePath() + " cannot be used: " + e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            throw new KeyUnusable("The ledger's key file " + file.toAbsolutePath() + " holds no key: " + e.getMessage() + ".");
        }
    }

    private static List<SignerKey> keys(List<String> lines, String origin) {
        List<SignerKey> keys = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean made = lines.get(i).equals(NEW);
            keys.add(made ? SignerKey.generate(origin, VerifierKey.Type.NOTE)
                    : SignerKey.parse(lines.get(i) + "\n" + (i + 1 < lines.size() ? lines.get(i + 1) : "")));
            if (!made) i++;
        }
        if (keys.isEmpty()) throw new IllegalArgumentException("it is empty");
        if (keys.stream().anyMatch(key -> key.verifier().type() != VerifierKey.Type.NOTE)) {
            throw new IllegalArgumentException("a cosigner's key signs no checkpoints");
        }
        return List.copyOf(keys);
    }

    /** Where several processes start at once, the one whose file is there first has made the key, and the others read it. */
    private static LedgerKeys made(Path file, String origin) throws IOException {
        Path target = file.toAbsolutePath();
        LedgerKeys own = new LedgerKeys(List.of(SignerKey.generate(origin, VerifierKey.Type.NOTE)));
        Path beside = own.written(target);
        try {
            Files.createLink(target, beside);
            return own;
        } catch (FileAlreadyExistsException first) {
            return in(file, origin, true);
        } finally {
            Files.delete(beside);
        }
    }

    /** Written beside and moved, so that a kill leaves the old file or the new one; nobody else may read it. */
    private static LedgerKeys kept(Path file, List<SignerKey> keys) throws IOException {
        LedgerKeys now = new LedgerKeys(keys);
        Path target = file.toAbsolutePath();
        Files.move(now.written(target), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return now;
    }

    private Path written(Path target) throws IOException {
        Path beside = Files.createTempFile(target.getParent(), "ledger", ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, all.stream().map(SignerKey::secret).collect(Collectors.joining()));
        return beside;
    }

    List<VerifierKey> verifiers() {
        return all.stream().map(SignerKey::verifier).toList();
    }

    Note sign(String text) {
        return new Note(text, all.stream().map(key -> key.sign(text)).toList());
    }

    /** Whether each of them has signed it. */
    boolean signed(Note note) {
        return all.stream().allMatch(key -> key.verifier().signed(note));
    }

    @Override public String toString() {
        return verifiers().toString();
    }
}
