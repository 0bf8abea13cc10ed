package org.concordat.query.api;

import java.util.function.BooleanSupplier;

/**
 * An operation's text, looked at once before it is parsed: how much the parser and the checks after it would have to do. It follows
 * the lexical rules of GraphQL and no others; what is no GraphQL the parser says.
 *
 * @param tokens names, numbers, strings and signs
 * @param acts   whether an operation of the text is a mutation
 */
record TextScan(int tokens, boolean acts) {

    private static final int TOKENS = 15_000;
    private static final int NESTED = 60;
    private static final int FRAGMENTS = 50;
    private static final int OPERATIONS = 20;
    private static final int BLANK = 100_000;
    private static final int NUMBER = 40;
    private static final int NAME = 100;

    /** @throws ApiRefusal where the text is more than may be worked on */
    static TextScan of(String text) {
        Scanner scanner = new Scanner(text);
        while (scanner.next()) {}
        return new TextScan(scanner.tokens, scanner.acts);
    }

    private static final class Scanner {

        private final String text;
        private int at;
        private int tokens;
        private int blank;
        private int nested;
        private int fragments;
        private int operations;
        private boolean acts;
        /** Whether a definition begins here: what follows a selection's last bracket, and the first token. */
        private boolean fresh = true;

        Scanner(String text) {
            this.text = text;
        }

        boolean next() {
            skipped(() -> ignored(text.charAt(at)));
            if (at >= text.length()) return false;
            char c = text.charAt(at);
            if (c == '#') {
                skipped(() -> text.charAt(at) != '\n' && text.charAt(at) != '\r');
                return true;
            }
            most(++tokens, TOKENS, "The operation's text has more than " + TOKENS + " tokens; " + TOKENS + " are allowed.");
            if (c == '"') string();
            else if (letter(c)) name();
            else if (c == '-' || digit(c)) number();
            else sign(c);
            return true;
        }

        /** The parser keeps blanks and comments as tokens of their own. */
        private void skipped(BooleanSupplier more) {
            int begun = at;
            while (at < text.length() && more.getAsBoolean()) at++;
            blank += at - begun;
            if (blank > BLANK) throw ApiRefusal.tooMuch(ApiCode.TOO_LONG, "The text has more than " + BLANK + " blanks and characters of comments; "
                + BLANK + " are allowed.", blank, BLANK);
        }

        private static boolean ignored(char c) {
            return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == '\uFEFF';
        }

        private static boolean digit(char c) {
            return c >= '0' && c <= '9';
        }

        private static boolean letter(char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        }

        private void string() {
            boolean block = text.startsWith("\"\"\"", at);
            int end = block ? at + 3 : at + 1;
            for (; end < text.length(); end++) {
                char c = text.charAt(end);
                if (block && text.startsWith("\\\"\"\"", end)) end += 3;
                else if (!block && c == '\\') end++;
                else if (block && text.startsWith("\"\"\"", end)) {
                    at = end + 3;
                    return;
                } else if (!block && (c == '"' || c == '\n' || c == '\r')) {
                    at = end + 1;
                    return;
                }
            }
            at = text.length();
        }

        private void name() {
            int begun = at;
            while (at < text.length() && (letter(text.charAt(at)) || digit(text.charAt(at)))) at++;
            tooLong(at - begun, NAME, "name");
            if (!fresh || nested > 0) return;
            fresh = false;
            switch (text.substring(begun, at)) {
                case "fragment" -> most(++fragments, FRAGMENTS, "The text has more than " + FRAGMENTS + " fragments; " + FRAGMENTS + " are allowed.");
                case "mutation" -> {
                    acts = true;
                    operation();
                }
                default -> operation();
            }
        }

        private void number() {
            int begun = at++;
            while (at < text.length() && (digit(text.charAt(at)) || letter(text.charAt(at)) || ".+-".indexOf(text.charAt(at)) >= 0)) at++;
            tooLong(at - begun, NUMBER, "number");
        }

        private void sign(char c) {
            at += text.startsWith("...", at) ? 3 : 1;
            if (c == '{' || c == '[' || c == '(') {
                if (nested == 0 && fresh) {
                    fresh = false;
                    operation();
                }
                most(++nested, NESTED, "The text has more than " + NESTED + " brackets inside one another; " + NESTED + " are allowed.");
            } else if ((c == '}' || c == ']' || c == ')') && nested > 0) {
                nested--;
                if (nested == 0 && c == '}') fresh = true;
            }
        }

        private void operation() {
            most(++operations, OPERATIONS, "The text has more than " + OPERATIONS + " operations; " + OPERATIONS + " are allowed.");
        }

        private static void most(int actual, int allowed, String sentence) {
            if (actual > allowed) throw ApiRefusal.tooMuch(ApiCode.TOO_COSTLY, sentence, actual, allowed);
        }

        private static void tooLong(int actual, int allowed, String what) {
            if (actual <= allowed) return;
            throw ApiRefusal.tooMuch(ApiCode.TOO_LONG, "A " + what + " has " + actual + " characters; " + allowed + " are allowed.", actual, allowed);
        }
    }
}
