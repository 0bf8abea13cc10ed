package org.concordat.wiring.memory;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** About how many bytes a value made of records, words and collections takes in memory. */
public final class Weight {

    private static final int OBJECT = 24;
    private static final int REFERENCE = 8;
    private static final int MAP_ENTRY = 48;
    private static final int STRING = 40;

    private static final ClassValue<Method[]> PARTS = new ClassValue<>() {
        @Override protected Method[] computeValue(Class<?> type) {
            Method[] parts = Stream.of(type.getRecordComponents()).map(RecordComponent::getAccessor).toArray(Method[]::new);
            AccessibleObject.setAccessible(parts, true);
            return parts;
        }
    };

    private Weight() {}

    public static long of(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String words -> words(words);
            case Enum<?> _, Class<?> _, Boolean _ -> 0;
            case Record whole -> whole(whole);
            case byte[] bytes -> OBJECT + bytes.length;
            case Optional<?> perhaps -> OBJECT + of(perhaps.orElse(null));
            case Map<?, ?> map -> map.entrySet().stream().mapToLong(e -> MAP_ENTRY + of(e.getKey()) + of(e.getValue())).sum() + 2 * OBJECT;
            case Collection<?> many -> many.stream().mapToLong(one -> REFERENCE + of(one)).sum() + 2 * OBJECT;
            default -> OBJECT;
        };
    }

    /** A byte a character, or two where any of them is beyond Latin-1. */
    private static long words(String words) {
        for (int i = 0; i < words.length(); i++) if (words.charAt(i) > 0xFF) return STRING + 2L * words.length();
        return STRING + words.length();
    }

    private static long whole(Record whole) {
        long weight = OBJECT;
        try {
            for (Method part : PARTS.get(whole.getClass())) weight += REFERENCE + of(part.invoke(whole));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's component can always be read", e);
        }
        return weight;
    }
}
