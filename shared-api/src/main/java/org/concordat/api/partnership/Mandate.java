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
 * @param foundVoid   from when it never held, as was found later; null while it was not
 * @param under       the mandate it was delegated from
 * @param decision    the decision that gave it
 * @param since       the effective day of the act that gave or last varied it
 * @param before      how it stood until then, where it was varied: an earlier day is judged by that
 */
public record Mandate(MandateId id, PersonId holder, @Nullable PartnerId partner, MandateScope scope, LocalDate from,
                      @Nullable LocalDate to, @Nullable LocalDate revokedFrom, @Nullable FoundVoid foundVoid,
                      @Nullable MandateId under, @Nullable DecisionId decision, LocalDate since, @Nullable Mandate before) {

    /**
     * @param from the first day on which nothing rests on it
     * @param on   the effective day of the act that found it
     */
    public record FoundVoid(LocalDate from, LocalDate on) {}

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

    /** Whether its last day has passed, or it was revoked or found void, on that day. */
    public boolean overOn(LocalDate day) {
        return to != null && day.isAfter(to) || revokedFrom != null && !day.isBefore(revokedFrom) || voidOn(day);
    }

    public boolean voidOn(LocalDate day) {
        return foundVoid != null && !day.isBefore(foundVoid.from());
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
        return Stream.of(Stream.ofNullable(to), Stream.ofNullable(revokedFrom).map(day -> day.minusDays(1)),
                Stream.ofNullable(foundVoid).map(found -> found.from().minusDays(1)))
                .flatMap(days -> days).min(LocalDate::compareTo).orElse(null);
    }

    public Mandate varied(MandateScope scope, @Nullable LocalDate to, LocalDate on) {
        return new Mandate(id, holder, partner, scope, from, to, revokedFrom, foundVoid, under, decision, on, this);
    }

    public Mandate revoked(LocalDate on) {
        return new Mandate(id, holder, partner, scope, from, to, on, foundVoid, under, decision, since,
                before == null ? null : before.revoked(on));
    }

    /** Found void, or found so from an earlier day than before; null: as if it had never been found. */
    public Mandate found(@Nullable FoundVoid found) {
        return new Mandate(id, holder, partner, scope, from, to, revokedFrom, found, under, decision, since,
                before == null ? null : before.found(found));
    }
}
