package org.concordat.verifier;

import java.util.regex.Pattern;

/** Whole numbers as they stand in what is hashed: decimal, without sign or leading zero. */
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    private Numbers() {}

    static long of(String digits) {
        if (!NUMBER.matcher(digits).matches()) throw new IllegalArgumentException(Shown.of(digits) + " is no whole number");
        return Long.parseLong(digits);
    }

    static long positive(String digits) {
        long number = of(digits);
        if (number == 0) throw new IllegalArgumentException("counting begins with 1");
        return number;
    }
}
