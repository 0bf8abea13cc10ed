package org.concordat.query.warrant;

import java.util.Map;
import org.concordat.api.decision.Position;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.PositionTaken;

/** How the eligible partners stand, each counted once. */
public record Tally(int eligible, int agree, int reservations, int provisos, int deemed, int abstain, int disagree,
                    int object, int recused, int unanswered) {

    static Tally of(Decision decision) {
        Map<PartnerId, PositionTaken> current = decision.current();
        int[] counts = new int[9];
        for (PartnerId partner : decision.eligibleIds()) counts[place(decision, partner, current)]++;
        return new Tally(decision.eligibleIds().size(), counts[0], counts[1], counts[2], counts[3], counts[4],
                counts[5], counts[6], counts[7], counts[8]);
    }

    private static int place(Decision decision, PartnerId partner, Map<PartnerId, PositionTaken> current) {
        if (decision.recused(partner)) return 7;
        PositionTaken taken = current.get(partner);
        if (taken == null) return 8;
        return switch (taken.position()) {
            case Position.Agree p -> 0;
            case Position.AgreeWithReservations p -> 1;
            case Position.AgreeSubjectToProvisos p -> 2;
            case null -> 3;
            case Position.Abstain p -> 4;
            case Position.Disagree p -> 5;
            case Position.Objection p -> 6;
        };
    }
}
