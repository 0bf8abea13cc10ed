package org.concordat.query.trail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A read, an export, a question or a forgetting as auditors read it. */
public record Read(Recorded recorded) {

    public String number() { return Long.toString(recorded.number()); }

    public Instant at() { return recorded.at(); }

    public Kind kind() { return recorded.kind(); }

    public String person() { return recorded.person(); }

    public @Nullable String target() { return recorded.member("target"); }

    public @Nullable String what() { return recorded.member("what"); }

    public @Nullable String operation() { return recorded.member("operation"); }

    public @Nullable List<String> fields() {
        String fields = recorded.member("fields");
        return fields == null ? null : List.of(fields.split(","));
    }

    public @Nullable String text() { return recorded.member("text"); }

    public int times() { return recorded.times(); }

    public @Nullable Instant since() { return recorded.since(); }

    public String hash() { return recorded.hash(); }
}
