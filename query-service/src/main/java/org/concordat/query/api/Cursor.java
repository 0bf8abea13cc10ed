package org.concordat.query.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list, opaque to clients: base64url of a kind and the key of the last thing seen, {@code e:17}.
 * Keys, not offsets: the place stays while others act.
 */
public record Cursor(char kind, String key) {

    public static Cursor of(char kind, long index) {
        return new Cursor(kind, Long.toString(index));
    }

    /** The key in a cursor of this kind that this API gave out; anything else is BAD_INPUT. */
    public static @Nullable String key(char kind, @Nullable String cursor) {
        if (cursor == null) return null;
        String text = decoded(cursor);
        if (text.length() < 3 || text.charAt(0) != kind || text.charAt(1) != ':') throw strange();
        return text.substring(2);
    }

    /** As {@link #key}, for lists in the order of the ledger: 0 where there is no cursor. */
    public static long index(char kind, @Nullable String cursor) {
        String key = key(kind, cursor);
        if (key == null) return 0;
        if (!key.matches("[1-9][0-9]{0,17}")) throw strange();
        return Long.parseLong(key);
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw strange();
        }
    }

    public static ApiRefusal strange() {
        return ApiRefusal.badInput("after: is not a cursor of this list; send one that this list gave you.");
    }

    @Override public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((kind + ":" + key).getBytes(UTF_8));
    }
}
