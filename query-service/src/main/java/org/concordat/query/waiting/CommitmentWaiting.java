package org.concordat.query.waiting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.api.commitment.CommitmentStanding;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.moment.Names;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.proviso.ProvisoAttached;
import org.concordat.query.waiting.Waiting.Kind;

/** What money asks of one partner: to judge what it is subject to, and to confirm what it offered. */
record CommitmentWaiting(Names names, PartnerId partner) {

    Stream<Waiting> of(PartnershipView view) {
        return view.commitments().all().stream().flatMap(c -> Stream.concat(provisos(c), confirmation(c)));
    }

    private Stream<Waiting> provisos(Commitment c) {
        List<ProvisoAttached> all = c.provisos();
        return IntStream.range(0, all.size()).filter(i -> all.get(i).open() && all.get(i).judgeId().equals(partner))
                .mapToObj(i -> proviso(c, all.get(i), i));
    }

    private Waiting proviso(Commitment c, ProvisoAttached p, int number) {
        return of(Kind.PROVISO_TO_JUDGE, c, p, number, "The proviso of " + names.of(p.holderId()) + " on "
                + c.title() + ", “" + p.terms().text() + "”, waits to be judged by " + p.terms().by() + ".",
                p.since());
    }

    /** Only what is offered as it stands: where a proviso failed or lapsed, it is varied first. */
    private Stream<Waiting> confirmation(Commitment c) {
        if (!c.partnerId().equals(partner) || c.standing() != CommitmentStanding.OFFERED
                || c.provisos().stream().anyMatch(ProvisoAttached::broken)) return Stream.empty();
        return Stream.of(of(Kind.COMMITMENT_TO_CONFIRM, c, c, 0, c.title() + ", "
                + c.unit().words(c.account().sum()) + " over all years, waits to be confirmed within a mandate of "
                + names.of(partner) + ".", c.stated().getLast().on()));
    }

    private Waiting of(Kind kind, Commitment c, Object subject, int number, String sentence, LocalDate since) {
        String key = "%019d.%03d.%d".formatted(c.offered().index(), number, kind.ordinal());
        return new Waiting(kind, subject, null, sentence, since, key, partner, null);
    }
}
