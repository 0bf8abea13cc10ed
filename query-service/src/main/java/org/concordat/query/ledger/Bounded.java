package org.concordat.query.ledger;

import java.nio.charset.StandardCharsets;
import org.concordat.proof.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Nothing may stop the ledger, so a value that is too long for an envelope, or cannot be written down at all,
 * is stood in for by its hash: {@code sha256:} and 64 hex digits. No value of an event of ours comes near.
 */
final class Bounded {

    /** Ten members of this size, the names and the members of fixed size fit into 16 KB. */
    static final int LONGEST = 1024;
    /** No character is written in more than the six bytes of an escape. */
    private static final int SURELY_SHORT = (LONGEST - 2) / 6;

    private Bounded() {}

    static String text(String value) {
        return writable(value) && (value.length() <= SURELY_SHORT || written(value) <= LONGEST)
                ? value
                : "sha256:" + Sha256.over(value.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static int written(String value) {
        return CanonicalJson.string(value).getBytes(StandardCharsets.UTF_8).length;
    }

    static @Nullable String textOrNull(@Nullable Object value) {
        return value instanceof String text ? text(text) : null;
    }

    /** RFC 8785 3.2.2.2 refuses half a surrogate pair, and PostgreSQL keeps no U+0000. */
    private static boolean writable(String value) {
        return value.codePoints()
                .noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
