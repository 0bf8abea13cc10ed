package org.concordat.query.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.relay.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.springframework.stereotype.Component;

/** Replays page by page: where one page ends the next goes on, without folding what came before again. */
@Component
class Replays {

    static final int AT_ONCE = 1_000;

    /** Things in the replays kept, all together. */
    private static final long THINGS = 300_000;

    /** A replay is kept for those who are shown the same. */
    private record Place(PartnershipId partnership, Set<String> hidden, Moment moment, long index) {}

    private final Ledger ledger;
    private final Moments moments;
    private final Map<PartnershipId, Integer> disposals = new ConcurrentHashMap<>();
    private final Cache<Place, Replay> kept = Caffeine.newBuilder().maximumWeight(THINGS)
            .weigher((Place place, Replay replay) -> replay.weight()).build();

    Replays(Ledger ledger, Moments moments) {
        this.ledger = ledger;
        this.moments = moments;
    }

    Connection<Step> of(PartnershipAt at, Page page, Span span) {
        dropWhatWasDisposedOf(at.id());
        long after = Cursor.index(Step.CURSOR, page.after());
        Replay known = kept.getIfPresent(new Place(at.id(), at.view().hidden(), at.moment(), after));
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
                if (steps.size() == page.first()) keep(at, steps.getLast().index(), replay.copy());
                steps.add(new Step(new EntryAt(entry, at.view()), replay.next(entry, called)));
            }
        } while (!some.isEmpty() && steps.size() <= page.first() && read < at.view().index()
                && !span.beyond(some.getLast()));
        return page.connection(steps, step -> step, step -> Cursor.of(Step.CURSOR, step.index()));
    }

    /** Words disposed of are gone from every moment: what was folded with them is dropped and folded anew. */
    private void dropWhatWasDisposedOf(PartnershipId id) {
        int now = moments.now(id).partners().disposals().size();
        Integer then = disposals.put(id, now);
        if (then != null && then != now) kept.asMap().keySet().removeIf(place -> place.partnership().equals(id));
    }

    private void keep(PartnershipAt at, long index, Replay replay) {
        kept.put(new Place(at.id(), at.view().hidden(), at.moment(), index), replay);
    }
}
