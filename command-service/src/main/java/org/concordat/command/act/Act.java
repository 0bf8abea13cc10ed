package org.concordat.command.act;

import java.time.LocalDate;
import org.concordat.api.CommonRejection.EffectiveBeforeAnswered;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.Roll;
import org.concordat.command.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, for whom, in which appointment and on which day, with the partnership's roll as read to its head at that moment.
 *
 * @param appointment null for a founder, who acts before there is anything to be appointed to
 */
public record Act(PersonId person, @Nullable PartnerId partner, @Nullable AppointmentKind appointment, LocalDate effectiveOn,
                  Roll roll) {

    /** Refuses a day before that of the act this one answers. */
    public void notBefore(LocalDate day) {
        if (effectiveOn.isBefore(day)) throw new Rejected(new EffectiveBeforeAnswered(effectiveOn, day));
    }
}
