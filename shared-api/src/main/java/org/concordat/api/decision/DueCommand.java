package org.concordat.api.decision;

import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.concordat.api.By;
import org.concordat.api.Hash;
import org.concordat.api.Sorted;
import org.concordat.api.Text;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.PersonId;
import org.concordat.api.proviso.ProvisoId;
import org.jspecify.annotations.Nullable;

/**
 * What nobody asks for, because it falls due or follows from a decision: sent by Concordat itself, under the person id
 * {@code concordat}, with a command id derived from the thing and the date or event. No mutation sends these.
 */
public sealed interface DueCommand {

    /** The deadline has passed: silence is deemed where the rule allows it, then the result is computed. */
    @By({})
    record CloseAtDeadline(@TargetAggregateIdentifier DecisionId decisionId, LocalDate deadline) implements DueCommand {}

    @By({})
    record LapseProviso(@TargetAggregateIdentifier DecisionId decisionId, ProvisoId proviso) implements DueCommand {}

    @By({})
    record LapseCommitmentProviso(@TargetAggregateIdentifier CommitmentId commitmentId, ProvisoId proviso)
            implements DueCommand {}

    /** The joint act that another commitment of the path recorded, carried to this one. */
    @By({})
    record JoinCommitmentProvisos(@TargetAggregateIdentifier CommitmentId commitmentId, CommitmentId actOf,
                                  Set<ProvisoId> provisos, Text minutes) implements DueCommand {
        public JoinCommitmentProvisos {
            provisos = Sorted.copyOf(provisos);
        }
    }

    @By({})
    record BringIntoForce(@TargetAggregateIdentifier DocumentId documentId, Hash hash, DecisionId decision) implements DueCommand {}

    @By({})
    record GiveDecidedMandate(@TargetAggregateIdentifier PartnershipId partnershipId, MandateId mandate, PersonId holder,
                              MandateScope scope, LocalDate from, @Nullable LocalDate to, DecisionId decision)
            implements DueCommand {}

    @By({})
    record ProposeDecidedLead(@TargetAggregateIdentifier PartnershipId partnershipId, Level level, PersonId person,
                              LocalDate from, LocalDate to, DecisionId decision) implements DueCommand {}
}
