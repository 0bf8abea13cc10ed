package org.concordat.query.partnership;

import java.time.LocalDate;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * @param to    the last day it is held, null while no end is set
 * @param made  the act that appointed
 * @param ended the act that set its last day, null while none did
 */
public record Appointment(AppointmentId id, PersonId person, AppointmentKind kind, @Nullable PartnerId partnerId,
                          @Nullable BoardId boardId, LocalDate from, @Nullable LocalDate to,
                          @Nullable Text endedBecause, Act made, @Nullable Act ended) {

    public boolean heldOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    Appointment ended(LocalDate on, Text reason, Act act) {
        return new Appointment(id, person, kind, partnerId, boardId, from, on, reason, made, act);
    }
}
