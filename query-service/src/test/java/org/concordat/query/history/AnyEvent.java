package org.concordat.query.history;

import static org.concordat.query.ledger.Story.A06;
import static org.concordat.query.ledger.Story.BY_POLICE;
import static org.concordat.query.ledger.Story.BY_SCC;
import static org.concordat.query.ledger.Story.LEADERSHIP;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.OFFICE;
import static org.concordat.query.ledger.Story.POLICE;
import static org.concordat.query.ledger.Story.day;
import static org.concordat.query.ledger.Story.text;
import static org.concordat.query.ledger.VisionStory.HEALTH;
import static org.concordat.query.ledger.VisionStory.OF_POLICE;
import static org.concordat.query.ledger.VisionStory.PROVISO;
import static org.concordat.query.ledger.VisionStory.TEXT;
import static org.concordat.query.ledger.VisionStory.VISION;

import java.util.List;
import java.util.Set;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.Position;
import org.concordat.api.document.DocumentEvent.VersionAcknowledged;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.DisposalReason;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.concordat.api.partnership.WitnessKey;
import org.concordat.api.planitem.PlanItemEvent.*;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.query.ledger.MoneyStory;
import org.concordat.query.ledger.Story;
import org.concordat.query.ledger.VisionStory;

/** What the other stories leave out, each where it has something to change. */
final class AnyEvent {

    private static final MandateScope LESS = new MandateScope(DecisionClass.PARTNERSHIP, null, Set.of(Level.STRATEGIC), null, null,
            false, false);

    private AnyEvent() {}

    static List<Story> stories() {
        return List.of(open(), adopted(), money(), plan(), hub());
    }

    private static Story open() {
        return VisionStory.spoken()
            .then(OFFICE, "02-01", new DeadlineExtended(VISION, day("02-28"), day("03-15"), text("Snow")))
            .then(OFFICE, "02-01", new ObjectionDismissed(VISION, Story.SCC, text("They are ready")))
            .then(OFFICE, "02-01", new ObjectionResolved(VISION, Story.SCC, false))
            .then(OFFICE, "02-02", new PositionRecordedFor(VISION, HEALTH, new Position.Agree(null),
                Hash.of(VisionStory.FIRST), text("Minute 3"), List.of()))
            .then(OFFICE, "02-02", new PositionContested(VISION, HEALTH, text("Nobody asked")))
            .then(OFFICE, "02-02", new InterestDeclared(VISION, HEALTH, text("The lease")))
            .then(OFFICE, "02-03", new PartnerRecused(VISION, HEALTH, text("The lease")))
            .then(OFFICE, "02-04", new ProposalWithdrawn(VISION, text("Not yet")));
    }

    private static Story adopted() {
        Hash second = Hash.of(VisionStory.SECOND);
        return VisionStory.adopted()
            .then(OFFICE, "02-01", new VersionAcknowledged(TEXT, second, POLICE))
            .then(OFFICE, "02-01", new ReviewDateSet(VISION, day("12-01")))
            .then(OFFICE, "02-01", new DecisionRatified(VISION, text("Minute 8")))
            .then(OFFICE, "02-01", new ProvisoFailed(VISION, PROVISO, text("Sold")))
            .then(OFFICE, "02-02", new ProvisoMet(VISION, PROVISO, text("Bought back")))
            .then(OFFICE, "02-03", new ProvisoWaived(VISION, PROVISO, text("No rooms needed")))
            .then(OFFICE, "02-04", new ProvisosMetTogether(VISION, Set.of(PROVISO), text("Minute 9")))
            .then(OFFICE, "02-05", new DecisionSuperseded(VISION, VisionStory.LOGO))
            .then(OFFICE, "02-06", new DecisionRescinded(VISION, text("Overtaken")))
            .then(OFFICE, "02-07", new DecisionReopened(VISION, day("04-01"), text("New facts")));
    }

    private static Story money() {
        ProvisoId third = ProvisoId.of(MoneyStory.ROOM.value(), Story.SCC, 3);
        return MoneyStory.waiting()
            .then(OFFICE, "02-20", attached(third))
            .then(OFFICE, "02-21", new CommitmentProvisoMet(MoneyStory.ROOM, third, text("Signed")))
            .then(OFFICE, "02-22", new CommitmentProvisoWaived(MoneyStory.ROOM, MoneyStory.OF_ROOM, text("Not needed")))
            .then(OFFICE, "06-01", new CommitmentProvisoLapsed(MoneyStory.ROOM, MoneyStory.GRANT, day("05-31"), List.of()))
            .then(OFFICE, "06-02", new CommitmentWithdrawn(MoneyStory.STAFF, FinanceYear.of(2015), text("Merged")));
    }

    private static Object attached(ProvisoId id) {
        return new ProvisoAttached(MoneyStory.ROOM, MoneyStory.proviso(id, Story.SCC,
                new ProvisoTerms.JudgedBy(text("The lease is signed"), POLICE, day("05-31"))));
    }

    private static Story plan() {
        return Story.led()
            .then(OFFICE, "06-01", new ProgressReported(LEADERSHIP, A06, 1, text("Half way"), null))
            .then(OFFICE, "06-02", new CompletionRejected(LEADERSHIP, A06, 1, text("Minutes missing")))
            .then(OFFICE, "06-03", new CompletionVerified(LEADERSHIP, A06, 1))
            .then(OFFICE, "06-04", Story.assigned(BY_POLICE))
            .then(OFFICE, "06-05", new LeadDeclined(LEADERSHIP, A06, 1, BY_SCC, text("No capacity")))
            .then(OFFICE, "06-06", new ActionCancelled(LEADERSHIP, A06, text("Overtaken")))
            .then(OFFICE, "06-07", new ItemClosed(LEADERSHIP));
    }

    private static Story hub() {
        return VisionStory.tabled()
            .then(OFFICE, "02-01", new MandateVaried(MASH, OF_POLICE, LESS, day("12-01"), text("Less")))
            .then(OFFICE, "02-02", new MandateRevoked(MASH, OF_POLICE, text("Moved on")))
            .then(OFFICE, "02-03", new MandateFoundVoid(MASH, OF_POLICE, day("01-10"), text("Never approved"), text("Opinion 3")))
            .then(OFFICE, "02-04", new ActsRatified(MASH, OF_POLICE, null, null, text("Minute 9"), text("As was meant")))
            .then(OFFICE, "02-05", new AppointmentEnded(MASH, new AppointmentId("appointment-mash.scc"), day("03-01"), text("Moved")))
            .then(OFFICE, "02-05", new AppointmentEnded(MASH, new AppointmentId("appointment-mash.office"), day("03-01"), text("Moved")))
            .then(OFFICE, "02-05", new PayloadDisposedOf(MASH, EntryId.of(VISION.value(), 1), DisposalReason.NAMES_A_PERSON,
                Hash.of(text("gone"))))
            .then(OFFICE, "02-05", new WitnessKeyRegistered(MASH, POLICE,
                new WitnessKey("police.example/concordat+b1ddb196+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f")))
            .then(OFFICE, "02-05", new WitnessKeyWithdrawn(MASH, POLICE,
                new WitnessKey("police.example/concordat+b1ddb196+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f")))
            .then(OFFICE, "02-05", new ContentMarked(MASH, VISION.value(), Marking.RESTRICTED, Set.of(POLICE)))
            .then(OFFICE, "02-06", new FinanceYearsAgreed(MASH, new FinanceYear(day("01-01")), 2, text("Minute 2")))
            .then(OFFICE, "02-07", new RecordCorrected(MASH, new EntryId("entry-item-mash.leadership@2"), text("Wrong"), null))
            .then(OFFICE, "02-08", new ImportBegun(MASH, "ab", 3, true))
            .then(OFFICE, "02-09", new PlanImported(MASH, "ab"))
            .then(OFFICE, "02-10", new PartnershipLeadProposed(MASH, Level.TACTICAL, new PersonId("scc"), day("03-01"),
                day("12-31"), VISION))
            .then(OFFICE, "02-11", new PartnershipLeadAccepted(MASH, Level.TACTICAL, new PersonId("scc"), day("03-01"),
                day("12-31")));
    }
}
