package org.concordat.query.ledger;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/** JSON Canonicalization Scheme (RFC 8785) for an object of strings, which is all an envelope is. */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** RFC 8785 3.2.3: members sorted by UTF-16 code units, which is how Java compares strings; 3.2.4: as UTF-8. */
    public static byte[] object(SortedMap<String, String> members) {
        StringBuilder out = new StringBuilder(512).append('{');
        members.forEach((name, value) -> {
            if (out.length() > 1) out.append(',');
            string(name, out);
            string(value, out.append(':'));
        });
        return out.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    static String string(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2);
        string(value, out);
        return out.toString();
    }

    /** RFC 8785 3.2.2.2: only what must be escaped is, and in the shortest form. */
    private static void string(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') out.append("\\u00").append(c < 16 ? '0' : '1').append(Character.forDigit(c & 15, 16));
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }
}
