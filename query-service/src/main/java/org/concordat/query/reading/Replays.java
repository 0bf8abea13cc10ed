package org.concordat.query.reading;

import com.github.benmanes.caffeine.cache.Cache;
import graphql.relay.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.api.Cursor;
import org.concordat.query.api.Page;
import org.concordat.query.history.Called;
import org.concordat.query.history.EntryAt;
import org.concordat.query.history.Replay;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.Moments;
import org.concordat.wiring.memory.Kept;
import org.concordat.wiring.memory.Memory;
import org.concordat.wiring.memory.Weight;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Replays page by page: where one page ends the next goes on, without folding what came before again. */
@Component
class Replays {

    static final int AT_ONCE = 1_000;

    /** A replay is kept for those who are shown the same, and until words are disposed of. */
    private record Place(PartnershipId partnership, Set<String> hidden, Moment moment, long index, int disposals) {}

    private final Ledger ledger;
    private final Moments moments;
    private final Cache<Place, Replay> kept;

    Replays(Ledger ledger, Moments moments) {
        this(ledger, moments, Memory.usual());
    }

    @Autowired Replays(Ledger ledger, Moments moments, Memory memory) {
        this.ledger = ledger;
        this.moments = moments;
        kept = memory.cache(Kept.REPLAYS, (place, replay) -> Weight.of(place) + replay.bytes());
    }

    Connection<Step> of(PartnershipAt at, Page page, Span span) {
        int disposals = moments.now(at.id()).partners().disposals().size();
        long after = Cursor.index(Step.CURSOR, page.after());
        Replay known = kept.getIfPresent(new Place(at.id(), at.view().hidden(), at.moment(), after, disposals));
        if (known == null) dropWhatWasDisposedOf(at.id(), disposals);
        Replay replay = known == null ? Replay.of(at.id(), at.view().hidden()) : known.copy();
        Called called = Called.at(at.view());
        List<Step> steps = new ArrayList<>();
        long read = known == null ? 0 : after;
        List<Entry> some;
        do {
            some = ledger.after(at.id(), read, steps.isEmpty() ? AT_ONCE : page.first() + 1);
            if (!some.isEmpty()) read = some.getLast().index();
            List<Entry> seen = some.stream().filter(entry -> at.moment().covers(entry)
                    && entry.index() <= at.view().index() && !span.beyond(entry)).toList();
            int passed = 0;
            while (passed < seen.size() && (seen.get(passed).index() <= after || span.before(seen.get(passed)))) passed++;
            replay.past(seen.subList(0, passed));
            for (Entry entry : seen.subList(passed, seen.size())) {
                if (steps.size() > page.first()) break;
                if (steps.size() == page.first()) keep(at, steps.getLast().index(), disposals, replay.copy());
                steps.add(new Step(new EntryAt(entry, at.view()), replay.next(entry, called)));
            }
        } while (!some.isEmpty() && steps.size() <= page.first() && read < at.view().index()
                && !span.beyond(some.getLast()));
        return page.connection(steps, step -> step, step -> Cursor.of(Step.CURSOR, step.index()));
    }

    /** Words disposed of are gone from every moment: what was folded with them is dropped and folded anew. */
    private void dropWhatWasDisposedOf(PartnershipId id, int disposals) {
        kept.asMap().keySet().removeIf(place -> place.partnership().equals(id) && place.disposals() != disposals);
    }

    private void keep(PartnershipAt at, long index, int disposals, Replay replay) {
        kept.put(new Place(at.id(), at.view().hidden(), at.moment(), index, disposals), replay);
    }
}
