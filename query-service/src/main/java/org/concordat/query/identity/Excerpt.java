package org.concordat.query.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer repeats of what was sent: at most 100 characters of it, wherever the answer says it. */
public final class Excerpt {

    public static final int LONGEST = 100;
    /** A sentence of ours that lists things is shorter; what is longer repeats many things that were sent. */
    private static final int LONGEST_SENTENCE = 1_000;
    private static final String CUT = "…";
    private static final Pattern WORD = Pattern.compile("\\S{" + (LONGEST + 1) + ",}");
    private static final Pattern QUOTED = Pattern.compile("'([^']{" + (LONGEST + 1) + ",})'");

    private Excerpt() {}

    /** One thing that was sent. */
    public static String of(String sent) {
        return cut(sent, LONGEST);
    }

    /** A sentence that may repeat things that were sent: long words and long quotations are cut. */
    public static String in(String sentence) {
        if (sentence.length() <= LONGEST) return sentence;
        String quoted = QUOTED.matcher(sentence).replaceAll(m -> Matcher.quoteReplacement("'" + of(m.group(1)) + "'"));
        String words = WORD.matcher(quoted).replaceAll(m -> Matcher.quoteReplacement(of(m.group())));
        return cut(words, LONGEST_SENTENCE);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) return text;
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + CUT;
    }
}
