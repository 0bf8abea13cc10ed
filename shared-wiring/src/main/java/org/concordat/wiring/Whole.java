package org.concordat.wiring;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.api.Contract;
import org.jspecify.annotations.Nullable;

/** Jackson leaves null what is missing; whoever decides on an event or folds it relies on what the contract does not call nullable. */
public final class Whole {

    private static final Map<Class<?>, List<Method>> REQUIRED = Contract.EVENTS.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Whole::required));

    private Whole() {}

    /** Whether every component that may not be null is there. */
    public static boolean is(Object event) {
        return REQUIRED.getOrDefault(event.getClass(), List.of()).stream().allMatch(part -> {
            try {
                return part.invoke(event) != null;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's accessor only reads", e);
            }
        });
    }

    private static List<Method> required(Class<?> event) {
        return Stream.of(event.getRecordComponents())
                .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getAccessor).toList();
    }
}
