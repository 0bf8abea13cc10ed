package org.concordat.query.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.Held;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.concordat.api.partnership.PartnershipEvent.BoardRegistered;
import org.concordat.api.partnership.PartnershipEvent.FindingRegistered;
import org.concordat.api.partnership.PartnershipEvent.PartnerAdmitted;
import org.concordat.api.partnership.PartnershipEvent.PartnershipEstablished;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.SevenS;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.OdComponent;
import org.concordat.api.planitem.PlanArea;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.api.planitem.PlanItemEvent.ActionAgreed;
import org.concordat.api.planitem.PlanItemEvent.ActionDeferred;
import org.concordat.api.planitem.PlanItemEvent.ActionStarted;
import org.concordat.api.planitem.PlanItemEvent.CompletionReported;
import org.concordat.api.planitem.PlanItemEvent.ItemDrawnUp;
import org.concordat.api.planitem.PlanItemEvent.LeadAccepted;
import org.concordat.api.planitem.PlanItemEvent.LeadAssigned;
import org.concordat.api.planitem.PlanItemEvent.LeadHandedOver;
import org.concordat.api.planitem.Timescale;
import org.concordat.query.ledger.ListLedger.By;

/**
 * A small history in the words of the plan. Each act is recorded at noon; a day given twice is effective day, then
 * recorded.
 */
public final class Story {

    public static final PartnershipId MASH = new PartnershipId("partnership-mash");
    public static final PartnerId POLICE = new PartnerId("partner-mash.police");
    public static final PartnerId SCC = new PartnerId("partner-mash.scc");
    public static final ItemId LEADERSHIP = new ItemId("item-mash.leadership");
    public static final ActionId A06 = new ActionId("action-mash.leadership.A06");
    public static final ActionId A07 = new ActionId("action-mash.leadership.A07");
    public static final Lead.Partner BY_POLICE = new Lead.Partner(POLICE);
    public static final Lead.Partner BY_SCC = new Lead.Partner(SCC);
    public static final Timescale MARCH = new Timescale.ByMonth(YearMonth.of(2013, 3), "March 2013");
    public static final Timescale MAY = new Timescale.ByMonth(YearMonth.of(2013, 5), "May 2013");
    public static final By FOUNDER = new By("founder", null, null);
    public static final By OFFICE = new By("programme", null, "PROGRAMME_OFFICE");
    public static final By PC = new By("police", POLICE.value(), "REPRESENTATIVE");
    public static final By COUNCIL = new By("scc", SCC.value(), "REPRESENTATIVE");

    public final ListLedger ledger = new ListLedger();

    public static LocalDate day(String day) {
        return LocalDate.parse("2013-" + day);
    }

    public static Instant noon(String day) {
        return Instant.parse("2013-" + day + "T12:00:00Z");
    }

    public static Text text(String words) {
        return new Text(words);
    }

    public Story then(By by, String on, Object event) {
        return then(by, on, on, event);
    }

    public Story then(By by, String on, String recorded, Object event) {
        ledger.add(event, by, day(on), noon(recorded));
        return this;
    }

    /** Two partners, one board, one finding, one item, A06 (printed, unassigned) and A07 (nothing printed). */
    public static Story drawnUp() {
        return new Story()
            .then(FOUNDER, "01-07", new PartnershipEstablished(MASH, text("MASH"), ZoneId.of("Europe/London"),
                day("09-30"),
                new AppointmentId("appointment-mash.office"), new PersonId("programme")))
            .then(OFFICE, "01-07", new PartnerAdmitted(MASH, POLICE, text("Police")))
            .then(OFFICE, "01-07", new PartnerAdmitted(MASH, SCC, text("SCC")))
            .then(OFFICE, "01-07", appointed("police", POLICE))
            .then(OFFICE, "01-07", appointed("scc", SCC))
            .then(OFFICE, "01-08", new BoardRegistered(MASH, new BoardId("board-mash.sscb"), text("SSCB"),
                Level.STRATEGIC))
            .then(OFFICE, "01-08", new FindingRegistered(MASH, new FindingId("finding-mash.8c"), SevenS.STRUCTURE,
                text("Roles are unclear"), Held.MAJORITY))
            .then(OFFICE, "01-09", new ItemDrawnUp(MASH, LEADERSHIP, PlanArea.LEADERSHIP, text("Leadership"),
                List.of(text("Lead together")), List.of(), List.of(), List.of(),
                        Set.of(new FindingId("finding-mash.8c")),
                OdComponent.PEOPLE, SevenS.STYLE))
            .then(OFFICE, "01-09", new ActionAgreed(LEADERSHIP, A06, text("A06"), List.of(text("Meet")), MARCH,
                text("Police, SCC")))
            .then(OFFICE, "01-09", new ActionAgreed(LEADERSHIP, A07, text("A07"), List.of(), MAY, null));
    }

    /**
     * Police lead A06 from February, start it, hand it over to SCC in April (recorded late), and it is deferred to
     * May.
     */
    public static Story led() {
        return drawnUp()
            .then(OFFICE, "01-10", assigned(BY_POLICE))
            .then(PC, "02-01", new LeadAccepted(LEADERSHIP, A06, 1, BY_POLICE))
            .then(PC, "02-02", new ActionStarted(LEADERSHIP, A06))
            .then(PC, "03-28", new ActionDeferred(LEADERSHIP, A06, MARCH, MAY, text("Key people away"), 1))
            .then(PC, "04-02", "04-10", new LeadHandedOver(LEADERSHIP, A06, 1, BY_POLICE, BY_SCC,
                text("Closer to the work")))
            .then(COUNCIL, "04-03", "04-12", new LeadAccepted(LEADERSHIP, A06, 1, BY_SCC))
            .then(COUNCIL, "05-20", new CompletionReported(LEADERSHIP, A06, 1, new PersonId("scc"), null));
    }

    public static LeadAssigned assigned(Lead lead) {
        return new LeadAssigned(LEADERSHIP, A06, lead, lead.parties(List.of(POLICE, SCC)));
    }

    public Story with(PlanItemEvent... events) {
        for (PlanItemEvent event : events) then(OFFICE, "06-01", event);
        return this;
    }

    private static Appointed appointed(String person, PartnerId partner) {
        return new Appointed(MASH, new AppointmentId("appointment-mash." + person), new PersonId(person),
                AppointmentKind.REPRESENTATIVE, partner, null, day("01-07"), null);
    }
}
