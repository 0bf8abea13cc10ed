package org.concordat.query.authority;

import java.math.BigDecimal;
import java.util.function.Predicate;
import org.concordat.api.commitment.CommitmentEvent.CommitmentOffered;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.partnership.MandateScope;
import org.concordat.query.decision.Decision;

/** What a mandate had to cover for an act to rest on it, and how that is said. */
record Needed(Predicate<MandateScope> covered, String words) {

    /** Where what it was about is not in this view, its scope is not judged. */
    static final Needed ANYTHING = new Needed(scope -> true, "it");

    static Needed by(Decision d) {
        return new Needed(scope -> scope.covers(d.decisionClass(), d.type(), d.level()), d.title().value());
    }

    /** K3: the amount of a mandate is for all years together. */
    static Needed by(CommitmentOffered c, BigDecimal sum) {
        String currency = c.unit().currency();
        return new Needed(scope -> scope.covers(DecisionClass.PARTNERSHIP, c.type(), c.level())
                && (currency == null || currency.equals(scope.currency()) && enough(scope, sum)),
                c.unit().words(sum) + " for " + c.title());
    }

    static Needed by(MandateScope delegated, String id) {
        return new Needed(scope -> scope.delegable() && scope.contains(delegated), "what was delegated as " + id);
    }

    private static boolean enough(MandateScope scope, BigDecimal sum) {
        return scope.amount() != null && scope.amount().compareTo(sum) >= 0;
    }
}
