package org.concordat.query.authority;

import java.time.LocalDate;
import java.time.ZoneId;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.Mandates;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Appointment;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.partnership.PartnersView;
import org.jspecify.annotations.Nullable;

/** What was wrong with an authority on a day, in words; null where nothing was. That a mandate is void is said elsewhere. */
record Flaws(PartnersView view, Mandates unvoided) {

    static Flaws of(PartnersView view) {
        Mandates all = view.roll().mandates();
        for (org.concordat.api.partnership.Mandate known : view.roll().mandates().all().values()) {
            if (known.foundVoid() != null) all = all.with(known.id(), m -> m.found(null));
        }
        return new Flaws(view, all);
    }

    @Nullable String of(Appointment a, LocalDate day) {
        if (a.heldOn(day)) return null;
        if (day.isBefore(a.from())) return a.id() + " begins on " + a.from();
        return a.id() + " had its last day on " + a.to() + (a.ended() == null ? "" : as(a.ended()));
    }

    @Nullable String of(MandateId id, LocalDate day, Needed needed) {
        return of(id, day, needed, unvoided.all().size());
    }

    /** @param steps no chain is longer than there are mandates: what is on record stops no read, whatever it says */
    private @Nullable String of(MandateId id, LocalDate day, Needed needed, int steps) {
        org.concordat.api.partnership.Mandate m = unvoided.all().get(id);
        if (m == null || steps < 1) return id + " is not on record";
        org.concordat.api.partnership.Mandate stood = m.asOf(day);
        if (day.isBefore(stood.from())) return id + " begins on " + stood.from();
        LocalDate last = stood.to();
        if (last != null && day.isAfter(last)) return id + " had its last day on " + last;
        LocalDate revoked = stood.revokedFrom();
        if (revoked != null && !day.isBefore(revoked)) return id + " was revoked from " + revoked + " on" + revoked(id);
        if (!needed.covered().test(stood.scope())) return id + ", as it stood on " + day + ", does not cover " + needed.words();
        MandateId under = stood.under();
        return under == null ? null : of(under, day, Needed.by(stood.scope(), id.value()), steps - 1);
    }

    private String revoked(MandateId id) {
        Mandate known = view.mandates().get(id);
        return known == null || known.revoked() == null ? "" : as(known.revoked().act());
    }

    private String as(Act act) {
        return ", as recorded on " + on(act, view.timeZone());
    }

    /** The day of recording, where the partnership is. */
    static LocalDate on(Act act, ZoneId zone) {
        return act.recordedAt().atZone(zone).toLocalDate();
    }
}
