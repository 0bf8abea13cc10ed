package org.concordat.query.warrant;

import org.concordat.api.decision.Rule;
import org.concordat.query.decision.Decision;
import org.concordat.query.history.Words;
import org.concordat.query.moment.Names;

/** How a decision is taken, in a sentence each. */
final class RuleWords {

    private RuleWords() {}

    static String of(Decision decision, Names names) {
        Rule rule = decision.rule();
        StringBuilder words = new StringBuilder("Adopted when ").append(rule.threshold().words()).append('.');
        if (!rule.mustAgree().isEmpty()) {
            words.append(" Not without the agreement of ").append(names.ofAll(rule.mustAgree())).append('.');
        }
        words.append(rule.quorum() == 0 ? " No quorum." : " Quorum " + rule.quorum() + ".");
        if (rule.closesEarly()) words.append(" Closes early once nothing can change.");
        words.append(rule.silenceAgrees() ? " Who has not answered by the deadline is deemed to agree."
                : " Silence is no position.");
        if (decision.reserved()) words.append(" Reserved: every eligible partner takes a position itself.");
        return Words.capitalised(Words.of(decision.decisionClass())) + " decision, " + Words.of(decision.level())
                + " level" + (decision.type() == null ? "" : ", of the type " + decision.type()) + ". " + words;
    }
}
