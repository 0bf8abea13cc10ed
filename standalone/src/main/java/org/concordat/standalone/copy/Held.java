package org.concordat.standalone.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Note;
import org.concordat.proof.VerifierKey;
import org.jspecify.annotations.Nullable;

/** A checkpoint held elsewhere: whoever restores a copy need not believe the copy. */
public record Held(Path file, Note note, Checkpoint head) {

    public static Held in(Path file) {
        try {
            Note note = Note.parse(Files.readString(file).replace("\r\n", "\n").strip() + "\n");
            return new Held(file, note, Checkpoint.parse(note.text()));
        } catch (IOException e) {
            throw new CopyRefused("The checkpoint in " + file + " cannot be read: " + Said.by(e) + ".", e);
        } catch (IllegalArgumentException e) {
            throw new CopyRefused("The file " + file + " holds no checkpoint: " + e.getMessage() + ".", e);
        }
    }

    /**
     * What can be said before anything is restored.
     *
     * @param key the public key that somebody outside knows; null where the copy's own must do
     */
    void admits(Manifest copy, @Nullable String key) {
        if (!head.origin().equals(copy.origin())) throw new CopyRefused("This copy is of another record: it is of the log " + copy.origin()
                + ", and the checkpoint in " + file + " is of " + head.origin() + ".");
        if (!signed(key == null ? copy.keys() : List.of(key))) throw new CopyRefused("The checkpoint in " + file + " is not signed by "
                + (key != null ? key : copy.keys().isEmpty() ? "a key that is known: give the public key with --key=KEY" : "the copy's key "
                + String.join(" or ", copy.keys()) + ": where the key was changed since, give the public key with --key=KEY") + ".");
        long missing = head.size() - copy.entries();
        if (missing > 0) throw new CopyRefused("This copy is older than the checkpoint in " + file + ": the checkpoint is over "
                + Said.count(head.size(), "entry", "entries") + ", the copy holds " + copy.entries() + ", so " + Said.count(missing, "is", "are")
                + " missing. Restore a later copy. If there is none, restore this one without --checkpoint, and tell partners what is lost.");
    }

    private boolean signed(List<String> keys) {
        return keys.stream().map(key -> PublicKeys.parsed(key).orElseThrow(() -> new CopyRefused("--key=" + key
                + " is no public key of a ledger: it is name+id+base64."))).anyMatch(key -> signedBy(key));
    }

    private boolean signedBy(VerifierKey key) {
        return key.signed(note);
    }
}
