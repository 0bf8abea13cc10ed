package org.concordat.query.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.decision.*;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.document.*;
import org.concordat.api.document.DocumentEvent.*;
import org.concordat.api.partnership.*;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.Timescale;
import org.concordat.api.proviso.*;

/** One event of each kind that deciding together knows. */
public final class DecidedSamples {

    private static final PartnershipId MASH = new PartnershipId("partnership-mash");
    private static final PartnerId POLICE = new PartnerId("partner-mash.police");
    private static final PartnerId SCC = new PartnerId("partner-mash.scc");
    private static final ItemId ITEM = new ItemId("item-mash.leadership");
    private static final ActionId A06 = new ActionId("action-mash.leadership.A06");
    private static final LocalDate DAY = LocalDate.of(2013, 1, 15);

    private static final DecisionId VISION = new DecisionId("decision-mash.vision");
    private static final DocumentId TEXT = new DocumentId("document-mash.vision");
    private static final MandateId MANDATE = new MandateId("mandate-mash.police");
    private static final ProvisoId PROVISO = new ProvisoId("proviso-mash.vision.police-1");
    private static final Text WORDS = new Text("One front door.");
    private static final Hash WORDING = Hash.of(WORDS);
    private static final PersonId PERSON = new PersonId("police");
    private static final MandateScope SCOPE = new MandateScope(DecisionClass.PARTNERSHIP, "threshold",
            Set.of(Level.STRATEGIC), new BigDecimal("12500.00"), "GBP", false, true);
    private static final List<Effect> EFFECTS = List.of(new Effect.DocumentVersion(TEXT),
            new Effect.Mandate(MANDATE, PERSON, SCOPE, DAY, DAY.plusYears(1)),
            new Effect.PartnershipLead(Level.STRATEGIC, PERSON, DAY, DAY.plusYears(1)),
            new Effect.Action(ITEM, A06, new Text("A06"), List.of(new Text("Meet")),
                    new Timescale.ByMonth(YearMonth.of(2013, 3),
                    "March 2013")));
    private static final List<ProvisoTerms> TERMS = List.of(new ProvisoTerms.ActOf(WORDS, SCC, DAY),
            new ProvisoTerms.ByDate(WORDS, DAY), new ProvisoTerms.TextAgreed(WORDS, TEXT, DAY),
            new ProvisoTerms.JudgedBy(WORDS, SCC, DAY));
    private static final List<Proviso> PROVISOS = List.of(
            new Proviso(PROVISO, POLICE, TERMS.getFirst(), ProvisoStanding.OPEN, DAY));

    public static final List<Object> EVENTS = List.of(
            new ProposalTabled(MASH, VISION, new Text("The vision"), WORDS, WORDING, new Rule(Threshold.CONSENT,
                    Set.of(POLICE), 2, true, false), Set.of(POLICE), DAY, Level.STRATEGIC, DecisionClass.PARTNERSHIP,
                    "threshold", true, EFFECTS, POLICE),
            new ProposalAmended(VISION, WORDS, WORDING, WORDS, Set.of(POLICE)),
            new PositionRecorded(VISION, POLICE, new Position.AgreeSubjectToProvisos(TERMS), WORDING, PROVISOS,
                    MANDATE),
            new PositionChanged(VISION, POLICE, new Position.Objection(WORDS, WORDS, WORDS), WORDING, WORDS, List.of(),
                    MANDATE),
            new PositionRecordedFor(VISION, SCC, new Position.AgreeWithReservations(WORDS), WORDING, WORDS, List.of()),
            new PositionConfirmed(VISION, SCC, MANDATE), new PositionContested(VISION, SCC, WORDS),
            new PositionDeemed(VISION, SCC), new ObjectionUpheld(VISION, POLICE, WORDS),
            new ObjectionDismissed(VISION, POLICE, WORDS), new ObjectionResolved(VISION, POLICE, true),
            new InterestDeclared(VISION, SCC, WORDS), new PartnerRecused(VISION, SCC, WORDS),
            new DeadlineExtended(VISION, DAY, DAY.plusDays(7), WORDS),
            new ReasonsGiven(VISION, WORDS, List.of(WORDS)),
            new DecisionClosed(VISION, Result.ADOPTED, "Adopted: 2 of 2 agree.", true, WORDING, EFFECTS),
            new DecisionRatified(VISION, WORDS), new ReviewDateSet(VISION, DAY),
            new DecisionSuperseded(VISION, new DecisionId("decision-mash.next")),
            new DecisionRescinded(VISION, WORDS), new DecisionReopened(VISION, DAY, WORDS),
            new ProposalWithdrawn(VISION, WORDS), new ProvisoMet(VISION, PROVISO, WORDS),
            new ProvisoFailed(VISION, PROVISO, WORDS), new ProvisoWaived(VISION, PROVISO, WORDS),
            new ProvisoLapsed(VISION, PROVISO, DAY), new ProvisosMetTogether(VISION, Set.of(PROVISO), WORDS),
            new VersionProposed(MASH, TEXT, DocumentKind.VISION, 1, WORDS, WORDS, WORDING, List.of(WORDS), 5,
                    List.of(WORDS)),
            new VersionCameIntoForce(TEXT, WORDING, VISION), new VersionAcknowledged(TEXT, WORDING, POLICE),
            new MandateGiven(MASH, MANDATE, PERSON, POLICE, SCOPE, DAY, DAY.plusYears(1), WORDS,
                    new MandateId("mandate-mash.above"), VISION),
            new MandateVaried(MASH, MANDATE, SCOPE, DAY.plusYears(2), WORDS), new MandateRevoked(MASH, MANDATE, WORDS),
            new MandateFoundVoid(MASH, MANDATE, DAY, WORDS, WORDS),
            new ActsRatified(MASH, MANDATE, null, VISION, WORDS, WORDS),
            new ContentMarked(MASH, VISION.value(), Marking.RESTRICTED, Set.of(POLICE)),
            new PartnershipLeadProposed(MASH, Level.STRATEGIC, PERSON, DAY, DAY.plusYears(1), VISION),
            new PartnershipLeadAccepted(MASH, Level.STRATEGIC, PERSON, DAY, DAY.plusYears(1)));

    private DecidedSamples() {}
}
