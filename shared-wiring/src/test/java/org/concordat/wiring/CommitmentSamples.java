package org.concordat.wiring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.concordat.api.Text;
import org.concordat.api.commitment.*;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.proviso.*;

/** One of each event of a commitment. */
final class CommitmentSamples {

    private static final CommitmentId C = new CommitmentId("commitment-mash.police-2013");
    private static final PartnerId POLICE = new PartnerId("partner-mash.police");
    private static final PartnerId SCC = new PartnerId("partner-mash.scc");
    private static final MandateId MANDATE = new MandateId("mandate-mash.police");
    private static final LocalDate DAY = LocalDate.parse("2013-01-15");
    private static final Text WORDS = new Text("Words");
    private static final FinanceYear YEAR = FinanceYear.of(2013);
    private static final ProvisoId P1 = ProvisoId.of(C.value(), POLICE, 1);
    private static final ProvisoId S1 = ProvisoId.of("commitment-mash.scc-2013", SCC, 1);
    private static final Proviso PROVISO = new Proviso(P1, POLICE, new ProvisoTerms.ActOf(WORDS, SCC, DAY), ProvisoStanding.OPEN, DAY);
    private static final List<YearAmount> YEARS = List.of(new YearAmount(YEAR, new BigDecimal("10000.50")),
            new YearAmount(YEAR.next(), new BigDecimal("0.00")), new YearAmount(YEAR.next().next(), new BigDecimal("0.01")));
    private static final Investment INVESTMENT = new Investment(WORDS,
            Set.of(new ActionId("action-mash.finance.A18"), new ActionId("action-mash.finance.A17")),
            Set.of(new DocumentId("document-mash.vision")));

    static final List<Object> EVENTS = List.of(
            new CommitmentOffered(C.partnershipId(), C, POLICE, WORDS, Unit.money("GBP"), Form.CASH, Spend.REVENUE, YEARS,
                    Level.STRATEGIC, "finance", List.of(PROVISO), INVESTMENT),
            new ProvisoAttached(C, PROVISO),
            new CommitmentConfirmed(C, MANDATE, new BigDecimal("10000.51")),
            new CommitmentVaried(C, YEARS, List.of(PROVISO), WORDS, MANDATE),
            new CommitmentWithdrawn(C, YEAR.next(), WORDS),
            new InvestmentDescribed(C, INVESTMENT),
            new CommitmentProvisoMet(C, P1, WORDS),
            new CommitmentProvisoFailed(C, P1, WORDS, YEARS),
            new CommitmentProvisoWaived(C, P1, WORDS),
            new CommitmentProvisoLapsed(C, P1, DAY, YEARS),
            new CommitmentProvisosMetTogether(C, Set.of(S1, P1), WORDS),
            new ContributionReceived(C, YEAR, new BigDecimal("2500.25"), WORDS),
            new FinanceYearClosed(C, YEAR, new BigDecimal("10000.50"), new BigDecimal("2500.25"), new BigDecimal("-7500.25"), WORDS));

    private CommitmentSamples() {}
}
