package org.concordat.query.waiting;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.moment.Names;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.proviso.ProvisoAttached;
import org.concordat.query.waiting.Waiting.Kind;

/** What money that is subject to something asks of one partner. */
final class CommitmentWaiting {

    private CommitmentWaiting() {}

    static Stream<Waiting> of(PartnershipView view, Names names, PartnerId partner) {
        return view.commitments().all().stream().flatMap(c -> provisos(c, names, partner));
    }

    private static Stream<Waiting> provisos(Commitment c, Names names, PartnerId partner) {
        List<ProvisoAttached> all = c.provisos();
        return IntStream.range(0, all.size()).filter(i -> all.get(i).open() && all.get(i).judgeId().equals(partner))
                .mapToObj(i -> proviso(c, all.get(i), i, names));
    }

    private static Waiting proviso(Commitment c, ProvisoAttached p, int number, Names names) {
        String key = "%019d.%03d.%d".formatted(c.offered().index(), number, Kind.PROVISO_TO_JUDGE.ordinal());
        return new Waiting(Kind.PROVISO_TO_JUDGE, p, null, "The proviso of " + names.of(p.holderId()) + " on "
                + c.title() + ", “" + p.terms().text() + "”, waits to be judged by " + p.terms().by() + ".",
                p.since(), key);
    }
}
