package org.concordat.proof;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A signed note (C2SP signed-note).
 *
 * @param text what is signed, with its last line end
 */
public record Note(String text, List<Line> signatures) {

    private static final String BEGINS = "\u2014 ";
    private static final int MOST = 100;

    /**
     * One signature.
     *
     * @param name  the key's name
     * @param bytes the key's id (4 bytes), then what it says
     */
    public record Line(String name, byte[] bytes) {

        public Line {
            if (!isName(name)) throw new IllegalArgumentException("a key's name is not empty, without white space or +");
            if (bytes.length <= Integer.BYTES) throw new IllegalArgumentException("a signature is longer than its key's id");
            bytes = bytes.clone();
        }

        @Override public byte[] bytes() {
            return bytes.clone();
        }

        /** As it stands in a note, without a line end. */
        @Override public String toString() {
            return BEGINS + name + " " + Base64.getEncoder().encodeToString(bytes);
        }
    }

    public Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) throw new IllegalArgumentException("a note's text ends with a line end");
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || c <= ' ' || Character.isWhitespace(c)
                || Character.isSpaceChar(c));
    }

    /** @throws IllegalArgumentException with the reason, where it is no signed note */
    public static Note parse(String note) {
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) throw new IllegalArgumentException("a note holds no control characters");
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) throw new IllegalArgumentException("a note is a text, an empty line and signatures");
        List<Line> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2).split("\n")) signatures.add(line(line));
        if (signatures.size() > MOST) throw new IllegalArgumentException("a note has at most " + MOST + " signatures");
        return new Note(note.substring(0, end + 1), signatures);
    }

    private static Line line(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(BEGINS) || space < BEGINS.length()) {
            throw new IllegalArgumentException("a signature line is a dash, a name and base64");
        }
        return new Line(line.substring(BEGINS.length(), space), Base64.getDecoder().decode(line.substring(space + 1)));
    }

    /** The same text, signed by others too. */
    public Note with(List<Line> more) {
        return new Note(text, Stream.concat(signatures.stream(), more.stream()).toList());
    }

    @Override public String toString() {
        return text + "\n" + signatures.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
