package org.concordat.query.trail;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concordat.api.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded: codes, ids and hashes, never a word of anybody's.
 *
 * @param partnership whose auditors are shown it; empty: nobody's
 */
record Said(Kind kind, String person, String partnership, SortedMap<String, String> details) {

    Said {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    static Said of(Kind kind, PersonId person, String partnership, String... namesAndValues) {
        SortedMap<String, String> details = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) details.put(namesAndValues[i], namesAndValues[i + 1]);
        return new Said(kind, person.value(), partnership, details);
    }

    Said and(String name, @Nullable String value) {
        if (value == null) return this;
        SortedMap<String, String> more = new TreeMap<>(details);
        more.put(name, value);
        return new Said(kind, person, partnership, more);
    }

    /** The same again is told by this: each command has an id of its own. */
    Said withoutCommandId() {
        SortedMap<String, String> fewer = new TreeMap<>(details);
        fewer.remove("commandId");
        return new Said(kind, person, partnership, fewer);
    }

    /** Somebody's doings of that kind, whatever they were. */
    Said bare() {
        return new Said(kind, person, partnership, new TreeMap<>(Map.of()));
    }

    Said times(long times, Instant since) {
        return and("times", Long.toString(times)).and("since", Link.MILLISECONDS.format(since));
    }
}
