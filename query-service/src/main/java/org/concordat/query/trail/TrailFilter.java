package org.concordat.query.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which records; a null field does not narrow. Times are inclusive. */
public record TrailFilter(@Nullable String person, @Nullable String target, @Nullable String command, @Nullable String code,
                          @Nullable String kind, @Nullable Instant from, @Nullable Instant to) {

    public static final TrailFilter NONE = new TrailFilter(null, null, null, null, null, null, null);
}
