package org.concordat.api.partnership;

import java.time.LocalDate;
import org.concordat.api.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One person's appointment, from its first day to its last, both included.
 *
 * @param to null while no last day is set
 */
public record Appointment(AppointmentId id, PersonId person, AppointmentKind kind, @Nullable PartnerId partner,
                          @Nullable BoardId board, LocalDate from, @Nullable LocalDate to) {

    public boolean heldOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    public boolean overlaps(Appointment other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    /** The same appointment with that last day, unless it ends earlier already. */
    public Appointment endingOn(LocalDate day) {
        return to != null && to.isBefore(day) ? this : new Appointment(id, person, kind, partner, board, from, day);
    }
}
