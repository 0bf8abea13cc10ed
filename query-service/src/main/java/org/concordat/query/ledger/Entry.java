package org.concordat.query.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.concordat.api.EntryId;
import org.concordat.api.partnership.PartnershipId;
import org.jspecify.annotations.Nullable;

/**
 * One event in the ledger, as recorded.
 *
 * @param index      the place the store gave it: dense, from 1
 * @param type       the event's logical name, e.g. {@code planitem.LeadAccepted}
 * @param subject    the thing it is about (the aggregate's id)
 * @param version    its number in that thing's history, from 1
 * @param recordedAt the store's clock, never earlier than the entry before it
 * @param effectiveOn the day the act claims
 * @param event      the event itself, or null where this version does not know its type
 * @param payload    the stored bytes of the event
 * @param damaged    whether this version knows the type, and the bytes are not what it says
 */
public record Entry(long index, String eventId, String type, String subject, long version, PartnershipId partnership,
                    Instant recordedAt, LocalDate effectiveOn, @Nullable String person, @Nullable String partner,
                    @Nullable String appointment, @Nullable String recordedFor, @Nullable String commandId,
                    @Nullable String authority, @Nullable Object event, byte[] payload, boolean damaged) {

    public Entry(long index, String eventId, String type, String subject, long version, PartnershipId partnership,
                 Instant recordedAt, LocalDate effectiveOn, @Nullable String person, @Nullable String partner,
                 @Nullable String appointment, @Nullable String recordedFor, @Nullable String commandId,
                 @Nullable String authority, @Nullable Object event, byte[] payload) {
        this(index, eventId, type, subject, version, partnership, recordedAt, effectiveOn, person, partner, appointment, recordedFor,
                commandId, authority, event, payload, false);
    }

    private static final byte[] NONE = {};

    public EntryId id() {
        return EntryId.of(subject, version);
    }

    /** The same for folding, which looks at the event alone. */
    public Entry withoutPayload() {
        return new Entry(index, eventId, type, subject, version, partnership, recordedAt, effectiveOn, person, partner, appointment,
                recordedFor, commandId, authority, event, NONE);
    }
}
