package org.concordat.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of strings that stands in its canonical form (RFC 8785) without one escape or one byte beyond ASCII, which nearly
 * every envelope does: it is then read at once. What is not so may be right all the same, and is left to {@link Json}.
 */
final class Plain {

    /** Each as it begins a member, in the order of the canonical form. */
    private final String[] names;
    private final byte[][] begins;

    Plain(Collection<String> members) {
        names = members.stream().sorted().toArray(String[]::new);
        begins = Arrays.stream(names).map(name -> ("\"" + name + "\":\"").getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);
    }

    /** Its members; null where it is not so or has a member of another name. */
    @Nullable Map<String, Object> read(byte[] bytes) {
        Map<String, Object> members = new LinkedHashMap<>(2 * names.length);
        int at = 0;
        for (int name = 0; name < names.length; name++) {
            int from = at + 1 + begins[name].length;
            if (!begins(bytes, at + 1, begins[name])) continue;
            if (bytes[at] != (members.isEmpty() ? '{' : ',')) return null;
            int to = from;
            while (to < bytes.length && bytes[to] >= ' ' && Json.plain((char) bytes[to])) to++;
            if (to + 1 >= bytes.length || bytes[to] != '"') return null;
            members.put(names[name], new String(bytes, from, to - from, StandardCharsets.US_ASCII));
            at = to + 1;
        }
        return at == bytes.length - 1 && at > 0 && bytes[at] == '}' ? members : null;
    }

    private static boolean begins(byte[] bytes, int from, byte[] with) {
        int to = from + with.length;
        return to <= bytes.length && Arrays.equals(bytes, from, to, with, 0, with.length);
    }
}
