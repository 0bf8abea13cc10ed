package org.concordat.query.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A refused command as auditors read it. */
public record Attempt(Recorded recorded) {

    public String number() { return Long.toString(recorded.number()); }

    public Instant at() { return recorded.at(); }

    public String person() { return recorded.person(); }

    public @Nullable String command() { return recorded.member("command"); }

    public @Nullable String target() { return recorded.member("target"); }

    public @Nullable String commandId() { return recorded.member("commandId"); }

    public @Nullable String code() { return recorded.member("code"); }

    public int times() { return recorded.times(); }

    public @Nullable Instant since() { return recorded.since(); }

    public String hash() { return recorded.hash(); }
}
