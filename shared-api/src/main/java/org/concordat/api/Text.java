package org.concordat.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Words a person wrote: 1 to 10,000 characters, not blank, no control characters but line feed and tab.
 * Markup is kept as the characters it is and never executed. Never a person's name, never anything about a client of the hub.
 */
public record Text(@JsonValue String value) {

    public static final int LONGEST = 10_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Text {
        if (value.isBlank()) throw new IllegalArgumentException("must not be blank");
        if (value.length() > LONGEST) throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
        if (value.codePoints().anyMatch(Text::unprintable)) {
            throw new IllegalArgumentException("holds a control character or half a character");
        }
    }

    private static boolean unprintable(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t' || Character.getType(c) == Character.SURROGATE;
    }

    @Override public String toString() {
        return value;
    }
}
