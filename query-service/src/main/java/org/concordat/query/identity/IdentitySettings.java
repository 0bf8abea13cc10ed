package org.concordat.query.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.core.Authentication;

/**
 * Who may sign in, from where.
 *
 * @param issuer   the OIDC issuer whose tokens are taken, exactly as in their {@code iss}
 * @param founders ids of the persons who may establish partnerships
 * @param operators ids of those who may read the metrics and the details of health, a scraper's own among them
 * @param demo     whether the demonstration's own sign-in is used instead of an issuer
 */
@ConfigurationProperties("concordat")
record IdentitySettings(@Nullable String issuer, @DefaultValue List<String> founders,
                        @DefaultValue List<String> operators, @DefaultValue("false") boolean demo) {

    boolean operatedBy(@Nullable Authentication signedIn) {
        return signedIn != null && signedIn.getPrincipal() instanceof Caller caller && operators.contains(caller.person().value());
    }

    /** The issuer of a real installation; its absence, or that of a founder, is said before anything else starts. */
    String required() {
        if (issuer == null || issuer.isBlank()) {
            throw new IdentityMissing("Concordat does not know whose sign-in to trust: start it with"
                + " --concordat.issuer=<address of your OIDC issuer>, or try it with --concordat.demo=true.");
        }
        IssuerAddress.demand(issuer);
        if (founders.stream().allMatch(String::isBlank)) {
            throw new IdentityMissing("Concordat does not know who may establish a partnership: start it with"
                + " --concordat.founders=<person ids, separated by commas>, or try it with --concordat.demo=true.");
        }
        return issuer;
    }
}
