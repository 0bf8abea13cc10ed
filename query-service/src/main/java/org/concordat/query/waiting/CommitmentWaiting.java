package org.concordat.query.waiting;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.concordat.api.commitment.CommitmentStanding;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.moment.Names;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.proviso.ProvisoAttached;
import org.concordat.query.waiting.Waiting.Kind;

/** What money asks of one partner: to judge what it is subject to, and to confirm what it offered. */
record CommitmentWaiting(Names names, PartnerId partner, Consumer<Waiting> found) {

    void of(PartnershipView view) {
        for (Commitment c : view.commitments().all()) {
            provisos(c);
            confirmation(c);
        }
    }

    private void provisos(Commitment c) {
        int number = 0;
        for (ProvisoAttached p : c.provisosById().values()) {
            if (p.open() && p.judgeId().equals(partner)) {
                asks(Kind.PROVISO_TO_JUDGE, c, p, number, p.since(), () -> "The proviso of " + names.of(p.holderId()) + " on "
                        + c.title() + ", “" + p.terms().text() + "”, waits to be judged by " + p.terms().by() + ".");
            }
            number++;
        }
    }

    /** Only what is offered as it stands: where a proviso failed or lapsed, it is varied first. */
    private void confirmation(Commitment c) {
        if (!c.partnerId().equals(partner) || c.standing() != CommitmentStanding.OFFERED) return;
        for (ProvisoAttached p : c.provisosById().values()) if (p.broken()) return;
        asks(Kind.COMMITMENT_TO_CONFIRM, c, c, 0, c.stated().getLast().on(), () -> c.title() + ", "
                + c.unit().words(c.account().sum()) + " over all years, waits to be confirmed within a mandate of "
                + names.of(partner) + ".");
    }

    private void asks(Kind kind, Commitment c, Object subject, int number, LocalDate since, Supplier<String> words) {
        found.accept(new Waiting(kind, subject, null, words, since, new Place(c.offered().index(), number, kind.ordinal()),
                partner, null));
    }
}
