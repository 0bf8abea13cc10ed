package org.concordat.query.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.jspecify.annotations.Nullable;

/**
 * What a person may decide, as it stands, with the acts behind it.
 *
 * @param to         the last day it holds, null while none is set
 * @param variations oldest first
 * @param revoked    from the effective day of that act on nothing rests on it
 */
public record Mandate(MandateGiven terms, Act given, MandateScope scope, @Nullable LocalDate to,
                      List<Variation> variations, @Nullable Revocation revoked) {

    /** The scope and last day that came to stand, and why. */
    public record Variation(MandateScope scope, @Nullable LocalDate to, Text reason, Act act) {}

    public record Revocation(Text reason, Act act) {}

    static Mandate given(MandateGiven e, Act act) {
        return new Mandate(e, act, e.scope(), e.to(), List.of(), null);
    }

    public MandateId id() { return terms.mandate(); }

    public PersonId holder() { return terms.holder(); }

    public @Nullable PartnerId partnerId() { return terms.partner(); }

    public LocalDate from() { return terms.from(); }

    public @Nullable Text reference() { return terms.reference(); }

    public @Nullable MandateId underId() { return terms.under(); }

    public @Nullable DecisionId decisionId() { return terms.decision(); }

    Mandate varied(Variation by) {
        return new Mandate(terms, given, by.scope(), by.to(),
                Stream.concat(variations.stream(), Stream.of(by)).toList(), revoked);
    }

    Mandate revoked(Revocation by) {
        return new Mandate(terms, given, scope, to, variations, by);
    }
}
