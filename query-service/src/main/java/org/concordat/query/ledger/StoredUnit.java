package org.concordat.query.ledger;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.concordat.wiring.Damage;
import org.jspecify.annotations.Nullable;

/** The store's events of some places, and which of them cannot be read. */
final class StoredUnit {

    private final TreeMap<Long, TrackedEventMessage<?>> events = new TreeMap<>();
    private final Set<Long> damaged = new TreeSet<>();
    private final Store store;
    private long last;

    private StoredUnit(Store store, long after) {
        this.store = store;
        last = after;
    }

    /** @throws RuntimeException where the store does not answer, which says nothing about its events */
    static StoredUnit read(Store store, long after, long until) {
        StoredUnit unit = new StoredUnit(store, after);
        while (unit.last < until && unit.more(until));
        return unit;
    }

    /** Many at once; the very next one where one among them cannot be read. */
    private boolean more(long until) {
        long before = last;
        try {
            try {
                take(store.after(before, (int) (until - before)));
            } catch (RuntimeException e) {
                if (!Damage.is(e)) throw e;
                take(store.after(before, 1));
            }
        } catch (RuntimeException e) {
            if (!Damage.is(e)) throw e;
            damaged.add(++last);
        }
        return last > before;
    }

    private void take(List<TrackedEventMessage<?>> read) {
        for (TrackedEventMessage<?> event : read) {
            last = store.place(event);
            events.put(last, event);
        }
    }

    /** The highest place of which anything is known. */
    long last() {
        return last;
    }

    @Nullable TrackedEventMessage<?> at(long place) {
        return events.get(place);
    }

    boolean damaged(long place) {
        return damaged.contains(place);
    }

    /** The next place that is known after a missing one. */
    long after(long place) {
        Long next = events.higherKey(place);
        return next == null ? last : next;
    }
}
