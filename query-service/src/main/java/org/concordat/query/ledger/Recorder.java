package org.concordat.query.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.concordat.api.ActMetadata;
import org.concordat.api.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger writes about an event. Pure, and it takes any event: one it cannot make sense of is still an
 * entry.
 */
final class Recorder {

    /** The envelope with what it commits to; a disposed payload has no salt. */
    record Written(Envelope envelope, byte[] payload, byte[] salt) {

        boolean disposed() {
            return salt.length == 0;
        }
    }

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final byte[] NO_SALT = {};

    private final Serializer events;

    Recorder(Serializer events) {
        this.events = events;
    }

    Written write(EventMessage<?> message, long index, Instant notBefore) {
        // With the serializer that read it, this gives the stored bytes and name, of unknown types too.
        SerializedObject<byte[]> stored = message.serializePayload(events, byte[].class);
        Map<String, ?> act = act(message);
        Commitment.Salt salt = Commitment.salt(act.get(ActMetadata.SALT));
        String disposed = Commitment.hashOrNull(act.get(ActMetadata.DISPOSED));
        // An event that belongs to no aggregate is the only one about itself.
        DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> d ? d : null;
        String subject = domain == null ? message.getIdentifier() : domain.getAggregateIdentifier();
        Instant recordedAt = recordedAt(message.getTimestamp(), notBefore);
        Envelope envelope = new Envelope(index, Bounded.text(message.getIdentifier()),
                Bounded.text(stored.getType().getName()), Bounded.textOrNull(stored.getType().getRevision()),
                Bounded.text(subject), domain == null ? 1 : domain.getSequenceNumber() + 1, partnership(subject),
                recordedAt, effectiveOn(act.get(ActMetadata.EFFECTIVE_ON), recordedAt),
                Bounded.textOrNull(act.get(ActMetadata.PERSON)), Bounded.textOrNull(act.get(ActMetadata.PARTNER)),
                Bounded.textOrNull(act.get(ActMetadata.APPOINTMENT)),
                Bounded.textOrNull(act.get(ActMetadata.RECORDED_FOR)),
                Bounded.textOrNull(act.get(ActMetadata.COMMAND_ID)), Bounded.textOrNull(act.get(ActMetadata.AUTHORITY)),
                disposed == null ? Commitment.to(stored.getData(), salt) : disposed, disposed == null && salt.absent());
        return new Written(envelope, stored.getData(), disposed == null ? salt.bytes() : NO_SALT);
    }

    private static Map<String, ?> act(EventMessage<?> message) {
        try {
            return message.getMetaData();
        } catch (SerializationException foreign) {
            return Map.of();
        }
    }

    /** A clock set back does not set the ledger back: no entry is earlier than the one before it. */
    private static Instant recordedAt(Instant timestamp, Instant notBefore) {
        Instant within = timestamp.isBefore(FIRST) ? FIRST : timestamp.isAfter(LAST) ? LAST : timestamp;
        Instant at = within.truncatedTo(ChronoUnit.MILLIS);
        return at.isBefore(notBefore) ? notBefore : at;
    }

    private static LocalDate effectiveOn(@Nullable Object claimed, Instant recordedAt) {
        if (claimed instanceof String day && day.length() == 10) {
            try {
                return LocalDate.parse(day);
            } catch (DateTimeException foreign) {
                // falls through: what is no day claims none
            }
        }
        return LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
    }

    /** Empty for a subject that is no id of ours; such an entry belongs to no partnership and nobody is shown it. */
    private static String partnership(String subject) {
        try {
            String kind = subject.substring(0, Math.max(0, subject.indexOf('-')));
            Ids.checked(kind, Math.toIntExact(subject.chars().filter(c -> c == '.').count()), subject);
            return Ids.partnershipOf(subject).value();
        } catch (IllegalArgumentException foreign) {
            return "";
        }
    }
}
