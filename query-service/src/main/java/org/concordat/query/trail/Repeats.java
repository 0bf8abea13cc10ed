package org.concordat.query.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one person does again and again is counted and not written each time, or the trail were a way to fill a disk. In one
 * stretch, between two takings, so many different ones of a person are written at once; the same again, and all beyond, are
 * counted.
 */
final class Repeats {

    /** Of one person, kind and partnership. */
    static final int DISTINCT = 60;
    private static final int PERSONS = 10_000;

    private record Count(long times, Instant since) {
        static final Count NONE = new Count(0, Instant.MAX);

        Count and(long more, Instant when) {
            return new Count(times + more, when.isBefore(since) ? when : since);
        }
    }

    /** By person, kind and partnership; inside by what was done, all beyond under the bare one. */
    private final Map<Said, Map<Said, Count>> stretch = new HashMap<>();

    /** Whether it is to be written; otherwise it is counted. */
    synchronized boolean first(Said said, Instant now) {
        Map<Said, Count> mine = stretch.computeIfAbsent(said.bare(), _ -> new HashMap<>());
        Said key = said.withoutCommandId();
        Count known = mine.get(key);
        if (known == null && mine.size() < DISTINCT) {
            mine.put(key, Count.NONE);
            return true;
        }
        count(known == null ? said.bare() : key, 1, now);
        return false;
    }

    /** Counted, to be written with the next taking. */
    synchronized void count(Said key, long times, Instant when) {
        stretch.computeIfAbsent(key.bare(), _ -> new HashMap<>())
                .merge(key, Count.NONE.and(times, when), (a, b) -> a.and(b.times(), b.since()));
    }

    synchronized boolean full() {
        return stretch.size() >= PERSONS;
    }

    record Counted(Said key, long times, Instant since) {}

    /** What was counted; a new stretch begins. */
    synchronized List<Counted> take() {
        List<Counted> counted = new ArrayList<>();
        stretch.values().forEach(mine -> mine.forEach((key, count) -> {
            if (count.times() > 0) counted.add(new Counted(key, count.times(), count.since()));
        }));
        stretch.clear();
        return counted;
    }
}
