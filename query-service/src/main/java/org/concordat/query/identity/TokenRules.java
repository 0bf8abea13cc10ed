package org.concordat.query.identity;

import java.util.List;
import java.util.Set;
import org.concordat.api.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/** What a token must say, whoever signed it. The clock may differ by 60 seconds. */
public final class TokenRules {

    public static final String AUDIENCE = "concordat";

    /** Public-key signatures only: with a shared secret the public key could be used to forge. */
    public static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);

    /** The name under which the system itself stands on record: no person's token may claim it. */
    private static final String SYSTEM = "concordat";

    private TokenRules() {}

    public static OAuth2TokenValidator<Jwt> forIssuer(String issuer) {
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(type, new JwtTimestampValidator(), new JwtIssuerValidator(issuer),
            TokenRules::forUs);
    }

    private static OAuth2TokenValidatorResult forUs(Jwt jwt) {
        List<String> audience = jwt.getAudience();
        boolean good = jwt.getExpiresAt() != null && audience != null && audience.contains(AUDIENCE)
            && personId(jwt.getSubject());
        return good ? OAuth2TokenValidatorResult.success()
            : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }

    private static boolean personId(@Nullable String subject) {
        try {
            return subject != null && new PersonId(subject).value().equals(subject) && !SYSTEM.equalsIgnoreCase(subject);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
