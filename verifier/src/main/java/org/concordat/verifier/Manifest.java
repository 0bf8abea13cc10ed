package org.concordat.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.proof.Sha256;
import org.concordat.proof.VerifierKey;

/**
 * What a pack says of itself; nothing of it is believed before it is compared.
 *
 * @param bytes    as they are signed
 * @param keys     the log's keys, as the pack names them
 * @param whole    of which things every entry until that version is said to be in it
 * @param leftOut  sentences for the reader
 */
record Manifest(byte[] bytes, String origin, long size, Sha256 root, String partnership, Map<String, Object> asked, String by,
                String at, List<VerifierKey> keys, long entries, Map<String, Long> whole, List<String> leftOut,
                Map<String, Listed> files) {

    /** A file of the pack. */
    record Listed(long bytes, String sha256) {}

    static final int LONGEST = 1 << 26;

    /** @throws IllegalArgumentException with the reason, where it is no manifest of a pack */
    static Manifest parse(byte[] bytes) {
        Reader all = new Reader(Json.object(Json.utf8(bytes)));
        if (!all.text("format").equals("1")) throw new IllegalArgumentException("it is of another version of the format");
        Map<String, Listed> files = new LinkedHashMap<>();
        for (Reader file : all.objects("files")) {
            boolean twice = files.put(file.text("name"), new Listed(Numbers.of(file.text("bytes")), file.text("sha256"))) != null;
            if (twice) throw new IllegalArgumentException("it lists " + Shown.of(file.text("name")) + " twice");
        }
        Map<String, Long> whole = new LinkedHashMap<>();
        for (Reader thing : all.objects("whole")) whole.put(thing.text("subject"), Numbers.positive(thing.text("to")));
        Reader asked = new Reader(all.map("asked"));
        return new Manifest(bytes, all.text("origin"), Numbers.of(all.text("size")), Sha256.ofBase64(all.text("root")),
                asked.text("partnership"), asked.members(), all.text("by"), all.text("at"),
                all.texts("keys").stream().map(VerifierKey::parse).toList(), Numbers.of(all.text("entries")), whole,
                all.texts("leftOut"), files);
    }

    /** What the log's key signs: it can be taken for no checkpoint, whose second line is a number. */
    String signed() {
        return origin + "\nconcordat evidence pack\n" + Sha256.over(bytes).hex() + "\n";
    }

    /** What was asked, in words. */
    String question() {
        List<String> words = new ArrayList<>();
        asked.forEach((name, value) -> words.add(Shown.of(name + " " + value)));
        return String.join(", ", words);
    }

    record Reader(Map<String, Object> members) {

        String text(String name) {
            if (members.get(name) instanceof String value) return value;
            throw new IllegalArgumentException("it has no " + name + " that is a string");
        }

        Map<String, Object> map(String name) {
            return map(members.get(name), name);
        }

        List<String> texts(String name) {
            return list(name).stream().map(String.class::cast).toList();
        }

        List<Reader> objects(String name) {
            return list(name).stream().map(value -> new Reader(map(value, name))).toList();
        }

        private List<?> list(String name) {
            boolean texts = name.equals("keys") || name.equals("leftOut");
            if (members.get(name) instanceof List<?> list && (!texts || list.stream().allMatch(String.class::isInstance))) return list;
            throw new IllegalArgumentException("it has no list " + name);
        }

        @SuppressWarnings("unchecked") private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value, String name) {
            if (value instanceof Map<?, ?> map) return (Map<String, Object>) map;
            throw new IllegalArgumentException("it has no object in " + name);
        }
    }
}
