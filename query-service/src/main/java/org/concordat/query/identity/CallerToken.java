package org.concordat.query.identity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.concordat.api.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** A checked token as Spring Security carries it: a caller, and no authorities. */
class CallerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Caller caller;

    private CallerToken(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    /** Subject and expiry are there: {@link TokenRules} saw to it. */
    static CallerToken of(Jwt jwt) {
        PersonId person = new PersonId(Objects.requireNonNull(jwt.getSubject()));
        Instant expires = Objects.requireNonNull(jwt.getExpiresAt());
        return of(new Caller(person, expires));
    }

    static CallerToken of(Caller caller) {
        return new CallerToken(caller);
    }

    @Override public Object getCredentials() {
        return "";
    }

    @Override public Caller getPrincipal() {
        return caller;
    }

    @Override public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override public int hashCode() {
        return System.identityHashCode(this);
    }
}
