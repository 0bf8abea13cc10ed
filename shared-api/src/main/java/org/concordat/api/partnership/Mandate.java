package org.concordat.api.partnership;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionId;
import org.jspecify.annotations.Nullable;

/**
 * What a person may decide, for one partner or for the partnership, from one day to another.
 *
 * @param partner     the partner that gave it to the person who speaks for it; null: given by the partnership
 * @param to          its last day, included; null while none is set
 * @param revokedFrom the first day on which it no longer holds; null while it was not revoked
 * @param under       the mandate it was delegated from
 * @param decision    the decision that gave it
 * @param since       the effective day of the act that gave or last varied it
 * @param before      how it stood until then, where it was varied: an earlier day is judged by that
 */
public record Mandate(MandateId id, PersonId holder, @Nullable PartnerId partner, MandateScope scope, LocalDate from,
                      @Nullable LocalDate to, @Nullable LocalDate revokedFrom, @Nullable MandateId under,
                      @Nullable DecisionId decision, LocalDate since, @Nullable Mandate before) {

    /** The mandate as it stood on that day: what was widened since covers nothing earlier. */
    public Mandate asOf(LocalDate day) {
        return before == null || !day.isBefore(since) ? this : before.asOf(day);
    }

    /** The effective day of the act that gave it. */
    public LocalDate given() {
        return before == null ? since : before.given();
    }

    public boolean holdsOn(LocalDate day) {
        Mandate stood = asOf(day);
        return !day.isBefore(from) && !stood.overOn(day);
    }

    /** Whether its last day has passed, or it was revoked, on that day. */
    public boolean overOn(LocalDate day) {
        return to != null && day.isAfter(to) || revokedFrom != null && !day.isBefore(revokedFrom);
    }

    /** As it stands, and as it stood before each variation until that. */
    Stream<Mandate> versions() {
        if (before == null) return Stream.of(this);
        LocalDate until = before.revokedFrom == null || since.isBefore(before.revokedFrom) ? since : before.revokedFrom;
        return Stream.concat(Stream.of(this), before.revoked(until).versions());
    }

    public boolean overlaps(LocalDate otherFrom, @Nullable LocalDate otherTo) {
        LocalDate last = last();
        return (last == null || !last.isBefore(from) && !otherFrom.isAfter(last))
                && (otherTo == null || !from.isAfter(otherTo));
    }

    /** The last day on which it holds, as it stands; null while there is none. */
    public @Nullable LocalDate last() {
        if (revokedFrom == null) return to;
        LocalDate eve = revokedFrom.minusDays(1);
        return to != null && to.isBefore(eve) ? to : eve;
    }

    public Mandate varied(MandateScope scope, @Nullable LocalDate to, LocalDate on) {
        return new Mandate(id, holder, partner, scope, from, to, revokedFrom, under, decision, on, this);
    }

    public Mandate revoked(LocalDate on) {
        return new Mandate(id, holder, partner, scope, from, to, on, under, decision, since,
                before == null ? null : before.revoked(on));
    }
}
