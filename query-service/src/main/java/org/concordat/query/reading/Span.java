package org.concordat.query.reading;

import java.time.Instant;
import java.util.Map;
import org.concordat.api.EntryId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** From where to where a replay goes, both included; a null place is the beginning, or the end. */
record Span(@Nullable Place from, @Nullable Place to) {

    /** A time, or the place of an entry. */
    sealed interface Place {
        record At(Instant time) implements Place {}

        record Of(long index) implements Place {}
    }

    static @Nullable Place place(@Nullable Map<String, @Nullable Object> asked, PartnershipId partnership, Ledger ledger) {
        if (asked == null) return null;
        if (asked.get("time") instanceof Instant time) return new Place.At(time);
        String id = String.valueOf(asked.get("entry"));
        return ledger.entry(Arguments.id("entry", id, EntryId::new)).filter(e -> e.partnership().equals(partnership))
                .map(e -> new Place.Of(e.index())).orElseThrow(() -> Readers.notFound(id));
    }

    Span {
        if (from instanceof Place.At f && to instanceof Place.At t && f.time().isAfter(t.time())
                || from instanceof Place.Of a && to instanceof Place.Of b && a.index() > b.index()) {
            throw ApiRefusal.badInput("from: is after to.");
        }
    }

    boolean before(Entry entry) {
        return switch (from) {
            case null -> false;
            case Place.At at -> entry.recordedAt().isBefore(at.time());
            case Place.Of of -> entry.index() < of.index();
        };
    }

    boolean beyond(Entry entry) {
        return switch (to) {
            case null -> false;
            case Place.At at -> entry.recordedAt().isAfter(at.time());
            case Place.Of of -> entry.index() > of.index();
        };
    }
}
