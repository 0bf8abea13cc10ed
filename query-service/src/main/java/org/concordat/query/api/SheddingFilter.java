package org.concordat.query.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.concordat.api.CommonRejection.Overloaded;
import org.concordat.query.identity.ErrorBody;
import org.concordat.wiring.memory.Pressure;
import org.springframework.web.filter.OncePerRequestFilter;

/** What takes memory outside GraphQL is refused with it: imports, packs, tiles. Probes and metrics never come here. */
class SheddingFilter extends OncePerRequestFilter {

    private final Pressure pressure;

    SheddingFilter(Pressure pressure) {
        this.pressure = pressure;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!pressure.shed().reads()) {
            chain.doFilter(request, response);
            return;
        }
        Overloaded overloaded = new Overloaded((int) Pressure.AGAIN.toSeconds());
        response.setHeader("Retry-After", String.valueOf(overloaded.retryAfterSeconds()));
        ErrorBody.write(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, overloaded.code(), overloaded.sentence());
    }
}
