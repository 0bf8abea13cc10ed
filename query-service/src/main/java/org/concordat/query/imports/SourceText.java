package org.concordat.query.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.reader.StreamReader;

/** The file's bytes as text: UTF-8 only, with or without a byte order mark. */
final class SourceText {

    static final int LARGEST = 10 * 1024 * 1024;

    static final Problem TOO_LARGE = Problem.ofFile(ProblemCode.TOO_LARGE, "The file is larger than 10 MB.",
        "A plan has at most 10 MB (10,485,760 bytes).");

    private static final String UTF8 = "Save the file as UTF-8.";

    private SourceText() {}

    /** Answers the text; where {@code problems} holds any afterwards it is of no use. */
    static String of(byte[] bytes, Problems problems) {
        if (bytes.length > LARGEST) {
            problems.add(TOO_LARGE);
            return "";
        }
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE) || starts(bytes, 0, 0, 0xFE, 0xFF)) {
            problems.add(Problem.ofFile(ProblemCode.NOT_UTF8, "The file is in UTF-16 or UTF-32, not in UTF-8.", UTF8));
            return "";
        }
        int from = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        String text = decoded(ByteBuffer.wrap(bytes, from, bytes.length - from), problems);
        if (problems.none()) controlCharacters(text, problems);
        if (problems.none() && text.isBlank()) {
            problems.add(Problem.ofFile(ProblemCode.EMPTY_FILE, "The file is empty.",
                "A plan in the format of docs/import-format.md."));
        }
        return text;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) return false;
        }
        return true;
    }

    private static String decoded(ByteBuffer bytes, Problems problems) {
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            Cursor end = new Cursor();
            text.codePoints().forEach(end::pass);
            problems.add(new Problem(end.line, end.column, "", ProblemCode.NOT_UTF8,
                "The bytes here are not UTF-8; the file may be in another encoding, such as Windows-1252.", UTF8));
        }
        return text;
    }

    private static void controlCharacters(String text, Problems problems) {
        Cursor at = new Cursor();
        text.codePoints().forEach(c -> {
            if (!StreamReader.isPrintable(c)) {
                problems.add(new Problem(at.line, at.column, "", ProblemCode.CONTROL_CHARACTER,
                    "There is a control character here (U+%04X).".formatted(c), "Take the character out."));
            }
            at.pass(c);
        });
    }

    private static final class Cursor {
        private int line = 1;
        private int column = 1;
        private boolean afterReturn;

        void pass(int c) {
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                return;
            }
            afterReturn = c == '\r';
            boolean ends = c == '\n' || c == '\r';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
    }
}
