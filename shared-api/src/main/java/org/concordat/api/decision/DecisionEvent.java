package org.concordat.api.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.concordat.api.Disposable;
import org.concordat.api.Hash;
import org.concordat.api.Sorted;
import org.concordat.api.Text;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.jspecify.annotations.Nullable;

/** What happened to a decision: its lifecycle as a table of contents. */
public sealed interface DecisionEvent {

    DecisionId decisionId();

    record ProposalTabled(PartnershipId partnershipId, DecisionId decisionId, Text title, Text wording, Hash hash, Rule rule,
                          Set<PartnerId> eligible, LocalDate deadline, Level level, DecisionClass decisionClass,
                          @Nullable String type, boolean reserved, List<Effect> effects, @Nullable PartnerId tabledBy)
            implements DecisionEvent {
        public ProposalTabled {
            eligible = Sorted.copyOf(eligible);
        }
    }

    /** @param lapsed the partners whose positions lapsed with the old wording */
    record ProposalAmended(DecisionId decisionId, Text wording, Hash hash, Text reason, Set<PartnerId> lapsed)
            implements DecisionEvent {
        public ProposalAmended {
            lapsed = Sorted.copyOf(lapsed);
        }
    }

    /**
     * @param provisos those it attached, standing open
     * @param mandate  the mandate it rests on
     */
    @Disposable
    record PositionRecorded(DecisionId decisionId, PartnerId partner, Position position, Hash wording, List<Proviso> provisos,
                            MandateId mandate) implements DecisionEvent {}

    @Disposable
    record PositionChanged(DecisionId decisionId, PartnerId partner, Position position, Hash wording, Text why,
                           List<Proviso> provisos, MandateId mandate) implements DecisionEvent {}

    @Disposable
    record PositionRecordedFor(DecisionId decisionId, PartnerId partner, Position position, Hash wording, Text minutes,
                               List<Proviso> provisos) implements DecisionEvent {}

    record PositionConfirmed(DecisionId decisionId, PartnerId partner, MandateId mandate) implements DecisionEvent {}

    @Disposable
    record PositionContested(DecisionId decisionId, PartnerId partner, Text reason) implements DecisionEvent {}

    /** Silence under the frozen rule; never in a reserved matter. */
    record PositionDeemed(DecisionId decisionId, PartnerId partner) implements DecisionEvent {}

    @Disposable
    record ObjectionUpheld(DecisionId decisionId, PartnerId partner, Text reason) implements DecisionEvent {}

    @Disposable
    record ObjectionDismissed(DecisionId decisionId, PartnerId partner, Text reason) implements DecisionEvent {}

    /** @param byAmendment true: the amended wording resolved it; false: it was withdrawn on the same wording */
    record ObjectionResolved(DecisionId decisionId, PartnerId partner, boolean byAmendment) implements DecisionEvent {}

    @Disposable
    record InterestDeclared(DecisionId decisionId, PartnerId partner, Text interest) implements DecisionEvent {}

    @Disposable
    record PartnerRecused(DecisionId decisionId, PartnerId partner, Text reason) implements DecisionEvent {}

    @Disposable
    record DeadlineExtended(DecisionId decisionId, LocalDate from, LocalDate to, Text reason) implements DecisionEvent {}

    @Disposable
    record ReasonsGiven(DecisionId decisionId, Text reasons, List<Text> rejectedAlternatives) implements DecisionEvent {}

    /**
     * @param because     the result in a sentence
     * @param reasonsOwed whether it closed before its reasons were given
     * @param effects     what it brings into force; empty unless adopted
     */
    record DecisionClosed(DecisionId decisionId, Result result, String because, boolean reasonsOwed, Hash wording,
                          List<Effect> effects) implements DecisionEvent {}

    @Disposable
    record DecisionRatified(DecisionId decisionId, Text minutes) implements DecisionEvent {}

    record ReviewDateSet(DecisionId decisionId, LocalDate on) implements DecisionEvent {}

    record DecisionSuperseded(DecisionId decisionId, DecisionId by) implements DecisionEvent {}

    @Disposable
    record DecisionRescinded(DecisionId decisionId, Text reason) implements DecisionEvent {}

    @Disposable
    record DecisionReopened(DecisionId decisionId, LocalDate deadline, Text reason) implements DecisionEvent {}

    @Disposable
    record ProposalWithdrawn(DecisionId decisionId, Text reason) implements DecisionEvent {}

    @Disposable
    record ProvisoMet(DecisionId decisionId, ProvisoId proviso, Text grounds) implements DecisionEvent {}

    @Disposable
    record ProvisoFailed(DecisionId decisionId, ProvisoId proviso, Text grounds) implements DecisionEvent {}

    @Disposable
    record ProvisoWaived(DecisionId decisionId, ProvisoId proviso, Text grounds) implements DecisionEvent {}

    /** Its last day passed and nobody had judged it. */
    record ProvisoLapsed(DecisionId decisionId, ProvisoId proviso, LocalDate lastDay) implements DecisionEvent {}

    @Disposable
    record ProvisosMetTogether(DecisionId decisionId, Set<ProvisoId> provisos, Text minutes) implements DecisionEvent {
        public ProvisosMetTogether {
            provisos = Sorted.copyOf(provisos);
        }
    }
}
