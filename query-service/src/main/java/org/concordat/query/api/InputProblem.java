package org.concordat.query.api;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.concordat.api.TimeZones;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What the reader could not take, said by field and in words: its own message would name classes. */
final class InputProblem {

    private InputProblem() {}

    static ApiRefusal of(JacksonException e, Map<String, @Nullable Object> input) {
        return ApiRefusal.badInput(path(e, input), problem(e));
    }

    /** The reader forgets the name of a variant ({@code post} in {@code lead.post.title}); the input still has it. */
    private static String path(JacksonException e, @Nullable Object input) {
        StringBuilder path = new StringBuilder("input");
        Object at = input;
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
                at = at instanceof List<?> many && step.getIndex() < many.size() ? many.get(step.getIndex()) : null;
                continue;
            }
            if (at instanceof Map<?, ?> map && map.size() == 1 && !map.containsKey(name)) {
                Map.Entry<?, ?> variant = map.entrySet().iterator().next();
                path.append('.').append(variant.getKey());
                at = variant.getValue();
            }
            path.append('.').append(name);
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return path.toString();
    }

    private static String problem(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "is not a field here";
            case InvalidNullException missing -> "is missing";
            case ValueInstantiationException refused -> ownWords(refused.getCause());
            case InvalidFormatException format when format.getTargetType() == ZoneId.class ->
                TimeZones.NEEDED;
            case InvalidFormatException format when format.getTargetType().isEnum() -> "is none of the possible values";
            case InvalidFormatException format when format.getTargetType() == BigDecimal.class ->
                "is not an exact amount in text, such as 12500.00";
            default -> "has no possible meaning";
        };
    }

    /** The contract's records refuse with an IllegalArgumentException in words for people. */
    private static String ownWords(@Nullable Throwable cause) {
        String words = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
        return words == null ? "has no possible meaning" : words;
    }
}
