package org.concordat.api.decision;

import static org.concordat.api.partnership.AppointmentKind.CHAIR;
import static org.concordat.api.partnership.AppointmentKind.PROGRAMME_OFFICE;
import static org.concordat.api.partnership.AppointmentKind.REPRESENTATIVE;
import static org.concordat.api.partnership.AppointmentKind.SECRETARY;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.concordat.api.By;
import org.concordat.api.Hash;
import org.concordat.api.NewId;
import org.concordat.api.Sorted;
import org.concordat.api.Text;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MarkedAs;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.proviso.ProvisoId;
import org.jspecify.annotations.Nullable;

/** What people may ask of a decision. Drafts stay with the client; the first fact is that a proposal is tabled. */
public sealed interface DecisionCommand {

    @TargetAggregateIdentifier
    DecisionId decisionId();

    /**
     * Wording, rule and eligible partners are frozen by this. The deadline is the last day on which positions are taken.
     *
     * @param type     the type of decision from the partnership's own list, by which mandates are given; null: none
     * @param reserved every eligible partner must take a position itself; partnership decisions only
     * @param effects  what it brings into force when adopted
     * @param marking  who may read it from its first entry on; null: the partners
     */
    @By({REPRESENTATIVE, CHAIR, SECRETARY, PROGRAMME_OFFICE})
    record TableProposal(PartnershipId partnershipId, @NewId DecisionId decisionId, Text title, Text wording, Rule rule,
                         Set<PartnerId> eligible, LocalDate deadline, Level level, DecisionClass decisionClass,
                         @Nullable String type, boolean reserved, List<Effect> effects,
                         @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MarkedAs marking) implements DecisionCommand {
        public TableProposal {
            eligible = Sorted.copyOf(eligible);
        }
    }

    /** Lapses every position, and says so. By the partner that tabled it, the chair or the secretary. */
    @By({REPRESENTATIVE, CHAIR, SECRETARY, PROGRAMME_OFFICE})
    record AmendProposal(DecisionId decisionId, Text wording, Text reason) implements DecisionCommand {}

    @By(REPRESENTATIVE)
    record RecordPosition(DecisionId decisionId, Hash wording, Position position) implements DecisionCommand {}

    /** The earlier position stays readable. Withdrawing an objection is a change of position. */
    @By(REPRESENTATIVE)
    record ChangePosition(DecisionId decisionId, Hash wording, Position position, Text why) implements DecisionCommand {}

    /** Counts, is marked, and may be confirmed or contested by the partner. */
    @By(SECRETARY)
    record RecordPositionFor(DecisionId decisionId, PartnerId partner, Hash wording, Position position, Text minutes)
            implements DecisionCommand {}

    @By(REPRESENTATIVE)
    record ConfirmPosition(DecisionId decisionId) implements DecisionCommand {}

    /** The contested position no longer counts. */
    @By(REPRESENTATIVE)
    record ContestPosition(DecisionId decisionId, Text reason) implements DecisionCommand {}

    @By(CHAIR)
    record UpholdObjection(DecisionId decisionId, PartnerId partner, Text reason) implements DecisionCommand {}

    /** The objection then counts as a disagreement. */
    @By(CHAIR)
    record DismissObjection(DecisionId decisionId, PartnerId partner, Text reason) implements DecisionCommand {}

    @By(REPRESENTATIVE)
    record DeclareInterest(DecisionId decisionId, Text interest) implements DecisionCommand {}

    /** The partner stays listed, outside threshold and quorum. */
    @By(REPRESENTATIVE)
    record Recuse(DecisionId decisionId, Text reason) implements DecisionCommand {}

    @By({CHAIR, SECRETARY})
    record ExtendDeadline(DecisionId decisionId, LocalDate to, Text reason) implements DecisionCommand {}

    /** @param rejectedAlternatives may be empty: then "none" is on record */
    @By({CHAIR, SECRETARY, PROGRAMME_OFFICE})
    record GiveReasons(DecisionId decisionId, Text reasons, List<Text> rejectedAlternatives) implements DecisionCommand {}

    /** Before the deadline only when every eligible partner has answered, or the rule closes early and nothing can change. */
    @By({CHAIR, SECRETARY})
    record CloseDecision(DecisionId decisionId) implements DecisionCommand {}

    @By(CHAIR)
    record RatifyDecision(DecisionId decisionId, Text minutes) implements DecisionCommand {}

    @By({CHAIR, SECRETARY})
    record SetReviewDate(DecisionId decisionId, LocalDate on) implements DecisionCommand {}

    /** @param by the adopted decision that replaces this one */
    @By({CHAIR, SECRETARY})
    record SupersedeDecision(DecisionId decisionId, DecisionId by) implements DecisionCommand {}

    @By(CHAIR)
    record RescindDecision(DecisionId decisionId, Text reason) implements DecisionCommand {}

    /** Positions and result stay readable; positions are taken anew. */
    @By(CHAIR)
    record ReopenDecision(DecisionId decisionId, LocalDate deadline, Text reason) implements DecisionCommand {}

    /** By the partner that tabled it, the chair or the secretary. */
    @By({REPRESENTATIVE, CHAIR, SECRETARY, PROGRAMME_OFFICE})
    record WithdrawProposal(DecisionId decisionId, Text reason) implements DecisionCommand {}

    /** By the partner that judges it. */
    @By(REPRESENTATIVE)
    record MeetProviso(DecisionId decisionId, ProvisoId proviso, Text grounds) implements DecisionCommand {}

    @By(REPRESENTATIVE)
    record FailProviso(DecisionId decisionId, ProvisoId proviso, Text grounds) implements DecisionCommand {}

    /** By the partner that attached it. */
    @By(REPRESENTATIVE)
    record WaiveProviso(DecisionId decisionId, ProvisoId proviso, Text grounds) implements DecisionCommand {}

    /** One joint act for provisos that wait for each other in a cycle. */
    @By({CHAIR, SECRETARY})
    record MeetProvisosTogether(DecisionId decisionId, Set<ProvisoId> provisos, Text minutes) implements DecisionCommand {
        public MeetProvisosTogether {
            provisos = Sorted.copyOf(provisos);
        }
    }
}
