package org.concordat.standalone.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.proof.VerifierKey;

/** The halves of keys that anybody may know. */
final class PublicKeys {

    private PublicKeys() {}

    /** Those in a file of keys that sign, whose every second line they are; none where it cannot be read. */
    static List<String> in(Path file) throws IOException {
        List<String> keys = new ArrayList<>();
        if (!Files.isReadable(file)) return keys;
        for (String line : Files.readAllLines(file)) parsed(line.strip()).map(VerifierKey::toString).ifPresent(keys::add);
        return keys;
    }

    static Optional<VerifierKey> parsed(String line) {
        try {
            return line.startsWith("PRIVATE") ? Optional.empty() : Optional.of(VerifierKey.parse(line));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
