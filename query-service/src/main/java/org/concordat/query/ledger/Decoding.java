package org.concordat.query.ledger;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.concordat.api.Contract;
import org.concordat.wiring.Whole;
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
            return expected.isInstance(event) && Whole.is(event) ? event : null;
        } catch (SerializationException unreadable) {
            return null;
        }
    }

    /**
     * Whether the bytes should say what this version knows and do not. Of another revision they are of another version, which
     * is no damage.
     */
    boolean damaged(String type, @Nullable String revision, byte[] payload) {
        Class<?> expected = KNOWN.get(type);
        return expected != null && Objects.equals(events.typeForClass(expected).getRevision(), revision)
                && event(type, revision, payload) == null;
    }

    /** As {@link #damaged(String, String, byte[])}, of an event as the store gives it; what it says beside its payload included. */
    boolean damaged(EventMessage<?> message) {
        SerializedObject<byte[]> stored = message.serializePayload(events, byte[].class);
        if (damaged(stored.getType().getName(), stored.getType().getRevision(), stored.getData())) return true;
        try {
            message.getMetaData();
            return false;
        } catch (SerializationException unreadable) {
            return true;
        }
    }
}
