package org.concordat.command.act;

import java.time.LocalDate;
import java.util.Optional;
import org.concordat.api.CommonRejection.EffectiveBeforeAnswered;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.Mandate;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.Roll;
import org.concordat.command.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, for whom, in which appointment and on which day, with the partnership's roll as read to its head at that moment.
 *
 * @param appointment null for a founder, who acts before there is anything to be appointed to, and for Concordat itself
 * @param today       the day of recording in the partnership's time zone
 */
public record Act(PersonId person, @Nullable PartnerId partner, @Nullable AppointmentKind appointment, LocalDate effectiveOn,
                  LocalDate today, Roll roll) {

    /** The mandate on which this act speaks for its partner on such a decision, or nothing. */
    public Optional<Mandate> mandate(DecisionClass decisionClass, @Nullable String type, Level level) {
        return partner == null ? Optional.empty()
                : roll.mandates().covering(person, partner, decisionClass, type, level, effectiveOn, today);
    }

    /** Refuses a day before that of the act this one answers. */
    public void notBefore(LocalDate day) {
        if (effectiveOn.isBefore(day)) throw new Rejected(new EffectiveBeforeAnswered(effectiveOn, day));
    }
}
