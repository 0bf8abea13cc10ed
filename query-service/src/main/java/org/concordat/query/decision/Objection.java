package org.concordat.query.decision;

import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.concordat.api.decision.Position;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

/** @param over the position it was has ceased to count, whatever else became of it */
public record Objection(PartnerId partnerId, Position.Objection terms, Hash wording, Act raised, @Nullable Test test,
                        @Nullable Resolution resolution, boolean over) {

    /** Where an objection stands. */
    public enum Standing { UNTESTED, UPHELD, DISMISSED, RESOLVED, LAPSED }

    /** @param upheld false: it counts as a disagreement */
    public record Test(boolean upheld, Text reason, Act act) {}

    /** @param byAmendment false: it was withdrawn on the same wording */
    public record Resolution(boolean byAmendment, Act act) {}

    public Text reason() { return terms.reason(); }

    public @Nullable Text harm() { return terms.harm(); }

    public @Nullable Text wouldResolve() { return terms.wouldResolve(); }

    public Standing standing() {
        if (resolution != null) return Standing.RESOLVED;
        if (over) return Standing.LAPSED;
        if (test == null) return Standing.UNTESTED;
        return test.upheld() ? Standing.UPHELD : Standing.DISMISSED;
    }

    Objection tested(boolean upheld, Text why, Act act) {
        return new Objection(partnerId, terms, wording, raised, new Test(upheld, why, act), resolution, over);
    }

    Objection resolved(boolean byAmendment, Act act) {
        return new Objection(partnerId, terms, wording, raised, test, new Resolution(byAmendment, act), over);
    }

    Objection ended() {
        return new Objection(partnerId, terms, wording, raised, test, resolution, true);
    }
}
