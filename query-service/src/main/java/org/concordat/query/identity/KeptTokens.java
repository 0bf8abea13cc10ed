package org.concordat.query.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * A token that was verified is taken for a minute without verifying it again, but never beyond its end. So a key that its issuer withdraws
 * lives a minute longer here. Only a digest of a token is kept, and no failure is.
 */
class KeptTokens implements AuthenticationManager {

    static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private record Verified(Caller caller, boolean operator, Instant until) {}

    private final Cache<ByteBuffer, Verified> verified = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private final AuthenticationManager verifier;
    private final InstantSource clock;

    KeptTokens(AuthenticationManager verifier, InstantSource clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override public Authentication authenticate(Authentication given) {
        if (!(given instanceof BearerTokenAuthenticationToken bearer)) return verifier.authenticate(given);
        ByteBuffer key = digest(bearer.getToken());
        Verified known = verified.getIfPresent(key);
        if (known != null && clock.instant().isBefore(known.until())) return CallerToken.of(known.caller(), known.operator());
        Authentication answer = verifier.authenticate(given);
        if (answer instanceof CallerToken token) {
            Caller caller = Objects.requireNonNull(token.getPrincipal());
            Instant minute = clock.instant().plus(KEPT);
            Instant until = caller.tokenExpires().isBefore(minute) ? caller.tokenExpires() : minute;
            verified.put(key, new Verified(caller, token.operator(), until));
        }
        return answer;
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
