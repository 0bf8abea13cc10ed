package org.concordat.query.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.concordat.api.Text;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.commitment.Form;
import org.concordat.api.commitment.Investment;
import org.concordat.api.commitment.Spend;
import org.concordat.api.commitment.Unit;
import org.concordat.api.commitment.YearAmount;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.FinanceYearsAgreed;
import org.concordat.api.partnership.PartnershipEvent.WitnessKeyRegistered;
import org.concordat.api.partnership.PartnershipEvent.WitnessKeyWithdrawn;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.WitnessKey;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;

/** One event of each kind that committing knows. */
public final class CommittedSamples {

    private static final PartnershipId MASH = new PartnershipId("partnership-mash");
    private static final PartnerId POLICE = new PartnerId("partner-mash.police");
    private static final PartnerId SCC = new PartnerId("partner-mash.scc");
    private static final CommitmentId NIGHTS = new CommitmentId("commitment-mash.nights");
    private static final MandateId MANDATE = new MandateId("mandate-mash.police");
    private static final ProvisoId PROVISO = ProvisoId.of(NIGHTS.value(), POLICE, 1);
    private static final FinanceYear FIRST = FinanceYear.of(2013);
    private static final LocalDate DAY = LocalDate.of(2013, 1, 15);
    private static final Text WORDS = new Text("As agreed in the room.");
    private static final Proviso ROOM = new Proviso(PROVISO, POLICE, new ProvisoTerms.ActOf(new Text(
            "SCC find the room"), SCC, DAY.plusMonths(2)), ProvisoStanding.OPEN, DAY);
    private static final List<YearAmount> YEARS = List.of(new YearAmount(FIRST, amount("10000.00")),
            new YearAmount(FIRST.next(), amount("0.00")), new YearAmount(FIRST.next().next(), amount("12500.50")));
    private static final Investment STAFF = new Investment(new Text("Two decision makers at night"),
            Set.of(new ActionId("action-mash.leadership.A06")), Set.of(new DocumentId("document-mash.vision")));

    public static final List<Object> EVENTS = List.of(new FinanceYearsAgreed(MASH, FIRST, 3, WORDS),
            new WitnessKeyRegistered(MASH, POLICE, new WitnessKey("police.example/concordat+b1ddb196+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f")),
            new WitnessKeyWithdrawn(MASH, POLICE, new WitnessKey("police.example/concordat+b1ddb196+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f")),
            new CommitmentOffered(MASH, NIGHTS, POLICE, new Text("Night staff"), Unit.money("GBP"), Form.CASH,
                    Spend.REVENUE, YEARS, Level.STRATEGIC, "finance", List.of(ROOM), STAFF),
            new ProvisoAttached(NIGHTS, ROOM), new CommitmentConfirmed(NIGHTS, MANDATE, amount("22500.50")),
            new CommitmentVaried(NIGHTS, YEARS, List.of(ROOM), WORDS, MANDATE),
            new CommitmentWithdrawn(NIGHTS, FIRST.next().next(), WORDS), new InvestmentDescribed(NIGHTS, STAFF),
            new CommitmentProvisoMet(NIGHTS, PROVISO, WORDS), new CommitmentProvisoFailed(NIGHTS, PROVISO, WORDS,
                    YEARS), new CommitmentProvisoWaived(NIGHTS, PROVISO, WORDS),
            new CommitmentProvisoLapsed(NIGHTS, PROVISO, DAY, YEARS),
            new CommitmentProvisosMetTogether(NIGHTS, Set.of(PROVISO), WORDS),
            new ContributionReceived(NIGHTS, FIRST, amount("2500.00"), WORDS),
            new FinanceYearClosed(NIGHTS, FIRST, amount("10000.00"), amount("2500.00"), amount("-7500.00"), WORDS));

    private CommittedSamples() {}

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }
}
