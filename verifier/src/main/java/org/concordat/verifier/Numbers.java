package org.concordat.verifier;

/** Whole numbers as they stand in what is hashed: decimal, without sign or leading zero. */
final class Numbers {

    private static final int MOST_DIGITS = 18;

    private Numbers() {}

    static long of(String digits) {
        boolean number = !digits.isEmpty() && digits.length() <= MOST_DIGITS && (digits.length() == 1 || digits.charAt(0) != '0');
        for (int i = 0; number && i < digits.length(); i++) number = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
        if (!number) throw new IllegalArgumentException(Shown.of(digits) + " is no whole number");
        return Long.parseLong(digits);
    }

    static long positive(String digits) {
        long number = of(digits);
        if (number == 0) throw new IllegalArgumentException("counting begins with 1");
        return number;
    }
}
