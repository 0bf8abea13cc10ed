package org.concordat.query.authority;

import java.util.Objects;
import java.util.stream.Stream;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.decision.Decision;
import org.concordat.query.ledger.Entry;
import org.concordat.query.moment.PartnershipView;

/** What an entry's mandate had to cover. */
final class NeededBy {

    private NeededBy() {}

    static Needed of(Entry entry, PartnershipView view) {
        return switch (entry.event()) {
            case DecisionEvent e -> {
                Decision decision = view.decisions().decision(e.decisionId());
                yield decision == null ? Needed.ANYTHING : Needed.by(decision);
            }
            case CommitmentEvent e -> {
                Commitment commitment = view.commitments().commitment(e.commitmentId());
                yield commitment == null ? Needed.ANYTHING : of(entry, commitment);
            }
            case MandateGiven e -> Needed.by(e.scope(), e.mandate().value());
            case null, default -> Needed.ANYTHING;
        };
    }

    private static Needed of(Entry entry, Commitment c) {
        return Stream.concat(c.all(Commitment.Said.Confirmation.class).map(s -> Use.of(c, s)),
                c.variations().stream().map(v -> Use.of(c, v))).filter(Objects::nonNull).map(Objects::requireNonNull)
                .filter(use -> use.act().index() == entry.index()).findFirst().map(Use::needed).orElse(Needed.ANYTHING);
    }
}
