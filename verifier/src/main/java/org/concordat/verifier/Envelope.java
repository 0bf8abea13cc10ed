package org.concordat.verifier;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.proof.Sha256;

/** An entry's envelope, in the one form it can have (docs/ledger-format.md). */
record Envelope(Map<String, Object> members) {

    private static final Set<String> ALWAYS = Set.of("v", "index", "event", "type", "subject", "version", "partnership",
            "recordedAt", "effectiveOn", "payloadHash");
    private static final Set<String> IF_ANY = Set.of("revision", "person", "partner", "appointment", "recordedFor",
            "command", "authority", "unsalted");
    private static final Plain PLAIN = new Plain(Stream.concat(ALWAYS.stream(), IF_ANY.stream()).toList());
    private static final int LONGEST = 16_384;

    /** @throws IllegalArgumentException with the reason, where it is no envelope or not in canonical form */
    static Envelope parse(byte[] bytes) {
        if (bytes.length > LONGEST) throw new IllegalArgumentException("it is longer than " + LONGEST + " bytes");
        Map<String, Object> plain = PLAIN.read(bytes);
        Map<String, Object> members = plain == null ? read(bytes) : plain;
        Envelope envelope = new Envelope(members);
        int always = 0;
        for (String name : members.keySet()) {
            if (ALWAYS.contains(name)) always++;
            else if (!IF_ANY.contains(name)) throw new IllegalArgumentException("it has no member " + Shown.of(name));
        }
        if (always < ALWAYS.size()) throw new IllegalArgumentException("a member is missing");
        if (!envelope.text("v").equals("1")) throw new IllegalArgumentException("it is of another version of the format");
        if (!isHash(envelope.text("payloadHash"))) throw new IllegalArgumentException("its payloadHash is no hash");
        envelope.index();
        envelope.version();
        return envelope;
    }

    /** Whatever its letters are. */
    static Map<String, Object> read(byte[] bytes) {
        String text = Json.utf8(bytes);
        Map<String, Object> members = Json.object(text);
        if (!text.equals(canonical(members))) throw new IllegalArgumentException("it is not in canonical form (RFC 8785)");
        return members;
    }

    /** RFC 8785 for an object of strings; what is none gives a text that it cannot have been read from. */
    private static String canonical(Map<String, Object> members) {
        StringBuilder out = new StringBuilder(512).append('{');
        String before = "";
        for (Map.Entry<String, Object> member : members.entrySet()) {
            if (member.getKey().compareTo(before) <= 0 || !(member.getValue() instanceof String value)) return "";
            out.append(out.length() == 1 ? "" : ",");
            string(member.getKey(), out);
            string(value, out.append(':'));
            before = member.getKey();
        }
        return out.append('}').toString();
    }

    private static boolean isHash(String hex) {
        if (hex.length() != 2 * Sha256.BYTES) return false;
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) return false;
        }
        return true;
    }

    private static void string(String value, StringBuilder out) {
        // Nearly every value is plain, and is then copied at once.
        int plain = 0;
        while (plain < value.length() && Json.plain(value.charAt(plain))) plain++;
        out.append('"').append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            char c = value.charAt(i);
            int which = "\"\\\b\t\n\f\r".indexOf(c);
            if (which >= 0) out.append('\\').append("\"\\btnfr".charAt(which));
            else if (c < ' ') out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        out.append('"');
    }

    String text(String name) {
        return members.get(name) instanceof String value ? value : "";
    }

    long index() {
        return Numbers.positive(text("index"));
    }

    long version() {
        return Numbers.positive(text("version"));
    }

    String subject() {
        return text("subject");
    }

    String type() {
        return text("type");
    }

    /** As the record names an entry. */
    String id() {
        return "entry-" + subject() + "@" + version();
    }

    boolean unsalted() {
        return text("unsalted").equals("true");
    }

    /** The person who said it, for whom, of what, as a line. */
    String line() {
        String by = text("person").isEmpty() ? "" : " by " + text("person");
        String of = text("partner").isEmpty() ? "" : " for " + text("partner");
        return Shown.of(index() + "  " + text("recordedAt") + "  " + text("effectiveOn") + "  " + type() + "  " + subject() + "@"
                + version() + by + of);
    }
}
