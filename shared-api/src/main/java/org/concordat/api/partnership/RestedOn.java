package org.concordat.api.partnership;

import org.concordat.api.commitment.CommitmentEvent.CommitmentConfirmed;
import org.concordat.api.commitment.CommitmentEvent.CommitmentVaried;
import org.concordat.api.decision.DecisionEvent.PositionChanged;
import org.concordat.api.decision.DecisionEvent.PositionConfirmed;
import org.concordat.api.decision.DecisionEvent.PositionRecorded;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.jspecify.annotations.Nullable;

/** The mandate an act rested on, as the act itself says. Pure; the rules and the auditors ask the same. */
public final class RestedOn {

    private RestedOn() {}

    /** Null for what is done in an appointment alone. */
    public static @Nullable MandateId mandate(@Nullable Object event) {
        return switch (event) {
            case PositionRecorded e -> e.mandate();
            case PositionChanged e -> e.mandate();
            case PositionConfirmed e -> e.mandate();
            case CommitmentConfirmed e -> e.mandate();
            case CommitmentVaried e -> e.mandate();
            case MandateGiven e -> e.under();
            case null, default -> null;
        };
    }
}
