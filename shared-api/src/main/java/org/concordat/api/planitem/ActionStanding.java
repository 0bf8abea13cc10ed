package org.concordat.api.planitem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an action stands. */
public enum ActionStanding {
    /** Agreed; not started. */
    AGREED,
    /** Started, by an accepted and accountable lead. */
    STARTED,
    /** Every part is reported complete; at least one awaits verification. */
    REPORTED_COMPLETE,
    /** Every part is verified by somebody other than its lead. */
    VERIFIED,
    CANCELLED;

    public boolean over() {
        return this == VERIFIED || this == CANCELLED;
    }

    /**
     * Where an action stands, by its lead's parts: one rule for those who decide and those who read.
     *
     * @param lead the lead assigned last, null where none is
     */
    public static ActionStanding of(boolean cancelled, boolean started, @Nullable Lead lead, List<PartStanding> parts) {
        if (cancelled) return CANCELLED;
        List<PartStanding> answering = ofEveryPartner(lead) ? parts : parts.stream().filter(PartStanding::accepted).toList();
        // What every partner must do is done when the last of them has; a joint lead is done when those who answer have.
        if (!answering.isEmpty() && answering.stream().allMatch(p -> p == PartStanding.VERIFIED)) return VERIFIED;
        if (!answering.isEmpty() && answering.stream().allMatch(p -> p.compareTo(PartStanding.REPORTED_COMPLETE) >= 0)) {
            return REPORTED_COMPLETE;
        }
        return started ? STARTED : AGREED;
    }

    private static boolean ofEveryPartner(@Nullable Lead lead) {
        return switch (lead) {
            case null -> false;
            case Lead.EveryPartner each -> true;
            case Lead.Jointly joint -> joint.parties().stream().anyMatch(ActionStanding::ofEveryPartner);
            case Lead.Party one -> false;
        };
    }
}
