package org.concordat.api.commitment;

import static org.concordat.api.partnership.AppointmentKind.CHAIR;
import static org.concordat.api.partnership.AppointmentKind.PROGRAMME_OFFICE;
import static org.concordat.api.partnership.AppointmentKind.REPRESENTATIVE;
import static org.concordat.api.partnership.AppointmentKind.SECRETARY;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.concordat.api.By;
import org.concordat.api.NewId;
import org.concordat.api.Sorted;
import org.concordat.api.Text;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MarkedAs;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoTerms;
import org.jspecify.annotations.Nullable;

/** What people may ask of a commitment. It is of the partner that the representative speaks for. */
public sealed interface CommitmentCommand {

    @TargetAggregateIdentifier
    CommitmentId commitmentId();

    /**
     * Plan 11c: the level of commitment for the partnership's finance years, three at least in the plan, one after another.
     *
     * @param level      the level of the decision to confirm it, by which mandates are given
     * @param type       its type from the partnership's own list, by which mandates are given; null: none
     * @param provisos   what it is subject to from the start
     * @param investment what it buys; null: said later
     * @param marking    who may read it from its first entry on; null: the partners
     */
    @By(REPRESENTATIVE)
    record OfferCommitment(PartnershipId partnershipId, @NewId CommitmentId commitmentId, Text title, Unit unit, Form form,
                           Spend spend, List<YearAmount> years, Level level, @Nullable String type,
                           List<ProvisoTerms> provisos, @Nullable Investment investment,
                           @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MarkedAs marking) implements CommitmentCommand {}

    /** Until it is confirmed; after that only a variation attaches more. */
    @By(REPRESENTATIVE)
    record AttachProviso(CommitmentId commitmentId, ProvisoTerms proviso) implements CommitmentCommand {}

    /** Within a mandate whose amount covers the sum over all years. */
    @By(REPRESENTATIVE)
    record ConfirmCommitment(CommitmentId commitmentId) implements CommitmentCommand {}

    /**
     * What is confirmed is varied within a mandate too, and stays confirmed. Provisos that failed or lapsed are put aside by it.
     *
     * @param years    all years anew; closed and withdrawn ones as they were
     * @param provisos those it attaches; open ones live on
     */
    @By(REPRESENTATIVE)
    record VaryCommitment(CommitmentId commitmentId, List<YearAmount> years, List<ProvisoTerms> provisos, Text reason)
            implements CommitmentCommand {}

    /** @param from the first finance year it no longer holds for; once confirmed, one that has not begun */
    @By(REPRESENTATIVE)
    record WithdrawCommitment(CommitmentId commitmentId, FinanceYear from, Text reason) implements CommitmentCommand {}

    @By(REPRESENTATIVE)
    record DescribeInvestment(CommitmentId commitmentId, Investment investment) implements CommitmentCommand {}

    /** By the partner that judges it. */
    @By(REPRESENTATIVE)
    record MeetCommitmentProviso(CommitmentId commitmentId, ProvisoId proviso, Text grounds) implements CommitmentCommand {}

    @By(REPRESENTATIVE)
    record FailCommitmentProviso(CommitmentId commitmentId, ProvisoId proviso, Text grounds) implements CommitmentCommand {}

    /** By the partner that attached it. */
    @By(REPRESENTATIVE)
    record WaiveCommitmentProviso(CommitmentId commitmentId, ProvisoId proviso, Text grounds) implements CommitmentCommand {}

    /**
     * One joint act for provisos that wait for each other in a cycle, on whichever commitments they are.
     *
     * @param commitmentId one of those commitments; Concordat carries the act to the others
     * @param provisos     the whole path
     */
    @By({CHAIR, SECRETARY})
    record MeetCommitmentProvisosTogether(CommitmentId commitmentId, Set<ProvisoId> provisos, Text minutes)
            implements CommitmentCommand {
        public MeetCommitmentProvisosTogether {
            provisos = Sorted.copyOf(provisos);
        }
    }

    /** @param reference where it is on record, such as a ledger's line */
    @By({PROGRAMME_OFFICE, SECRETARY})
    record ReceiveContribution(CommitmentId commitmentId, FinanceYear year, BigDecimal amount, Text reference)
            implements CommitmentCommand {}

    /**
     * Once the year has ended.
     *
     * @param explanation why what was received is not what was committed; null: it is
     */
    @By({PROGRAMME_OFFICE, SECRETARY})
    record CloseFinanceYear(CommitmentId commitmentId, FinanceYear year, @Nullable Text explanation)
            implements CommitmentCommand {}
}
