package org.concordat.query.history;

import org.concordat.api.commitment.CommitmentEvent.FinanceYearClosed;
import org.concordat.api.commitment.Investment;
import org.concordat.api.commitment.Unit;
import org.concordat.api.commitment.YearAccount;
import org.concordat.query.commitment.Commitment;

/** What is said of commitments. */
record CommitmentFacts(DecisionFacts.Saying say) {

    void of(Commitment c) {
        String id = c.id().value();
        say.of(id, "title", c.title());
        say.of(id, "partner", c.partnerId());
        say.of(id, "form", c.terms().form());
        say.of(id, "spend", c.terms().spend());
        say.of(id, "standing", c.standing());
        c.years().forEach(y -> year(id, c.unit(), y));
        Commitment.Said.Confirmation confirmed = c.confirmation();
        if (confirmed != null) {
            say.of(id, "confirmed under", confirmed.mandateId());
            say.of(id, "confirmed sum", c.unit().words(confirmed.sum()));
        }
        Commitment.Said.Withdrawal withdrawn = c.withdrawal();
        if (withdrawn != null) say.of(id, "withdrawn from", withdrawn.from().words());
        Investment investment = c.investment();
        if (investment != null) say.of(id, "what it buys", investment.buys());
        c.provisos().forEach(p -> {
            say.of(p.id().value(), "terms", p.terms().text());
            say.of(p.id().value(), "standing", p.standing());
        });
    }

    private void year(String id, Unit unit, YearAccount y) {
        String words = y.year().words();
        say.of(id, words, unit.words(y.amount()));
        say.of(id, words + " standing", y.standing());
        if (y.received().signum() != 0) say.of(id, words + " received", unit.words(y.received()));
        FinanceYearClosed closed = y.closed();
        if (closed != null) say.of(id, words + " variance", unit.words(closed.variance()));
    }
}
