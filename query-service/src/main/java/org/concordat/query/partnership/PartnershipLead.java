package org.concordat.query.partnership;

import java.time.LocalDate;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.partnership.Level;
import org.jspecify.annotations.Nullable;

/** @param accepted null while the person has not accepted: then nobody leads by it */
public record PartnershipLead(Level level, PersonId person, LocalDate from, LocalDate to, DecisionId decisionId,
                              Act proposed, @Nullable Act accepted) {

    public boolean leadsOn(LocalDate day) {
        return accepted != null && !day.isBefore(from) && !day.isAfter(to);
    }

    boolean answeredBy(Level at, PersonId who) {
        return accepted == null && level == at && person.equals(who);
    }

    PartnershipLead accepted(LocalDate first, LocalDate last, Act act) {
        return new PartnershipLead(level, person, first, last, decisionId, proposed, act);
    }
}
