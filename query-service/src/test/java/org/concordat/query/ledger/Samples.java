package org.concordat.query.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.document.DocumentEvent;
import org.concordat.api.partnership.*;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.concordat.api.planitem.*;
import org.concordat.api.planitem.PlanItemEvent.*;

/** One event of each kind. */
final class Samples {

    static final PartnershipId MASH = new PartnershipId("partnership-mash");
    static final ItemId ITEM = new ItemId("item-mash.leadership");
    static final ActionId A06 = new ActionId("action-mash.leadership.A06");
    private static final PartnerId POLICE = new PartnerId("partner-mash.police");
    private static final LocalDate DAY = LocalDate.of(2013, 1, 15);
    private static final Lead.Party LEAD = new Lead.Partner(POLICE);
    private static final Timescale MARCH = new Timescale.ByMonth(YearMonth.of(2013, 3), "March 2013");
    private static final String HASH = "0".repeat(64);

    private Samples() {}

    static PartnershipEstablished established(String partnership, String person) {
        String key = new PartnershipId(partnership).key();
        return new PartnershipEstablished(new PartnershipId(partnership), text("The hub"), ZoneId.of("Europe/London"),
                LocalDate.of(2013, 12, 31), new AppointmentId("appointment-" + key + ".office"), new PersonId(person));
    }

    static Appointed appointed(String person) {
        return new Appointed(MASH, new AppointmentId("appointment-mash." + person), new PersonId(person),
                AppointmentKind.REPRESENTATIVE, POLICE, null, DAY, null);
    }

    static LeadAccepted accepted() {
        return new LeadAccepted(ITEM, A06, 1, LEAD);
    }

    static List<Object> all() {
        return Stream.of(planned(), DecidedSamples.EVENTS, CommittedSamples.EVENTS).flatMap(List::stream).toList();
    }

    private static List<Object> planned() {
        return List.of(
                established("partnership-mash", "programme"), new PartnerAdmitted(MASH, POLICE, text("Police")),
                appointed("police"),
                new AppointmentEnded(MASH, new AppointmentId("appointment-mash.police"), DAY, text("moved on")),
                new BoardRegistered(MASH, new BoardId("board-mash.sscb"), text("SSCB"), Level.STRATEGIC),
                new FindingRegistered(MASH, new FindingId("finding-mash.8c"), SevenS.STYLE, text("No lead"), Held.ALL),
                new RecordCorrected(MASH, new EntryId("entry-partnership-mash@2"), text("wrong day"), null),
                new PayloadDisposedOf(MASH, new EntryId("entry-item-mash.leadership@9"), DisposalReason.ORDERED, new Hash(HASH)),
                new ImportBegun(MASH, HASH, 63, true), new PlanImported(MASH, HASH),
                new ItemDrawnUp(MASH, ITEM, PlanArea.LEADERSHIP, text("Leadership"), List.of(text("One voice")),
                        List.of(),
                        List.of(), List.of(), Set.of(new FindingId("finding-mash.8c")), OdComponent.PEOPLE,
                        SevenS.STYLE),
                new ActionAgreed(ITEM, A06, text("A06"), List.of(text("workshop")), MARCH,
                        text("Senior staff, Police")),
                new LeadAssigned(ITEM, A06, LEAD, List.of(LEAD)), accepted(),
                new LeadDeclined(ITEM, A06, 1, LEAD, text("no capacity")),
                new LeadHandedOver(ITEM, A06, 1, LEAD, new Lead.Post(text("OD"), null), text("closer")),
                new ActionStarted(ITEM, A06), new ProgressReported(ITEM, A06, 1, text("Zoë’s note \"1\"\n"), null),
                new CompletionReported(ITEM, A06, 1, new PersonId("police"), new Evidence(text("minute 7"), HASH)),
                new CompletionVerified(ITEM, A06, 1), new CompletionRejected(ITEM, A06, 1, text("not yet")),
                new ActionDeferred(ITEM, A06, MARCH, new Timescale.Ongoing("Ongoing"), text("snow"), 1),
                new ActionCancelled(ITEM, A06, text("overtaken")), new ItemClosed(ITEM));
    }

    static String subjectOf(Object event) {
        return subject(event);
    }

    /** The thing an event is about. */
    static String subject(Object event) {
        return switch (event) {
            case PlanItemEvent e -> e.itemId().value();
            case DecisionEvent e -> e.decisionId().value();
            case DocumentEvent e -> e.documentId().value();
            case CommitmentEvent e -> e.commitmentId().value();
            case PartnershipEvent e -> e.partnershipId().value();
            default -> throw new IllegalArgumentException("no event: " + event);
        };
    }

    private static Text text(String words) {
        return new Text(words);
    }
}
