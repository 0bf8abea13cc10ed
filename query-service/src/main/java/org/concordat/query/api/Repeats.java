package org.concordat.query.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.concordat.api.Rejection;
import org.concordat.query.identity.Excerpt;
import org.jspecify.annotations.Nullable;

/** A refusal's words and details repeat what was sent: an excerpt of each thing, however long it was. */
final class Repeats {

    /** Things of one list. */
    private static final int MOST = 100;

    private Repeats() {}

    /** The rejection's sentence, each of its fields cut in it. */
    static String in(Rejection rejection) {
        String sentence = rejection.sentence();
        for (Object value : fields(rejection).values()) {
            for (Object one : value instanceof List<?> many ? many : List.of(String.valueOf(value))) {
                String sent = String.valueOf(one);
                if (sent.length() > Excerpt.LONGEST) sentence = sentence.replace(sent, Excerpt.of(sent));
            }
        }
        return sentence;
    }

    static Map<String, @Nullable Object> in(Map<String, ? extends @Nullable Object> details) {
        Map<String, @Nullable Object> cut = new LinkedHashMap<>();
        details.forEach((name, value) -> cut.put(name, cut(value)));
        return cut;
    }

    private static @Nullable Object cut(@Nullable Object value) {
        return switch (value) {
            case String text -> Excerpt.of(text);
            case List<?> many -> many.stream().limit(MOST).map(Repeats::cut).toList();
            case null, default -> value;
        };
    }

    /** As JSON has them. */
    static Map<String, @Nullable Object> fields(Rejection rejection) {
        RecordComponent[] components = rejection.getClass().getRecordComponents();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Stream.of(components == null ? new RecordComponent[0] : components)
            .forEach(component -> fields.put(component.getName(), plain(value(rejection, component))));
        return fields;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Integer number -> number;
            case Iterable<?> many -> StreamSupport.stream(many.spliterator(), false).map(Repeats::plain).toList();
            default -> value.toString();
        };
    }

    private static @Nullable Object value(Rejection rejection, RecordComponent component) {
        try {
            return component.getAccessor().invoke(rejection);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record's component can always be read", e);
        }
    }
}
