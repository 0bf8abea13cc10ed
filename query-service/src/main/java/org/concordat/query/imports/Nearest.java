package org.concordat.query.imports;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Guesses which of the known words was meant. */
final class Nearest {

    private Nearest() {}

    /** "Did you mean …? " where a word is near, then what is allowed. */
    static String hint(String written, Collection<String> known) {
        String allowed = known.isEmpty() ? "None is known in this file."
            : "One of: " + known.stream().limit(60).collect(Collectors.joining(", ")) + ".";
        String word = plain(written);
        return word.length() > 100 ? allowed : known.stream()
            .min(Comparator.comparingInt(k -> distance(word, plain(k))))
            .filter(k -> distance(word, plain(k)) <= Math.max(1, (word.length() + 1) / 3))
            .map(k -> "Did you mean " + k + "? " + allowed).orElse(allowed);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) above[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
