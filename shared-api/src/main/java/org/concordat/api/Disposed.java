package org.concordat.api;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.api.planitem.Lead;
import org.jspecify.annotations.Nullable;

/** What remains of an event once its words are disposed of: the same record with the same ids, days and amounts. */
public final class Disposed {

    /** What stands where words stood. */
    public static final Text WORDS = new Text("(disposed of)");

    private Disposed() {}

    /** The same event without its words; a lead keeps its own, because parts are told apart by them. */
    public static Object of(Object event) {
        return switch (event) {
            case Text _ -> WORDS;
            case Lead lead -> lead;
            case Record record -> rebuilt(record);
            case List<?> list -> list.stream().map(Disposed::of).toList();
            default -> event;
        };
    }

    /** Why the payload stays, in words that go on from the entry's id; null where it may go. */
    public static @Nullable String stays(Object event) {
        if (!event.getClass().isAnnotationPresent(Disposable.class)) {
            return "holds no words that may go: rules read them, things are known by them, or partners agreed them";
        }
        return of(event).equals(event) ? "holds no words" : null;
    }

    private static Object rebuilt(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        try {
            List<@Nullable Object> values = new ArrayList<>();
            for (RecordComponent component : components) {
                Object value = component.getAccessor().invoke(record);
                values.add(value == null ? null : of(value));
            }
            Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return record.getClass().getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record is made again of its own parts", e);
        }
    }
}
