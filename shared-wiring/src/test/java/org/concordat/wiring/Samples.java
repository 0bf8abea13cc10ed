package org.concordat.wiring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.document.DocumentEvent.*;
import org.concordat.api.document.DocumentId;
import org.concordat.api.document.DocumentKind;
import org.concordat.api.partnership.*;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.concordat.api.planitem.*;
import org.concordat.api.planitem.PlanItemEvent.*;

/** One of each event ever released, with every optional part filled somewhere. */
final class Samples {

    private static final PartnershipId MASH = new PartnershipId("partnership-mash");
    private static final PartnerId POLICE = new PartnerId("partner-mash.police");
    private static final PartnerId SCC = new PartnerId("partner-mash.scc");
    private static final BoardId SSCB = new BoardId("board-mash.sscb");
    private static final FindingId FINDING = new FindingId("finding-mash.8d");
    private static final AppointmentId APPOINTMENT = new AppointmentId("appointment-mash.police");
    private static final ItemId ITEM = new ItemId("item-mash.leadership");
    private static final ActionId A06 = new ActionId("action-mash.leadership.A06");
    private static final LocalDate DAY = LocalDate.parse("2013-01-15");
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final Evidence EVIDENCE = new Evidence(new Text("Minute 4"), HASH);
    private static final Lead.Partner BY_POLICE = new Lead.Partner(POLICE);

    private static final DecisionId DECISION = new DecisionId("decision-mash.d1");
    private static final DocumentId VISION = new DocumentId("document-mash.vision");
    private static final MandateId MANDATE = new MandateId("mandate-mash.police");
    private static final MandateScope SCOPE = new MandateScope(DecisionClass.CASE_AUTHORITY, "threshold", Set.of(Level.TACTICAL),
            new BigDecimal("1000.50"), "GBP", true, true);

    private static final Lead JOINTLY = new Lead.Jointly(List.of(BY_POLICE, new Lead.Post(new Text("OD"), SCC),
            new Lead.Post(new Text("DS"), null), new Lead.Board(SSCB), new Lead.Group(new Text("Team Leaders"), null),
            new Lead.Person(new PersonId("person-1")), new Lead.AsPrinted(new Text("JM")),
            new Lead.EveryPartner(new Text("All partners"))), POLICE);

    static final List<Timescale> TIMESCALES = List.of(new Timescale.ByMonth(YearMonth.of(2013, 1), "By January 2013"),
            new Timescale.InMonth(YearMonth.of(2013, 3), "March , 2013"),
            new Timescale.Between(YearMonth.of(2013, 1), YearMonth.of(2013, 2), "Jan/Feb 2013"),
            new Timescale.Ongoing("Ongoing"),
            new Timescale.OngoingWithCheckpoint(YearMonth.of(2013, 6), "Ongoing / June 2013"));

    static final List<Object> EVENTS = List.of(
            new PartnershipEstablished(MASH, text("MASH"), ZoneId.of("Europe/London"), LocalDate.parse("2013-09-30"),
                    new AppointmentId("appointment-mash.programme-office"), new PersonId("programme")),
            new PartnerAdmitted(MASH, POLICE, text("Police")),
            new Appointed(MASH, APPOINTMENT, new PersonId("police"), AppointmentKind.CHAIR, POLICE, SSCB, DAY, DAY.plusYears(1)),
            new AppointmentEnded(MASH, APPOINTMENT, DAY, text("Moved on")),
            new BoardRegistered(MASH, SSCB, text("SSCB"), Level.STRATEGIC),
            new FindingRegistered(MASH, FINDING, SevenS.STYLE, text("One clear leader is wanted."), Held.ALL),
            new RecordCorrected(MASH, EntryId.of("item-mash.leadership", 3), text("Wrong party"), EntryId.of("item-mash.leadership", 4)),
            new PayloadDisposedOf(MASH, EntryId.of("item-mash.leadership", 3), DisposalReason.NAMES_A_PERSON, new Hash(HASH)),
            new ImportBegun(MASH, HASH, 71, true),
            new PlanImported(MASH, HASH),
            new ItemDrawnUp(MASH, ITEM, PlanArea.LEADERSHIP, text("Leadership"), List.of(text("Purpose")), List.of(text("Challenge")),
                    List.of(text("Approach")), List.of(text("Question?")), Set.of(FINDING), OdComponent.PEOPLE, SevenS.STYLE),
            new ActionAgreed(ITEM, A06, text("A06"), List.of(text("Meet")), TIMESCALES.get(1), text("Senior staff /SCC/ Police/ SSOTP")),
            new LeadAssigned(ITEM, A06, JOINTLY, JOINTLY.parties(List.of(POLICE, SCC))),
            new LeadAccepted(ITEM, A06, 1, BY_POLICE),
            new LeadDeclined(ITEM, A06, 2, new Lead.Post(new Text("OD"), SCC), text("No capacity")),
            new LeadHandedOver(ITEM, A06, 1, BY_POLICE, new Lead.Partner(SCC), text("Moves with the team")),
            new ActionStarted(ITEM, A06),
            new ProgressReported(ITEM, A06, 1, text("Met twice"), EVIDENCE),
            new CompletionReported(ITEM, A06, 1, new PersonId("police"), EVIDENCE),
            new CompletionVerified(ITEM, A06, 1),
            new CompletionRejected(ITEM, A06, 1, text("No minutes")),
            new ActionDeferred(ITEM, A06, TIMESCALES.get(1), TIMESCALES.get(2), text("Election"), 1),
            new ActionCancelled(ITEM, A06, text("Overtaken")),
            new ItemClosed(ITEM),
            new MandateGiven(MASH, MANDATE, new PersonId("police"), POLICE, SCOPE, DAY, DAY.plusYears(1), text("Minute 4"),
                    new MandateId("mandate-mash.above"), DECISION),
            new MandateVaried(MASH, MANDATE, SCOPE, DAY.plusYears(2), text("Extended")),
            new MandateRevoked(MASH, MANDATE, text("Moved on")),
            new MandateFoundVoid(MASH, MANDATE, DAY, text("Never approved"), text("Opinion 3")),
            new ActsRatified(MASH, MANDATE, Set.of(EntryId.of("decision-mash.d1", 2), EntryId.of("decision-mash.d1", 1)), DECISION,
                    text("Minute 9"), text("Each was within what was meant")),
            new ContentMarked(MASH, "decision-mash.d1", Marking.RESTRICTED,
                    Set.of(new PartnerId("partner-mash.scc"), new PartnerId("partner-mash.police"))),
            new FinanceYearsAgreed(MASH, FinanceYear.of(2013), 3, text("Minute 4")),
            new WitnessKeyRegistered(MASH, POLICE, new WitnessKey("police.example/concordat+b1ddb196+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f")),
            new WitnessKeyWithdrawn(MASH, POLICE, new WitnessKey("police.example/concordat+b1ddb196+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f")),
            new PartnershipLeadProposed(MASH, Level.STRATEGIC, new PersonId("chair"), DAY, DAY.plusYears(1), DECISION),
            new PartnershipLeadAccepted(MASH, Level.STRATEGIC, new PersonId("chair"), DAY, DAY.plusYears(1)),
            new VersionProposed(MASH, VISION, DocumentKind.VISION, 1, text("Vision"), text("Children are safer."), new Hash(HASH),
                    List.of(text("Fewer repeat referrals")), 5, List.of(text("Housing"))),
            new VersionCameIntoForce(VISION, new Hash(HASH), DECISION),
            new VersionAcknowledged(VISION, new Hash(HASH), POLICE));

    private Samples() {}

    private static Text text(String words) {
        return new Text(words);
    }
}
