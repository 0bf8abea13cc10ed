package org.concordat.query.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.concordat.api.ActMetadata;
import org.concordat.api.Disposed;
import org.concordat.api.Hash;

/** An event as a store gives it back: bytes, a type name, metadata and a place. */
public record Stored(long place, String id, String type, String revision, String subject, long version, Instant at,
              byte[] payload, Map<String, Object> act) {

    static final Serializer SERIALIZER = new LogicalNames();
    static final Instant NOON = Instant.parse("2013-01-17T12:00:00Z");
    static final String SALT = HexFormat.of().formatHex(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32});

    public static Stored of(long place, String subject, long version, Object event) {
        var bytes = SERIALIZER.serialize(event, byte[].class);
        return new Stored(place, "event-" + place, bytes.getType().getName(), null, subject, version,
                NOON.plusSeconds(place),
                bytes.getData(), Map.of(ActMetadata.PERSON, "police", ActMetadata.PARTNER, "partner-mash.police",
                        ActMetadata.APPOINTMENT, "REPRESENTATIVE", ActMetadata.EFFECTIVE_ON, "2013-01-15",
                        ActMetadata.COMMAND_ID, "command-" + place, ActMetadata.AUTHORITY, "partnership-mash@7",
                        ActMetadata.SALT, SALT));
    }

    static Stored foreign(long place, String subject, long version, String type, String payload) {
        return new Stored(place, "event-" + place, type, "9", subject, version, NOON.plusSeconds(place),
                payload.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    Stored at(Instant moment) {
        return new Stored(place, id, type, revision, subject, version, moment, payload, act);
    }

    public Stored with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(act);
        more.put(name, value);
        return new Stored(place, id, type, revision, subject, version, at, payload, more);
    }

    private byte[] remainder() {
        Object event = SERIALIZER.deserialize(new SimpleSerializedObject<>(payload, byte[].class, type, revision));
        return SERIALIZER.serialize(Disposed.of(event), byte[].class).getData();
    }

    /** What a disposal of its words says remains. */
    public Hash remains() {
        return Hash.of(remainder());
    }

    /** As a store gives it back once it has carried the disposal out. */
    public Stored carriedOut() {
        return new Stored(place, id, type, revision, subject, version, at, remainder(), act).with(ActMetadata.SALT, "")
                .with(ActMetadata.DISPOSED, written().envelope().payloadHash());
    }

    TrackedEventMessage<?> message() {
        var metadata = SERIALIZER.serialize(MetaData.from(act), byte[].class);
        return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(place), "any", subject,
                version - 1,
                new SerializedMessage<>(id, new SimpleSerializedObject<>(payload, byte[].class, type, revision),
                        metadata,
                        SERIALIZER), () -> at);
    }

    Recorder.Written written() {
        return new Recorder(SERIALIZER).write(message(), place, Instant.MIN);
    }

    String envelope() {
        return new String(written().envelope().canonical(), StandardCharsets.UTF_8);
    }
}
