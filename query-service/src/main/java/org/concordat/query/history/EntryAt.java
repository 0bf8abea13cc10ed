package org.concordat.query.history;

import java.time.Instant;
import java.time.LocalDate;
import org.concordat.api.EntryId;
import org.concordat.query.api.Cursor;
import org.concordat.query.ledger.Entry;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Actor;
import org.concordat.query.partnership.Correction;
import org.jspecify.annotations.Nullable;

/** An entry as somebody reads it who stands at a moment. */
public record EntryAt(Entry entry, PartnershipView view) {

    public static final char CURSOR = 'e';

    public EntryId id() { return entry.id(); }

    public String index() { return Long.toString(entry.index()); }

    public String cursor() { return place().toString(); }

    public Instant recordedAt() { return entry.recordedAt(); }

    public LocalDate effectiveOn() { return entry.effectiveOn(); }

    public boolean backDated() {
        return entry.effectiveOn().isBefore(entry.recordedAt().atZone(view.partners().timeZone()).toLocalDate());
    }

    public String type() { return entry.type(); }

    public boolean known() { return entry.event() != null; }

    public String subject() { return entry.subject(); }

    public long version() { return entry.version(); }

    public Actor actor() { return Actor.of(entry); }

    public String summary() {
        return view.hides(entry) ? Summaries.withheld(entry, view.names()) : Summaries.of(entry, view.names());
    }

    /** Null too where it is withheld: what it is about is restricted, and its reader is not reading that. */
    public @Nullable Object payload() { return view.hides(entry) ? null : Json.read(entry.payload()); }

    public boolean withheld() { return view.hides(entry); }

    public Cursor place() { return Cursor.of(CURSOR, entry.index()); }

    public @Nullable EntryId corrector() {
        Correction correction = view.partners().corrections().get(entry.id());
        return correction == null ? null : correction.act().entry();
    }
}
