package org.concordat.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Note;
import org.concordat.proof.Sha256;

/** Small files from whoever, read no further than they may be long. */
final class Inputs {

    private static final int LONGEST = 1 << 20;

    private Inputs() {}

    static byte[] bytes(Path file, int longest) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) throw new Unreadable(Shown.of(file.toString()) + " is longer than " + longest + " bytes.");
            return bytes;
        } catch (IOException e) {
            throw new Unreadable(Shown.of(file.toString()) + (Files.exists(file) ? " cannot be read." : " is not there."));
        }
    }

    static Head head(Path file) {
        return head(file.toString(), bytes(file, LONGEST));
    }

    static Head head(String name, byte[] bytes) {
        Note note = note(name, bytes);
        return parsed(name, () -> new Head(note, Checkpoint.parse(note.text())));
    }

    /** In the one form it can have: base64 of a signature has bits at its end that say nothing. */
    static Note note(String name, byte[] bytes) {
        return parsed(name, () -> {
            String text = Json.utf8(bytes);
            Note note = Note.parse(text);
            if (!note.toString().equals(text)) throw new IllegalArgumentException("it is not written as signed notes are");
            return note;
        });
    }

    /** Hashes a line each: in base64, as C2SP writes them, or in hex, as GraphQL does. */
    static List<Sha256> hashes(String name, byte[] bytes) {
        return parsed(name, () -> {
            List<Sha256> hashes = new ArrayList<>();
            for (String line : Json.utf8(bytes).lines().toList()) {
                hashes.add(line.length() == 2 * Sha256.BYTES ? Sha256.ofHex(line) : Sha256.ofBase64(line));
            }
            return hashes;
        });
    }

    static List<Sha256> hashes(Path file) {
        return hashes(file.toString(), bytes(file, LONGEST));
    }

    static <T> T parsed(Path file, Function<String, T> parse) {
        byte[] bytes = bytes(file, LONGEST);
        return parsed(file.toString(), () -> parse.apply(Json.utf8(bytes)));
    }

    static <T> T parsed(String name, java.util.function.Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Shown.of(name) + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
