package org.concordat.query.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;

/** Pages of other origins: those on the list may ask and read, the others are given no leave, and no origin at all is refused. */
class Origins extends OncePerRequestFilter {

    /** What browsers send; anything else would fail where Spring reads it. */
    private static final Pattern FORM =
        Pattern.compile("null|file://|[a-z][a-z0-9+.-]*://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    private final CorsConfiguration allowed;
    private final DefaultCorsProcessor listed = new DefaultCorsProcessor();

    Origins(CorsConfiguration allowed) {
        this.allowed = allowed;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            vary(response);
            chain.doFilter(request, response);
        } else if (!FORM.matcher(origin).matches()) {
            ErrorBody.write(response, 400, "BAD_INPUT", "The Origin header is not an origin, such as https://plan.example.");
        } else if (allowed.checkOrigin(origin) != null) {
            if (listed.processRequest(allowed, request, response) && !CorsUtils.isPreFlightRequest(request)) chain.doFilter(request, response);
        } else if (CorsUtils.isPreFlightRequest(request)) {
            ErrorBody.write(response, 403, "ORIGIN_REFUSED",
                "Pages of this origin may not ask here. The operator can add it to the list of origins.");
        } else {
            vary(response);
            chain.doFilter(request, response);
        }
    }

    private void vary(HttpServletResponse response) {
        if (allowed.getAllowedOrigins() != null) response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
}
