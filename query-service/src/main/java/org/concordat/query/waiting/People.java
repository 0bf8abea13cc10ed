package org.concordat.query.waiting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.Mandate;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.decision.Decision;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Appointment;

/** Who may do what waits, on a day: by the same judgement of the mandates as the rules make. */
public record People(PartnershipView view, LocalDate on) {

    /** Those who speak for the partner, where it takes a mandate only those who hold one that covers it. */
    public List<PersonId> of(Waiting waiting) {
        return view.partners().heldOn(on).filter(a -> a.kind() == AppointmentKind.REPRESENTATIVE
                && waiting.partner().equals(a.partnerId())).map(Appointment::person).distinct()
                .filter(person -> may(person, waiting)).toList();
    }

    public boolean may(PersonId person, Waiting waiting) {
        return switch (waiting.subject()) {
            case Commitment c when waiting.kind() == Waiting.Kind.COMMITMENT_TO_CONFIRM -> confirms(person, c);
            case Decision d when waiting.kind() == Waiting.Kind.POSITION_TO_GIVE -> view.partners().roll().mandates()
                    .covering(person, waiting.partner(), d.decisionClass(), d.type(), d.level(), on, on).isPresent();
            default -> waiting.person() == null || waiting.person().equals(person);
        };
    }

    private boolean confirms(PersonId person, Commitment c) {
        String currency = c.unit().currency();
        return view.partners().roll().mandates().committing(person, c.partnerId(), c.terms().type(), c.terms().level(),
                currency, on, on).filter(m -> currency == null || covers(m, c.account().sum())).isPresent();
    }

    private static boolean covers(Mandate mandate, BigDecimal sum) {
        BigDecimal amount = mandate.scope().amount();
        return amount == null || amount.compareTo(sum) >= 0;
    }
}
