package org.concordat.api;

import java.util.Locale;

/**
 * Why a command was refused: a value, the same in one JVM and across two, never a fact in the history.
 * Its {@link #code()} is its record's name; its {@link #sentence()} is written for the person who reads it.
 */
public interface Rejection {

    /** How a client should take it: mend the input, look elsewhere, ask somebody else, or read again and retry. */
    enum Kind { INVALID, NOT_FOUND, NOT_AUTHORISED, CONFLICT, UNAVAILABLE }

    Kind kind();

    String sentence();

    default String code() {
        return codeOf(getClass());
    }

    static String codeOf(Class<?> rejection) {
        return rejection.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_").toUpperCase(Locale.ROOT);
    }
}
