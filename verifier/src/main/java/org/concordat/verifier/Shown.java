package org.concordat.verifier;

/** Somebody else's words on a terminal: short, and without anything that a terminal would obey. */
final class Shown {

    private static final int MOST = 200;

    private Shown() {}

    static String of(String words) {
        return words.codePointCount(0, words.length()) <= MOST ? whole(words)
                : whole(words.substring(0, words.offsetByCodePoints(0, MOST))) + "…";
    }

    /** As long as it is. */
    static String whole(String words) {
        StringBuilder out = new StringBuilder(words.length());
        words.codePoints().map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
