package org.concordat.query.plan;

import static org.concordat.api.planitem.PartStanding.ACCEPTED;
import static org.concordat.api.planitem.PartStanding.AWAITING_ACCEPTANCE;
import static org.concordat.api.planitem.PartStanding.DECLINED;
import static org.concordat.api.planitem.PartStanding.REPORTED_COMPLETE;
import static org.concordat.api.planitem.PartStanding.UNRESOLVED;
import static org.concordat.api.planitem.PartStanding.VERIFIED;

import org.concordat.api.Text;
import org.concordat.api.planitem.Evidence;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PartStanding;
import org.concordat.api.planitem.PlanItemEvent.CompletionReported;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

/**
 * One party's part of a lead.
 *
 * @param part     its number, from 1
 * @param act      the act that brought the standing
 * @param accepted the act by which the party accepted, null until it has
 * @param reason   why it was declined, or why a reported completion was rejected
 * @param evidence what the reported completion refers to
 */
public record Acceptance(int part, Lead.Party party, PartStanding standing, Act act, @Nullable Act accepted,
                         @Nullable HandOver handOver, @Nullable Text reason, @Nullable Evidence evidence) {

    static Acceptance asked(int part, Lead.Party party, Act act) {
        PartStanding standing = unresolved(party) ? UNRESOLVED : AWAITING_ACCEPTANCE;
        return new Acceptance(part, party, standing, act, null, null, null, null);
    }

    private static boolean unresolved(Lead.Party party) {
        return switch (party) {
            case Lead.AsPrinted p -> true;
            case Lead.Post p -> p.partner() == null;
            case Lead.Group g -> g.partner() == null;
            case Lead.Partner p -> false;
            case Lead.Board b -> false;
            case Lead.Person p -> false;
        };
    }

    Acceptance accepted(Lead.Party by, Act now) {
        return new Acceptance(part, by, ACCEPTED, now, now, null, null, null);
    }

    /** Plan 9a: while a hand-over is open the giver stays accountable, so declining it leaves the giver's part. */
    Acceptance declined(Text why, Act now) {
        return handOver == null
                ? new Acceptance(part, party, DECLINED, now, null, null, why, null)
                : new Acceptance(part, party, standing, act, accepted, null, reason, evidence);
    }

    Acceptance offered(HandOver offer) {
        return new Acceptance(part, party, standing, act, accepted, offer, reason, evidence);
    }

    Acceptance reported(CompletionReported report, Act now) {
        return new Acceptance(part, party, REPORTED_COMPLETE, now, accepted, handOver, null, report.evidence());
    }

    Acceptance verified(Act now) {
        return new Acceptance(part, party, VERIFIED, now, accepted, null, null, evidence);
    }

    Acceptance rejected(Text why, Act now) {
        return new Acceptance(part, party, ACCEPTED, now, accepted, handOver, why, evidence);
    }
}
