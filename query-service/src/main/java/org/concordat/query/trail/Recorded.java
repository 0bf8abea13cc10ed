package org.concordat.query.trail;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is read again.
 *
 * @param number its place in the trail, from 1 without a hole
 * @param said   every member of the record
 * @param hash   SHA-256 of the record's bytes, 64 lower-case hex digits
 */
public record Recorded(long number, Instant at, Kind kind, Map<String, String> said, String hash) {

    public String person() {
        return said.getOrDefault("person", "");
    }

    public @Nullable String member(String name) {
        return said.get(name);
    }

    /** How many it stands for: one, unless the same was done again and again within a minute. */
    public int times() {
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(said.getOrDefault("times", "1")));
    }

    /** When the first of them was, where it stands for several. */
    public @Nullable Instant since() {
        String since = said.get("since");
        return since == null ? null : Instant.parse(since);
    }
}
