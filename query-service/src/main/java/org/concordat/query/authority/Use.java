package org.concordat.query.authority;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.concordat.api.commitment.YearAmount;
import org.concordat.api.partnership.MandateId;
import org.concordat.query.commitment.Commitment;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.PositionTaken;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Mandate;
import org.jspecify.annotations.Nullable;

/** An act that rested on a mandate, as a view holds it, with the thing it was about. */
public sealed interface Use {

    MandateId mandate();

    Act act();

    Needed needed();

    record OnDecision(Decision decision, PositionTaken position, MandateId mandate, Act act) implements Use {
        @Override public Needed needed() { return Needed.by(decision); }
    }

    record OnCommitment(Commitment commitment, BigDecimal sum, MandateId mandate, Act act) implements Use {
        @Override public Needed needed() { return Needed.by(commitment.terms(), sum); }
    }

    record Delegated(Mandate given, MandateId mandate, Act act) implements Use {
        @Override public Needed needed() { return Needed.by(given.terms().scope(), given.id().value()); }
    }

    /** A position recorded for a partner rests on a mandate once the partner has confirmed it. */
    static @Nullable Use of(Decision decision, PositionTaken p) {
        return p.mandateId() == null ? null : new OnDecision(decision, p, p.mandateId(),
                Objects.requireNonNullElse(p.confirmed(), p.act()));
    }

    static Use of(Commitment commitment, Commitment.Said.Confirmation c) {
        return new OnCommitment(commitment, c.sum(), c.mandateId(), c.act());
    }

    static @Nullable Use of(Commitment commitment, Commitment.Said.Variation v) {
        return v.mandateId() == null ? null : new OnCommitment(commitment, sum(commitment, v), v.mandateId(), v.act());
    }

    static @Nullable Use of(Mandate m) {
        return m.underId() == null ? null : new Delegated(m, m.underId(), m.given());
    }

    static Stream<Use> all(PartnershipView view) {
        return Stream.of(view.decisions().all().stream().flatMap(d -> d.positions().stream().map(p -> of(d, p))),
                view.commitments().all().stream().flatMap(c -> Stream.concat(
                        c.all(Commitment.Said.Confirmation.class).map(s -> of(c, s)),
                        c.variations().stream().map(v -> of(c, v)))),
                view.partners().mandates().values().stream().map(Use::of))
                .flatMap(uses -> uses).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    /** What was withdrawn by then is no part of what was varied. */
    private static BigDecimal sum(Commitment commitment, Commitment.Said.Variation v) {
        return v.years().stream().filter(y -> commitment.all(Commitment.Said.Withdrawal.class).noneMatch(w ->
                w.act().index() < v.act().index() && w.from().compareTo(y.year()) <= 0))
                .map(YearAmount::amount).reduce(commitment.unit().nothing(), BigDecimal::add);
    }
}
