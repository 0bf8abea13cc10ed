package org.concordat.api.partnership;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.concordat.api.Disposable;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Sorted;
import org.concordat.api.Text;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.decision.DecisionId;
import org.jspecify.annotations.Nullable;

/** What happened to a partnership: its lifecycle as a table of contents. */
public sealed interface PartnershipEvent {

    PartnershipId partnershipId();

    record PartnershipEstablished(PartnershipId partnershipId, Text name, ZoneId timeZone, LocalDate planEnd,
                                  AppointmentId appointment, PersonId programmeOffice) implements PartnershipEvent {}

    record PartnerAdmitted(PartnershipId partnershipId, PartnerId partner, Text name) implements PartnershipEvent {}

    record Appointed(PartnershipId partnershipId, AppointmentId appointment, PersonId person, AppointmentKind kind,
                     @Nullable PartnerId partner, @Nullable BoardId board, LocalDate from, @Nullable LocalDate to)
            implements PartnershipEvent {}

    @Disposable
    record AppointmentEnded(PartnershipId partnershipId, AppointmentId appointment, LocalDate on, Text reason)
            implements PartnershipEvent {}

    record BoardRegistered(PartnershipId partnershipId, BoardId board, Text name, @Nullable Level level)
            implements PartnershipEvent {}

    @Disposable
    record FindingRegistered(PartnershipId partnershipId, FindingId finding, SevenS lens, Text text, Held held)
            implements PartnershipEvent {}

    @Disposable
    record RecordCorrected(PartnershipId partnershipId, EntryId entry, Text reason, @Nullable EntryId putRightBy)
            implements PartnershipEvent {}

    /** The file with this hash is being applied; {@code commands} follow. An assumed day is one the paper does not state. */
    record ImportBegun(PartnershipId partnershipId, String fileHash, int commands, boolean effectiveDayAssumed)
            implements PartnershipEvent {}

    /** Every command of the file with this hash was carried out. */
    record PlanImported(PartnershipId partnershipId, String fileHash) implements PartnershipEvent {}

    /** @param reference where it was given; null where a decision or a delegation gave it */
    @Disposable
    record MandateGiven(PartnershipId partnershipId, MandateId mandate, PersonId holder, @Nullable PartnerId partner,
                        MandateScope scope, LocalDate from, @Nullable LocalDate to, @Nullable Text reference,
                        @Nullable MandateId under, @Nullable DecisionId decision) implements PartnershipEvent {}

    @Disposable
    record MandateVaried(PartnershipId partnershipId, MandateId mandate, MandateScope scope, @Nullable LocalDate to, Text reason)
            implements PartnershipEvent {}

    @Disposable
    record MandateRevoked(PartnershipId partnershipId, MandateId mandate, Text reason) implements PartnershipEvent {}

    /** From that day on nothing rests on it; what did is tainted. {@code reference} is where it was found. */
    @Disposable
    record MandateFoundVoid(PartnershipId partnershipId, MandateId mandate, LocalDate from, Text reason, Text reference)
            implements PartnershipEvent {}

    /** @param entries the acts; null: every act that the mandate tainted on record until then */
    @Disposable
    record ActsRatified(PartnershipId partnershipId, MandateId mandate, @Nullable Set<EntryId> entries,
                        @Nullable DecisionId decision, @Nullable Text reference, Text reason) implements PartnershipEvent {
        public ActsRatified {
            if (entries != null) entries = Sorted.copyOf(entries);
        }
    }

    /** A decision proposed this person; nobody leads until it is accepted. */
    record PartnershipLeadProposed(PartnershipId partnershipId, Level level, PersonId person, LocalDate from, LocalDate to,
                                   DecisionId decision) implements PartnershipEvent {}

    record PartnershipLeadAccepted(PartnershipId partnershipId, Level level, PersonId person, LocalDate from, LocalDate to)
            implements PartnershipEvent {}

    /**
     * @param first   the first finance year that begins as all of them then do
     * @param atLeast how many of them a commitment states
     */
    @Disposable
    record FinanceYearsAgreed(PartnershipId partnershipId, FinanceYear first, int atLeast, Text reference)
            implements PartnershipEvent {}

    /** @param remains the hash of the payload as it is stored from then on, with its words gone */
    record PayloadDisposedOf(PartnershipId partnershipId, EntryId entry, DisposalReason reason, Hash remains)
            implements PartnershipEvent {}

    /** From then on a cosignature by this key is that partner's. */
    record WitnessKeyRegistered(PartnershipId partnershipId, PartnerId partner, WitnessKey key) implements PartnershipEvent {}

    /** What it vouched for before stands; from then on it vouches for nothing. */
    record WitnessKeyWithdrawn(PartnershipId partnershipId, PartnerId partner, WitnessKey key) implements PartnershipEvent {}

    /** @param partners those named, where it is restricted; else none */
    record ContentMarked(PartnershipId partnershipId, String subject, Marking marking, Set<PartnerId> partners)
            implements PartnershipEvent {
        public ContentMarked {
            partners = Sorted.copyOf(partners);
        }
    }
}
