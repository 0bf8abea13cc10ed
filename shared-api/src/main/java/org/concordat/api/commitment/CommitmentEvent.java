package org.concordat.api.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.concordat.api.Disposable;
import org.concordat.api.Sorted;
import org.concordat.api.Text;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.jspecify.annotations.Nullable;

/** What happened to a commitment: its lifecycle as a table of contents. Amounts have as many decimals as its unit. */
public sealed interface CommitmentEvent {

    CommitmentId commitmentId();

    /** @param provisos those it attached, standing open */
    record CommitmentOffered(PartnershipId partnershipId, CommitmentId commitmentId, PartnerId partner, Text title, Unit unit,
                             Form form, Spend spend, List<YearAmount> years, Level level, @Nullable String type,
                             List<Proviso> provisos, @Nullable Investment investment) implements CommitmentEvent {}

    @Disposable
    record ProvisoAttached(CommitmentId commitmentId, Proviso proviso) implements CommitmentEvent {}

    /**
     * @param mandate the mandate it rests on
     * @param sum     over all years, as the mandate covers it
     */
    record CommitmentConfirmed(CommitmentId commitmentId, MandateId mandate, BigDecimal sum) implements CommitmentEvent {}

    /** @param mandate the mandate it rests on; null while nothing is confirmed */
    @Disposable
    record CommitmentVaried(CommitmentId commitmentId, List<YearAmount> years, List<Proviso> provisos, Text reason,
                            @Nullable MandateId mandate) implements CommitmentEvent {}

    /** @param from the first finance year it no longer holds for */
    @Disposable
    record CommitmentWithdrawn(CommitmentId commitmentId, FinanceYear from, Text reason) implements CommitmentEvent {}

    @Disposable
    record InvestmentDescribed(CommitmentId commitmentId, Investment investment) implements CommitmentEvent {}

    @Disposable
    record CommitmentProvisoMet(CommitmentId commitmentId, ProvisoId proviso, Text grounds) implements CommitmentEvent {}

    /** @param loosened what counted, firm or conditional, until then */
    @Disposable
    record CommitmentProvisoFailed(CommitmentId commitmentId, ProvisoId proviso, Text grounds, List<YearAmount> loosened)
            implements CommitmentEvent {}

    @Disposable
    record CommitmentProvisoWaived(CommitmentId commitmentId, ProvisoId proviso, Text grounds) implements CommitmentEvent {}

    /** Its last day passed and nobody had judged it. */
    record CommitmentProvisoLapsed(CommitmentId commitmentId, ProvisoId proviso, LocalDate lastDay,
                                   List<YearAmount> loosened) implements CommitmentEvent {}

    /** @param provisos the whole path, those of other commitments too: each of these records it once */
    @Disposable
    record CommitmentProvisosMetTogether(CommitmentId commitmentId, Set<ProvisoId> provisos, Text minutes)
            implements CommitmentEvent {
        public CommitmentProvisosMetTogether {
            provisos = Sorted.copyOf(provisos);
        }
    }

    @Disposable
    record ContributionReceived(CommitmentId commitmentId, FinanceYear year, BigDecimal amount, Text reference)
            implements CommitmentEvent {}

    /** @param variance received less committed */
    @Disposable
    record FinanceYearClosed(CommitmentId commitmentId, FinanceYear year, BigDecimal committed, BigDecimal received,
                             BigDecimal variance, @Nullable Text explanation) implements CommitmentEvent {}
}
