package org.concordat.standalone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value in an operation's text, or among its variables. */
final class FuzzText {

    private FuzzText() {}

    static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case FuzzValues.Word word -> word.value();
            case String text -> Deployment.JSON.writeValueAsString(text);
            case List<?> many -> many.stream().map(FuzzText::literal).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> fields -> fields.entrySet().stream().map(f -> f.getKey() + ": " + literal(f.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    static @Nullable Object json(@Nullable Object value) {
        return switch (value) {
            case FuzzValues.Word word -> word.value();
            case List<?> many -> many.stream().map(FuzzText::json).toList();
            case Map<?, ?> fields -> {
                Map<String, @Nullable Object> json = new LinkedHashMap<>();
                fields.forEach((name, one) -> json.put(String.valueOf(name), json(one)));
                yield json;
            }
            case null, default -> value;
        };
    }
}
