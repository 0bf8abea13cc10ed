package org.concordat.query.proviso;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.api.Text;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

/**
 * A proviso and what became of it, oldest first.
 *
 * @param thing the id of what it is attached to, a decision or a commitment
 */
public record ProvisoAttached(String thing, Proviso proviso, Act attached, List<Settling> settlings) {

    /** @param grounds null where its last day simply passed, or what it was attached to no longer stands */
    public record Settling(ProvisoStanding standing, @Nullable Text grounds, Act act) {}

    public ProvisoId id() { return proviso.id(); }

    public PartnerId holderId() { return proviso.holder(); }

    public ProvisoTerms terms() { return proviso.terms(); }

    public PartnerId judgeId() { return proviso.terms().judge(proviso.holder()); }

    public ProvisoStanding standing() { return proviso.standing(); }

    public LocalDate since() { return proviso.since(); }

    public boolean open() { return standing() == ProvisoStanding.OPEN; }

    public boolean broken() { return standing().broken(); }

    public ProvisoAttached settled(ProvisoStanding next, @Nullable Text grounds, Act act) {
        return new ProvisoAttached(thing, proviso.standing(next, act.on()), attached,
                Stream.concat(settlings.stream(), Stream.of(new Settling(next, grounds, act))).toList());
    }

    /** What it was attached to no longer stands. */
    public ProvisoAttached dropped(Act act) {
        return settled(ProvisoStanding.DROPPED, null, act);
    }
}
