package org.concordat.query.ledger;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.concordat.api.Contract;
import org.jspecify.annotations.Nullable;

/** From stored bytes back to the event, where this version knows it. */
final class Decoding {

    private static final Map<String, Class<?>> KNOWN = Contract.EVENTS.stream()
            .collect(Collectors.toUnmodifiableMap(Contract::nameOf, Function.identity()));

    private final Serializer events;

    Decoding(Serializer events) {
        this.events = events;
    }

    /** The logical names of the events this version knows. */
    static Set<String> known() {
        return KNOWN.keySet();
    }

    /** Null for a type this version does not know, and for bytes that do not hold what their type says. */
    @Nullable Object event(String type, @Nullable String revision, byte[] payload) {
        Class<?> expected = KNOWN.get(type);
        if (expected == null) return null;
        try {
            Object event = events.deserialize(new SimpleSerializedObject<>(payload, byte[].class, type, revision));
            return expected.isInstance(event) ? event : null;
        } catch (SerializationException unreadable) {
            return null;
        }
    }
}
