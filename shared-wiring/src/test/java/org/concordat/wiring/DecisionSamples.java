package org.concordat.wiring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.decision.*;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.*;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.Timescale;
import org.concordat.api.proviso.*;

/** One of each event of a decision, with every kind of position, proviso and effect somewhere. */
final class DecisionSamples {

    private static final DecisionId D = new DecisionId("decision-mash.vision");
    private static final PartnerId POLICE = new PartnerId("partner-mash.police");
    private static final PartnerId SCC = new PartnerId("partner-mash.scc");
    private static final DocumentId VISION = new DocumentId("document-mash.vision");
    private static final MandateId MANDATE = new MandateId("mandate-mash.police");
    private static final LocalDate DAY = LocalDate.parse("2013-01-15");
    private static final Text WORDS = new Text("Words");
    private static final Hash HASH = Hash.of(WORDS);
    private static final Rule RULE = new Rule(Threshold.TWO_THIRDS_OF_ELIGIBLE, Set.of(POLICE), 1, true, false);
    private static final List<ProvisoTerms> TERMS = List.of(new ProvisoTerms.ByDate(WORDS, DAY),
            new ProvisoTerms.ActOf(WORDS, SCC, DAY), new ProvisoTerms.TextAgreed(WORDS, VISION, DAY),
            new ProvisoTerms.JudgedBy(WORDS, SCC, DAY));
    private static final ProvisoId P1 = ProvisoId.of(D.value(), POLICE, 1);
    private static final MandateScope SCOPE = new MandateScope(DecisionClass.PARTNERSHIP, "finance", Set.of(Level.TACTICAL),
            new java.math.BigDecimal("30000.50"), "GBP", false, true);
    private static final List<Effect> EFFECTS = List.of(new Effect.DocumentVersion(VISION),
            new Effect.Mandate(MANDATE, new PersonId("police"), SCOPE, DAY, DAY.plusYears(1)),
            new Effect.PartnershipLead(Level.STRATEGIC, new PersonId("police"), DAY, DAY.plusYears(2)),
            new Effect.Action(new ItemId("item-mash.leadership"), new ActionId("action-mash.leadership.A06"), WORDS,
                    List.of(WORDS), new Timescale.InMonth(YearMonth.of(2013, 3), "March 2013")));

    static final List<Object> EVENTS = List.of(
            new ProposalTabled(D.partnershipId(), D, WORDS, WORDS, HASH, RULE, Set.of(POLICE), DAY, Level.STRATEGIC,
                    DecisionClass.PARTNERSHIP, "finance", true, EFFECTS, POLICE),
            new ProposalAmended(D, WORDS, HASH, WORDS, Set.of(POLICE)),
            new PositionRecorded(D, POLICE, new Position.AgreeSubjectToProvisos(TERMS), HASH, provisos(), MANDATE),
            new PositionChanged(D, POLICE, new Position.Objection(WORDS, WORDS, WORDS), HASH, WORDS, List.of(), MANDATE),
            new PositionRecordedFor(D, SCC, new Position.AgreeWithReservations(WORDS), HASH, WORDS, List.of()),
            new PositionConfirmed(D, SCC, MANDATE),
            new PositionContested(D, SCC, WORDS),
            new PositionDeemed(D, SCC),
            new ObjectionUpheld(D, POLICE, WORDS),
            new ObjectionDismissed(D, POLICE, WORDS),
            new ObjectionResolved(D, POLICE, true),
            new InterestDeclared(D, SCC, WORDS),
            new PartnerRecused(D, SCC, WORDS),
            new DeadlineExtended(D, DAY, DAY.plusDays(7), WORDS),
            new ReasonsGiven(D, WORDS, List.of(WORDS)),
            new DecisionClosed(D, Result.ADOPTED_WITH_DISSENT, "Adopted.", true, HASH, EFFECTS),
            new DecisionRatified(D, WORDS),
            new ReviewDateSet(D, DAY),
            new DecisionSuperseded(D, new DecisionId("decision-mash.vision-2")),
            new DecisionRescinded(D, WORDS),
            new DecisionReopened(D, DAY, WORDS),
            new ProposalWithdrawn(D, WORDS),
            new ProvisoMet(D, P1, WORDS),
            new ProvisoFailed(D, P1, WORDS),
            new ProvisoWaived(D, P1, WORDS),
            new ProvisoLapsed(D, P1, DAY),
            new ProvisosMetTogether(D, Set.of(P1), WORDS));

    private DecisionSamples() {}

    private static List<Proviso> provisos() {
        return java.util.stream.IntStream.range(0, TERMS.size()).mapToObj(n -> new Proviso(
                ProvisoId.of(D.value(), POLICE, n + 1), POLICE, TERMS.get(n), ProvisoStanding.OPEN, DAY)).toList();
    }
}
