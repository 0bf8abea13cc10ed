package org.concordat.query.ledger;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.concordat.api.Contract;
import org.jspecify.annotations.Nullable;

/** From stored bytes back to the event, where this version knows it. */
final class Decoding {

    private static final Map<String, Class<?>> KNOWN = Contract.EVENTS.stream()
            .collect(Collectors.toUnmodifiableMap(Contract::nameOf, Function.identity()));

    private static final Map<Class<?>, List<Method>> REQUIRED = Contract.EVENTS.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Decoding::required));

    private final Serializer events;

    Decoding(Serializer events) {
        this.events = events;
    }

    /** The logical names of the events this version knows. */
    static Set<String> known() {
        return KNOWN.keySet();
    }

    /** As {@link #event(String, String, byte[])}, of an event as the store gives it. */
    @Nullable Object event(EventMessage<?> message) {
        SerializedObject<byte[]> stored = message.serializePayload(events, byte[].class);
        return event(stored.getType().getName(), stored.getType().getRevision(), stored.getData());
    }

    /** Null for a type this version does not know, and for bytes that do not hold all that their type says. */
    @Nullable Object event(String type, @Nullable String revision, byte[] payload) {
        Class<?> expected = KNOWN.get(type);
        if (expected == null) return null;
        try {
            Object event = events.deserialize(new SimpleSerializedObject<>(payload, byte[].class, type, revision));
            return expected.isInstance(event) && whole(event) ? event : null;
        } catch (SerializationException unreadable) {
            return null;
        }
    }

    /** Jackson leaves null what is missing; a fold may rely on what the contract does not call nullable. */
    private static boolean whole(Object event) {
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
