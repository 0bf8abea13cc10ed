package org.concordat.query.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

/**
 * A proviso and what became of it.
 *
 * @param dropped the act that ended the position it was attached to; null while it lives
 */
public record ProvisoAttached(DecisionId decisionId, Proviso proviso, Act attached, List<Settling> settlings,
                              @Nullable Act dropped) {

    /** @param grounds null where its last day simply passed */
    public record Settling(ProvisoStanding standing, @Nullable Text grounds, Act act) {}

    public ProvisoId id() { return proviso.id(); }

    public PartnerId holderId() { return proviso.holder(); }

    public ProvisoTerms terms() { return proviso.terms(); }

    public PartnerId judgeId() { return proviso.terms().judge(proviso.holder()); }

    public ProvisoStanding standing() { return proviso.standing(); }

    public LocalDate since() { return proviso.since(); }

    public boolean open() { return dropped == null && standing() == ProvisoStanding.OPEN; }

    public boolean broken() { return dropped == null && standing().broken(); }

    ProvisoAttached settled(ProvisoStanding next, @Nullable Text grounds, Act act) {
        return new ProvisoAttached(decisionId, proviso.standing(next, act.on()), attached,
                Stream.concat(settlings.stream(), Stream.of(new Settling(next, grounds, act))).toList(), dropped);
    }

    ProvisoAttached dropped(Act by) {
        return dropped != null ? this : new ProvisoAttached(decisionId, proviso, attached, settlings, by);
    }
}
