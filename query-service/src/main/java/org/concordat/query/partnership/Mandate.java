package org.concordat.query.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.api.EntryId;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.ActsRatified;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.jspecify.annotations.Nullable;

/**
 * What a person may decide, as it stands, with the acts behind it.
 *
 * @param to         the last day it holds, null while none is set
 * @param variations oldest first
 * @param foundVoid  that it never held from a day on, as was found later; the newest finding
 * @param ratified   what took the taint from acts under it, oldest first
 * @param revoked    from the effective day of that act on nothing rests on it
 */
public record Mandate(MandateGiven terms, Act given, MandateScope scope, @Nullable LocalDate to,
                      List<Variation> variations, @Nullable Revocation revoked, @Nullable FoundVoid foundVoid,
                      List<Ratified> ratified) {

    /** The scope and last day that came to stand, and why. */
    public record Variation(MandateScope scope, @Nullable LocalDate to, Text reason, Act act) {}

    public record Revocation(Text reason, Act act) {}

    /** @param from the first day on which nothing rests on it */
    public record FoundVoid(MandateId mandateId, LocalDate from, Text reason, Text reference, Act act) {}

    /**
     * @param entries null: every act that was tainted on record until then
     * @param from    the first day of the taint as it was known then
     */
    public record Ratified(@Nullable Set<EntryId> entries, LocalDate from, @Nullable DecisionId decisionId,
                           @Nullable Text reference, Text reason, Act act) {

        /** Whether it takes the taint from that act, which was recorded on that day. */
        public boolean covers(Act tainted, LocalDate recordedOn) {
            return entries == null ? tainted.index() < act.index() && !recordedOn.isBefore(from)
                    : entries.contains(tainted.entry());
        }
    }

    static Mandate given(MandateGiven e, Act act) {
        return new Mandate(e, act, e.scope(), e.to(), List.of(), null, null, List.of());
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
                Stream.concat(variations.stream(), Stream.of(by)).toList(), revoked, foundVoid, ratified);
    }

    Mandate revoked(Revocation by) {
        return new Mandate(terms, given, scope, to, variations, by, foundVoid, ratified);
    }

    Mandate found(FoundVoid by) {
        return new Mandate(terms, given, scope, to, variations, revoked, by, ratified);
    }

    Mandate ratified(ActsRatified e, Act act) {
        LocalDate from = foundVoid == null ? from() : foundVoid.from();
        Ratified by = new Ratified(e.entries(), from, e.decision(), e.reference(), e.reason(), act);
        return new Mandate(terms, given, scope, to, variations, revoked, foundVoid,
                Stream.concat(ratified.stream(), Stream.of(by)).toList());
    }
}
