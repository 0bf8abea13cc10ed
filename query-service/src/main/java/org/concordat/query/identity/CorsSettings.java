package org.concordat.query.identity;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.concordat.wiring.StartRefusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Pages of which other origins may ask from a browser.
 *
 * @param origins scheme, host and port as browsers send them, e.g. {@code https://plan.example.org}; none by default
 */
@ConfigurationProperties("concordat.cors")
record CorsSettings(@DefaultValue List<String> origins) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** Without cookies: only a token that the page holds itself signs in. */
    CorsConfiguration allowed() {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(REMEMBERED);
        if (origins.isEmpty()) return allowed;
        origins.forEach(CorsSettings::checked);
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        allowed.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept", "Cache-Control", "Last-Event-ID"));
        allowed.setExposedHeaders(List.of("WWW-Authenticate", "Retry-After"));
        return allowed;
    }

    private static void checked(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new StartRefusal("--concordat.cors.origins lists " + Excerpt.of(origin) + ", which is no origin: write scheme, host and"
                + " port as a browser sends them, such as https://plan.example.org, without a path, a slash at the end or a *.");
        }
    }
}
