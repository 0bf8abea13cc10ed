package org.concordat.query.api;

import java.time.ZoneId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What the reader could not take, said by field and in words: its own message would name classes. */
final class InputProblem {

    private InputProblem() {}

    static ApiRefusal of(JacksonException e) {
        return ApiRefusal.badInput(path(e), problem(e));
    }

    private static String path(JacksonException e) {
        return "input" + e.getPath().stream()
            .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
            .collect(Collectors.joining());
    }

    private static String problem(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "is not a field here";
            case InvalidNullException missing -> "is missing";
            case ValueInstantiationException refused -> ownWords(refused.getCause());
            case InvalidFormatException format when format.getTargetType() == ZoneId.class ->
                "is not the name of a time zone, such as Europe/London";
            case InvalidFormatException format when format.getTargetType().isEnum() -> "is none of the possible values";
            default -> "has no possible meaning";
        };
    }

    /** The contract's records refuse with an IllegalArgumentException in words for people. */
    private static String ownWords(@Nullable Throwable cause) {
        String words = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
        return words == null ? "has no possible meaning" : words;
    }
}
