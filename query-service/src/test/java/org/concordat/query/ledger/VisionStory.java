package org.concordat.query.ledger;

import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.OFFICE;
import static org.concordat.query.ledger.Story.PC;
import static org.concordat.query.ledger.Story.POLICE;
import static org.concordat.query.ledger.Story.SCC;
import static org.concordat.query.ledger.Story.day;
import static org.concordat.query.ledger.Story.text;

import java.util.List;
import java.util.Set;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Position;
import org.concordat.api.decision.Result;
import org.concordat.api.decision.Rule;
import org.concordat.api.decision.Threshold;
import org.concordat.api.document.DocumentEvent.*;
import org.concordat.api.document.DocumentId;
import org.concordat.api.document.DocumentKind;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.query.ledger.ListLedger.By;

/** A vision from tabled to adopted, with everything that can happen on the way; then a small matter by silence. */
public final class VisionStory {

    public static final PartnerId HEALTH = new PartnerId("partner-mash.health");
    public static final DecisionId VISION = new DecisionId("decision-mash.vision");
    public static final DecisionId LOGO = new DecisionId("decision-mash.logo");
    public static final DocumentId TEXT = new DocumentId("document-mash.vision");
    public static final ProvisoId PROVISO = new ProvisoId("proviso-mash.vision.police-1");
    public static final MandateId OF_POLICE = new MandateId("mandate-mash.police");
    public static final MandateId OF_SCC = new MandateId("mandate-mash.scc");
    public static final Text FIRST = text("One front door.\nOpen by March.");
    public static final Text SECOND = text("One front door.\nOpen by May.");
    private static final By SECRETARY = new By("secretary", null, "SECRETARY");
    private static final By CHAIR = new By("chair", null, "CHAIR");
    private static final By NHS = new By("health", HEALTH.value(), "REPRESENTATIVE");
    private static final By CONCORDAT = new By("concordat", null, null);

    private VisionStory() {}

    public static Story tabled() {
        return Story.drawnUp()
            .then(OFFICE, "01-10", new PartnerAdmitted(MASH, HEALTH, text("Health")))
            .then(OFFICE, "01-10", mandate(OF_POLICE, "police", POLICE))
            .then(OFFICE, "01-10", mandate(OF_SCC, "scc", SCC))
            .then(PC, "01-11", new VersionProposed(MASH, TEXT, DocumentKind.VISION, 1, text("Vision"), FIRST,
                Hash.of(FIRST), List.of(text("Fewer handovers")), 5, List.of()))
            .then(PC, "01-12", new ProposalTabled(MASH, VISION, text("The vision"), FIRST, Hash.of(FIRST),
                rule(Threshold.EVERY_PARTNER, false), Set.of(POLICE, SCC, HEALTH), day("02-28"), Level.STRATEGIC,
                DecisionClass.PARTNERSHIP, null, true, List.of(new Effect.DocumentVersion(TEXT),
                    new Effect.PartnershipLead(Level.STRATEGIC, new PersonId("police"), day("03-01"), day("12-31"))),
                POLICE));
    }

    public static Story spoken() {
        return tabled()
            .then(PC, "01-14", new PositionRecorded(VISION, POLICE, new Position.Agree(null), Hash.of(FIRST),
                List.of(), OF_POLICE))
            .then(Story.COUNCIL, "01-15", new PositionRecorded(VISION, SCC, new Position.Objection(
                text("March cannot be kept"), text("Rooms are not ready"), text("A later month")), Hash.of(FIRST),
                List.of(), OF_SCC))
            .then(CHAIR, "01-16", new ObjectionUpheld(VISION, SCC, text("The rooms are ready in April")));
    }

    public static Story adopted() {
        Hash second = Hash.of(SECOND);
        ProvisoTerms rooms = new ProvisoTerms.ActOf(text("SCC hands over the rooms"), SCC, day("04-30"));
        return spoken()
            .then(PC, "01-18", new VersionProposed(MASH, TEXT, DocumentKind.VISION, 2, text("Vision"), SECOND, second,
                List.of(text("Fewer handovers")), 5, List.of()))
            .then(PC, "01-18", new ProposalAmended(VISION, SECOND, second, text("May instead of March"),
                Set.of(POLICE, SCC)))
            .then(Story.COUNCIL, "01-20", new PositionRecorded(VISION, SCC, new Position.Agree(text("Well done")),
                second, List.of(), OF_SCC))
            .then(Story.COUNCIL, "01-20", new ObjectionResolved(VISION, SCC, true))
            .then(PC, "01-21", new PositionRecorded(VISION, POLICE, new Position.Agree(null), second, List.of(),
                OF_POLICE))
            .then(PC, "01-22", new PositionChanged(VISION, POLICE, new Position.AgreeSubjectToProvisos(List.of(rooms)),
                second, text("The board asked for it"), List.of(new Proviso(PROVISO, POLICE, rooms,
                    ProvisoStanding.OPEN, day("01-22"))), OF_POLICE))
            .then(SECRETARY, "01-23", new PositionRecordedFor(VISION, HEALTH,
                new Position.AgreeWithReservations(text("Staffing")), second, text("Minute 7"), List.of()))
            .then(NHS, "01-24", new PositionConfirmed(VISION, HEALTH, new MandateId("mandate-mash.health")))
            .then(SECRETARY, "01-25", new ReasonsGiven(VISION, text("Families ask once"),
                List.of(text("Two front doors"))))
            .then(SECRETARY, "01-26", new DecisionClosed(VISION, Result.ADOPTED,
                "Adopted: 3 of 3 agree, quorum 2; Police's agreement is subject to one proviso.", false, second,
                List.of(new Effect.DocumentVersion(TEXT), new Effect.PartnershipLead(Level.STRATEGIC,
                    new PersonId("police"), day("03-01"), day("12-31")))))
            .then(CONCORDAT, "01-26", new VersionCameIntoForce(TEXT, second, VISION))
            .then(CONCORDAT, "01-26", new PartnershipLeadProposed(MASH, Level.STRATEGIC, new PersonId("police"),
                day("03-01"), day("12-31"), VISION));
    }

    public static Story silent() {
        Text logo = text("A door as logo");
        return adopted()
            .then(OFFICE, "02-01", new ProposalTabled(MASH, LOGO, text("The logo"), logo, Hash.of(logo),
                rule(Threshold.CONSENT, true), Set.of(POLICE, SCC), day("02-10"), Level.OPERATIONAL,
                DecisionClass.PARTNERSHIP, null, false, List.of(), null))
            .then(PC, "02-03", new PositionRecorded(LOGO, POLICE, new Position.Agree(null), Hash.of(logo), List.of(),
                OF_POLICE))
            .then(CONCORDAT, "02-11", new PositionDeemed(LOGO, SCC))
            .then(CONCORDAT, "02-11", new DecisionClosed(LOGO, Result.ADOPTED, "Adopted: no objection stands.", true,
                Hash.of(logo), List.of()))
            .then(PC, "03-01", new PartnershipLeadAccepted(MASH, Level.STRATEGIC, new PersonId("police"),
                day("03-01"), day("12-31")))
            .then(CONCORDAT, "05-01", new ProvisoLapsed(VISION, PROVISO, day("04-30")));
    }

    private static Rule rule(Threshold threshold, boolean silence) {
        return new Rule(threshold, Set.of(), silence ? 1 : 2, false, silence);
    }

    private static MandateGiven mandate(MandateId id, String person, PartnerId partner) {
        return new MandateGiven(MASH, id, new PersonId(person), partner, new MandateScope(DecisionClass.PARTNERSHIP,
            null, Set.of(Level.STRATEGIC, Level.OPERATIONAL), null, null, false, true), day("01-10"), null,
            text("Minute 1"), null, null);
    }
}
