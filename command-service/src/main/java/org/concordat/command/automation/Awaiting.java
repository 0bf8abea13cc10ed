package org.concordat.command.automation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.DueCommand;
import org.concordat.api.decision.DueCommand.CloseAtDeadline;
import org.concordat.api.decision.DueCommand.LapseCommitmentProviso;
import org.concordat.api.decision.DueCommand.LapseProviso;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.proviso.Proviso;
import org.concordat.command.act.Rolls;

/**
 * Notes what will fall due, in the transaction that moves its token. It keeps no rules: a proviso that went with a changed
 * position stays noted, and the decision refuses its lapse when the day comes.
 */
@ProcessingGroup(Awaiting.GROUP)
final class Awaiting {

    static final String GROUP = "due";

    private final DueTable table;
    private final Rolls rolls;

    Awaiting(DueTable table, Rolls rolls) {
        this.table = table;
        this.rolls = rolls;
    }

    @EventHandler void on(DecisionEvent event) {
        DecisionId decision = event.decisionId();
        switch (event) {
            case ProposalTabled e -> deadline(decision, e.deadline());
            case DeadlineExtended e -> deadline(decision, e.to());
            case DecisionReopened e -> deadline(decision, e.deadline());
            case DecisionClosed _, ProposalWithdrawn _, DecisionSuperseded _, DecisionRescinded _ ->
                    table.remove(decision.value());
            case PositionRecorded e -> provisos(decision, e.provisos());
            case PositionChanged e -> provisos(decision, e.provisos());
            case PositionRecordedFor e -> provisos(decision, e.provisos());
            case ProvisoMet e -> table.remove(e.proviso().value());
            case ProvisoFailed e -> table.remove(e.proviso().value());
            case ProvisoWaived e -> table.remove(e.proviso().value());
            case ProvisoLapsed e -> table.remove(e.proviso().value());
            case ProvisosMetTogether e -> e.provisos().forEach(proviso -> table.remove(proviso.value()));
            case ProposalAmended _, PositionConfirmed _, PositionContested _, PositionDeemed _, ObjectionUpheld _,
                 ObjectionDismissed _, ObjectionResolved _, InterestDeclared _, PartnerRecused _, ReasonsGiven _,
                 DecisionRatified _, ReviewDateSet _ -> {}
        }
    }

    @EventHandler void on(CommitmentEvent event) {
        CommitmentId commitment = event.commitmentId();
        switch (event) {
            case CommitmentOffered e -> provisos(commitment, e.provisos());
            case ProvisoAttached e -> provisos(commitment, List.of(e.proviso()));
            case CommitmentVaried e -> provisos(commitment, e.provisos());
            case CommitmentProvisoMet e -> table.remove(e.proviso().value());
            case CommitmentProvisoFailed e -> table.remove(e.proviso().value());
            case CommitmentProvisoWaived e -> table.remove(e.proviso().value());
            case CommitmentProvisoLapsed e -> table.remove(e.proviso().value());
            case CommitmentProvisosMetTogether e -> e.provisos().stream()
                    .filter(proviso -> CommitmentId.of(proviso).equals(commitment))
                    .forEach(proviso -> table.remove(proviso.value()));
            case CommitmentConfirmed _, CommitmentWithdrawn _, InvestmentDescribed _, ContributionReceived _,
                 FinanceYearClosed _ -> {}
        }
    }

    @ResetHandler void reset() {
        table.clear();
    }

    private void deadline(DecisionId decision, LocalDate deadline) {
        put(decision.value(), new CloseAtDeadline(decision, deadline), deadline, decision.partnershipId());
    }

    private void provisos(DecisionId decision, List<Proviso> attached) {
        attached.forEach(proviso ->
                put(proviso.id().value(), new LapseProviso(decision, proviso.id()), proviso.terms().by(),
                        decision.partnershipId()));
    }

    private void provisos(CommitmentId commitment, List<Proviso> attached) {
        attached.forEach(proviso -> put(proviso.id().value(), new LapseCommitmentProviso(commitment, proviso.id()),
                proviso.terms().by(), commitment.partnershipId()));
    }

    private void put(String thing, DueCommand command, LocalDate on, PartnershipId partnership) {
        ZoneId zone = rolls.of(partnership).roll().timeZone();
        table.put(new DueTable.Due(thing, command, on, zone), partnership);
    }
}
