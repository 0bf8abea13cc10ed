package org.concordat.query.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** What an issuer's address must look like (OpenID Connect Core 1.0, section 2: a URL without query or fragment). */
final class IssuerAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int SHOWN = 100;

    private IssuerAddress() {}

    static void demand(String issuer) {
        if (good(issuer)) return;
        String shown = issuer.length() <= SHOWN ? issuer : issuer.substring(0, SHOWN) + "…";
        throw new IdentityMissing("--concordat.issuer=" + shown + " is not the address of an issuer: give an http or https address"
                + " without user, query or fragment, exactly as the tokens say it, such as https://id.example.org/realms/hub.");
    }

    private static boolean good(String issuer) {
        try {
            URI address = new URI(issuer);
            return address.getScheme() != null && SCHEMES.contains(address.getScheme()) && address.getHost() != null
                    && address.getRawUserInfo() == null && address.getRawQuery() == null && address.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
