package org.concordat.query.identity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.concordat.api.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;

/** A checked token as Spring Security carries it: a caller, and whether they operate the installation. No partnership is asked. */
class CallerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    /** Details of health are shown to who has it: {@code management.endpoint.health.roles}. */
    private static final String OPERATOR = "ROLE_OPERATOR";

    private final transient Caller caller;

    private CallerToken(Caller caller, boolean operator) {
        super(operator ? AuthorityUtils.createAuthorityList(OPERATOR) : List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    /** Subject and expiry are there: {@link TokenRules} saw to it. */
    static CallerToken of(Jwt jwt, List<String> operators) {
        PersonId person = new PersonId(Objects.requireNonNull(jwt.getSubject()));
        Instant expires = Objects.requireNonNull(jwt.getExpiresAt());
        return of(new Caller(person, expires), operators.contains(person.value()));
    }

    static CallerToken of(Caller caller, boolean operator) {
        return new CallerToken(caller, operator);
    }

    boolean operator() {
        return !getAuthorities().isEmpty();
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
