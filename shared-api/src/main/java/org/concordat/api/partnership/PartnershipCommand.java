package org.concordat.api.partnership;

import static org.concordat.api.partnership.AppointmentKind.CHAIR;
import static org.concordat.api.partnership.AppointmentKind.PROGRAMME_OFFICE;
import static org.concordat.api.partnership.AppointmentKind.REPRESENTATIVE;
import static org.concordat.api.partnership.AppointmentKind.SECRETARY;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.concordat.api.By;
import org.concordat.api.EntryId;
import org.concordat.api.Ids;
import org.concordat.api.NewId;
import org.concordat.api.PersonId;
import org.concordat.api.Sorted;
import org.concordat.api.Text;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.commitment.FinanceYears;
import org.concordat.api.decision.DecisionId;
import org.jspecify.annotations.Nullable;

/** What people may ask of a partnership. */
public sealed interface PartnershipCommand {

    PartnershipId partnershipId();

    /** Founders only. The first programme office comes with it, from the effective day on. */
    @By({})
    record EstablishPartnership(@TargetAggregateIdentifier @NewId PartnershipId partnershipId, Text name, ZoneId timeZone,
                                LocalDate planEnd, PersonId programmeOffice) implements PartnershipCommand {}

    @By(PROGRAMME_OFFICE)
    record AdmitPartner(@TargetAggregateIdentifier PartnershipId partnershipId, @NewId PartnerId partner, Text name)
            implements PartnershipCommand {}

    /** A representative speaks for {@code partner}; a chair may chair one {@code board}; the others name neither. */
    @By(PROGRAMME_OFFICE)
    record Appoint(@TargetAggregateIdentifier PartnershipId partnershipId, @NewId AppointmentId appointment, PersonId person,
                   AppointmentKind kind, @Nullable PartnerId partner, @Nullable BoardId board,
                   LocalDate from, @Nullable LocalDate to) implements PartnershipCommand {}

    /** The appointment's last day becomes {@code on}. */
    @By(PROGRAMME_OFFICE)
    record EndAppointment(@TargetAggregateIdentifier PartnershipId partnershipId, AppointmentId appointment, LocalDate on,
                          Text reason) implements PartnershipCommand {}

    @By(PROGRAMME_OFFICE)
    record RegisterBoard(@TargetAggregateIdentifier PartnershipId partnershipId, @NewId BoardId board, Text name,
                         @Nullable Level level) implements PartnershipCommand {}

    @By(PROGRAMME_OFFICE)
    record RegisterFinding(@TargetAggregateIdentifier PartnershipId partnershipId, @NewId FindingId finding, SevenS lens,
                           Text text, Held held) implements PartnershipCommand {}

    /** Marks an entry as recorded in error. It changes no state: the ordinary command does, and its entry may be named. */
    @By({SECRETARY, PROGRAMME_OFFICE})
    record CorrectRecord(@TargetAggregateIdentifier PartnershipId partnershipId, EntryId entry, Text reason,
                         @Nullable EntryId putRightBy) implements PartnershipCommand {}

    /** The words of an entry's payload go from store and ledger for ever; its envelope, and every proof, stays. */
    @By({SECRETARY, PROGRAMME_OFFICE})
    record DisposeOfPayload(@TargetAggregateIdentifier PartnershipId partnershipId, EntryId entry, DisposalReason reason)
            implements PartnershipCommand {}

    /** @param partner   the partner that gives it to the person who speaks for it; null: the partnership gives it
     *  @param reference where it was given, e.g. a minute */
    @By({PROGRAMME_OFFICE, SECRETARY})
    record GiveMandate(@TargetAggregateIdentifier PartnershipId partnershipId, @NewId MandateId mandate, PersonId holder,
                       @Nullable PartnerId partner, MandateScope scope, LocalDate from, @Nullable LocalDate to, Text reference)
            implements PartnershipCommand {}

    /** @param to its new last day; null: none */
    @By({PROGRAMME_OFFICE, SECRETARY})
    record VaryMandate(@TargetAggregateIdentifier PartnershipId partnershipId, MandateId mandate, MandateScope scope,
                       @Nullable LocalDate to, Text reason) implements PartnershipCommand {}

    /** From the effective day on, that day included, nothing rests on it any more. */
    @By({PROGRAMME_OFFICE, SECRETARY})
    record RevokeMandate(@TargetAggregateIdentifier PartnershipId partnershipId, MandateId mandate, Text reason)
            implements PartnershipCommand {}

    /**
     * The mandate never was what it seemed: from a day that is past, that day included, nothing rests on it. What rested on it
     * until then is tainted, never undone.
     *
     * @param reference where it was found, e.g. an opinion or a minute
     */
    @By({CHAIR, PROGRAMME_OFFICE})
    record FindMandateVoid(@TargetAggregateIdentifier PartnershipId partnershipId, MandateId mandate, LocalDate from, Text reason,
                           Text reference) implements PartnershipCommand {}

    /**
     * Takes the taint from acts that rested on a mandate found void. Never by its holder.
     *
     * @param entries   the entries of those acts, 1 to 200; null: every act on record that it taints
     * @param decision  the decision that ratifies them, adopted and not resting on that mandate itself
     * @param reference where they were ratified; one of the two at least
     */
    @By({CHAIR, SECRETARY})
    record RatifyActs(@TargetAggregateIdentifier PartnershipId partnershipId, MandateId mandate, @Nullable Set<EntryId> entries,
                      @Nullable DecisionId decision, @Nullable Text reference, Text reason) implements PartnershipCommand {

        private static final int MOST = 200;

        public RatifyActs {
            if (entries != null) entries = Sorted.copyOf(entries);
            if (entries != null && (entries.isEmpty() || entries.size() > MOST)) {
                throw new IllegalArgumentException("entries are 1 to " + MOST + ", or left out for every act");
            }
            if (decision == null && reference == null) {
                throw new IllegalArgumentException("the decision or the reference by which they are ratified is named");
            }
        }
    }

    /** By the holder of the mandate it is under, and never beyond it. */
    @By({REPRESENTATIVE, CHAIR})
    record DelegateMandate(@TargetAggregateIdentifier PartnershipId partnershipId, MandateId under, @NewId MandateId mandate,
                           PersonId holder, MandateScope scope, LocalDate from, @Nullable LocalDate to)
            implements PartnershipCommand {}

    /** By the person a decision proposed to lead at that level; plan 8d: one strategic lead at a time. */
    @By({REPRESENTATIVE, CHAIR, SECRETARY, PROGRAMME_OFFICE})
    record AcceptPartnershipLead(@TargetAggregateIdentifier PartnershipId partnershipId, Level level)
            implements PartnershipCommand {}

    /**
     * For commitments offered from then on; those that stand keep the years they were offered in.
     *
     * @param first     a finance year that begins as all of them then do
     * @param atLeast   how many of them a commitment states, 1 to 50
     * @param reference where it was agreed, e.g. a minute
     */
    @By({PROGRAMME_OFFICE, SECRETARY})
    record AgreeFinanceYears(@TargetAggregateIdentifier PartnershipId partnershipId, FinanceYear first, int atLeast,
                             Text reference) implements PartnershipCommand {
        public AgreeFinanceYears {
            FinanceYears.of(first, atLeast);
        }
    }

    /** By the partner's own representative: whoever holds the private half speaks for the partner about the record. */
    @By(REPRESENTATIVE)
    record RegisterWitnessKey(@TargetAggregateIdentifier PartnershipId partnershipId, WitnessKey key)
            implements PartnershipCommand {}

    /** Its private half is lost, stolen or no longer wanted. It is never registered again. */
    @By(REPRESENTATIVE)
    record WithdrawWitnessKey(@TargetAggregateIdentifier PartnershipId partnershipId, WitnessKey key)
            implements PartnershipCommand {}

    /**
     * Says who may read a thing. It never hides that the thing exists: its entries stay in the history, without their content.
     *
     * @param subject  the id of an item, a decision, a document or a commitment
     * @param partners who may read it beside the auditors, 1 to 50; given where it is restricted, and only then
     */
    @By({CHAIR, SECRETARY, PROGRAMME_OFFICE})
    record MarkContent(@TargetAggregateIdentifier PartnershipId partnershipId, String subject, Marking marking,
                       @Nullable Set<PartnerId> partners) implements PartnershipCommand {

        public MarkContent {
            if (!subject.matches("(item|decision|document|commitment)-.*")) {
                throw new IllegalArgumentException("the subject is an item, a decision, a document or a commitment");
            }
            Ids.checked(subject.substring(0, subject.indexOf('-')), 1, subject);
            partners = new MarkedAs(marking, partners).partners();
        }
    }
}
