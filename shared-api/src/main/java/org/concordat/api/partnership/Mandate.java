package org.concordat.api.partnership;

import java.time.LocalDate;
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
 */
public record Mandate(MandateId id, PersonId holder, @Nullable PartnerId partner, MandateScope scope, LocalDate from,
                      @Nullable LocalDate to, @Nullable LocalDate revokedFrom, @Nullable MandateId under,
                      @Nullable DecisionId decision) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to)) && (revokedFrom == null || day.isBefore(revokedFrom));
    }

    public boolean overlaps(LocalDate otherFrom, @Nullable LocalDate otherTo) {
        LocalDate last = revokedFrom == null ? to : revokedFrom.minusDays(1);
        return (last == null || !otherFrom.isAfter(last)) && (otherTo == null || !from.isAfter(otherTo));
    }

    public Mandate varied(MandateScope scope, @Nullable LocalDate to) {
        return new Mandate(id, holder, partner, scope, from, to, revokedFrom, under, decision);
    }

    public Mandate revoked(LocalDate on) {
        return new Mandate(id, holder, partner, scope, from, to, on, under, decision);
    }
}
