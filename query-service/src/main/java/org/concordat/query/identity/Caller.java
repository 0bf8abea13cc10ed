package org.concordat.query.identity;

import java.time.Duration;
import java.time.Instant;
import org.concordat.api.PersonId;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who asks. What the person may do is not in the token: appointments in a partnership say that.
 * In a controller: {@code @AuthenticationPrincipal Caller}.
 *
 * @param tokenExpires when the token ends, and with it everything that is still open on its strength
 */
public record Caller(PersonId person, Instant tokenExpires) implements AuthenticatedPrincipal {

    @Override public String getName() {
        return person.value();
    }

    /** The caller of the present request; anonymous callers never get so far. */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
    }

    public boolean expired() {
        return !Instant.now().isBefore(tokenExpires);
    }

    /** The same stream, completed when the token expires. */
    public <T> Flux<T> untilExpiry(Flux<T> stream) {
        Duration left = Duration.between(Instant.now(), tokenExpires);
        return stream.takeUntilOther(Mono.delay(left.isNegative() ? Duration.ZERO : left));
    }
}
