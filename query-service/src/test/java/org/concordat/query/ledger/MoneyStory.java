package org.concordat.query.ledger;

import static org.concordat.query.ledger.Story.COUNCIL;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.OFFICE;
import static org.concordat.query.ledger.Story.PC;
import static org.concordat.query.ledger.Story.POLICE;
import static org.concordat.query.ledger.Story.SCC;
import static org.concordat.query.ledger.Story.day;
import static org.concordat.query.ledger.Story.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.commitment.Form;
import org.concordat.api.commitment.Investment;
import org.concordat.api.commitment.Spend;
import org.concordat.api.commitment.Unit;
import org.concordat.api.commitment.YearAmount;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.query.ledger.ListLedger.By;

/** Night staff and a room: each partner will if the other will; then one proviso fails. */
public final class MoneyStory {

    public static final CommitmentId STAFF = new CommitmentId("commitment-mash.staff");
    public static final CommitmentId ROOM = new CommitmentId("commitment-mash.room");
    public static final CommitmentId DESKS = new CommitmentId("commitment-mash.desks");
    public static final ProvisoId OF_STAFF = ProvisoId.of(STAFF.value(), POLICE, 1);
    public static final ProvisoId OF_ROOM = ProvisoId.of(ROOM.value(), SCC, 1);
    public static final ProvisoId GRANT = ProvisoId.of(ROOM.value(), SCC, 2);
    public static final FinanceYear Y13 = FinanceYear.of(2013);
    public static final Unit GBP = Unit.money("GBP");
    private static final Investment BUYS = new Investment(text("One place to decide"), Set.of(Story.A06),
            Set.of(VisionStory.TEXT));
    private static final By SECRETARY = new By("secretary", null, "SECRETARY");

    private MoneyStory() {}

    /** Both are confirmed, and each waits for the other; the room for a grant besides. Desks are offered only. */
    public static Story waiting() {
        return VisionStory.adopted()
            .then(PC, "02-01", offered(STAFF, POLICE, "Night staff", GBP, years("10000.00", "10000.00", "12500.50"),
                proviso(OF_STAFF, POLICE, new ProvisoTerms.ActOf(text("SCC fund the room"), SCC, day("06-30")))))
            .then(COUNCIL, "02-02", offered(ROOM, SCC, "A room", GBP, years("4000.00", "0.00", "4000.00"),
                proviso(OF_ROOM, SCC, new ProvisoTerms.ActOf(text("Police fund the staff"), POLICE, day("06-30"))),
                proviso(GRANT, SCC, new ProvisoTerms.JudgedBy(text("The grant is approved"), POLICE, day("05-31")))))
            .then(COUNCIL, "02-03", offered(DESKS, SCC, "Desks", new Unit(
                org.concordat.api.commitment.CommitmentKind.SYSTEMS_ACCESS, null), years("6", "6", "6")))
            .then(PC, "02-10", new CommitmentConfirmed(STAFF, VisionStory.OF_POLICE, amount("32500.50")))
            .then(COUNCIL, "02-10", new CommitmentConfirmed(ROOM, VisionStory.OF_SCC, amount("8000.00")));
    }

    /** One joint act meets the mutual ones; the grant fails, and with it the room's money is loose. */
    public static Story loosened() {
        return loosened(waiting());
    }

    /** The same, where it had been said what the room is for. */
    public static Story failedAfterAll() {
        return loosened(waiting().then(COUNCIL, "02-11", new InvestmentDescribed(ROOM, BUYS)));
    }

    private static Story loosened(Story waiting) {
        return waiting
            .then(SECRETARY, "03-01", new CommitmentProvisosMetTogether(STAFF, Set.of(OF_STAFF, OF_ROOM),
                text("Minute 9")))
            .then(SECRETARY, "03-01", new CommitmentProvisosMetTogether(ROOM, Set.of(OF_STAFF, OF_ROOM),
                text("Minute 9")))
            .then(OFFICE, "04-20", new ContributionReceived(STAFF, Y13, amount("2500.00"), text("Ledger 17")))
            .then(PC, "05-02", "05-20", new CommitmentProvisoFailed(ROOM, GRANT, text("Refused"),
                years("4000.00", "0.00", "4000.00")));
    }

    /** The room is varied, with the reason, and the first year of the staff is closed short. */
    public static Story closed() {
        MandateId mandate = VisionStory.OF_SCC;
        return loosened()
            .then(COUNCIL, "06-01", new CommitmentVaried(ROOM, years("1000.00", "0.00", "1000.00"), List.of(),
                text("Without the grant a quarter of it"), mandate))
            .then(COUNCIL, "06-02", new InvestmentDescribed(ROOM, BUYS))
            .then(OFFICE, "06-03", new FinanceYearClosed(STAFF, Y13, amount("10000.00"), amount("2500.00"),
                amount("-7500.00"), text("Posts stood empty")));
    }

    public static CommitmentOffered offered(CommitmentId id, PartnerId partner, String title, Unit unit,
                                            List<YearAmount> years, Proviso... provisos) {
        return new CommitmentOffered(MASH, id, partner, text(title), unit, unit.equals(GBP) ? Form.CASH : Form.IN_KIND,
                Spend.REVENUE, years, Level.STRATEGIC, "finance", List.of(provisos), null);
    }

    public static Proviso proviso(ProvisoId id, PartnerId holder, ProvisoTerms terms) {
        return new Proviso(id, holder, terms, ProvisoStanding.OPEN, day("02-01"));
    }

    /** From 2013/14 on. */
    public static List<YearAmount> years(String... amounts) {
        List<YearAmount> years = new ArrayList<>();
        FinanceYear year = Y13;
        for (String amount : amounts) {
            years.add(new YearAmount(year, amount(amount)));
            year = year.next();
        }
        return years;
    }

    public static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }
}
