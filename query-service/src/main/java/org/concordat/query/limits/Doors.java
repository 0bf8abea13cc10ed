package org.concordat.query.limits;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.concordat.api.PersonId;
import org.concordat.query.identity.Caller;
import org.concordat.query.identity.ErrorBody;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A person's requests by plain HTTP: so many at once, and those that are no GraphQL from the budget they belong to. */
class Doors extends OncePerRequestFilter {

    private static final int TOO_MANY_REQUESTS = 429;

    private record Price(Budget budget, long cost) {}

    private final Places operations;
    private final Budgets budgets;

    Doors(Places operations, Budgets budgets) {
        this.operations = operations;
        this.budgets = budgets;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PersonId person = person();
        if (person == null) {
            chain.doFilter(request, response);
            return;
        }
        Places.Place place;
        try {
            place = operations.take(person);
        } catch (TooMany atOnce) {
            refuse(response, atOnce);
            return;
        }
        try {
            Price price = price(request.getMethod(), request.getRequestURI().substring(request.getContextPath().length()));
            if (price != null) budgets.take(person, price.budget(), price.cost());
            chain.doFilter(request, response);
        } catch (TooMany spent) {
            refuse(response, spent);
        } finally {
            leave(place, request);
        }
    }

    /** A stream that is open is counted as a subscription from then on. */
    private static void leave(Places.Place place, HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        if (!request.isAsyncStarted() || accept != null && accept.contains("text/event-stream")) {
            place.leave();
        } else {
            request.getAsyncContext().addListener(new Leaving(place));
        }
    }

    private static @Nullable PersonId person() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof Caller caller ? caller.person() : null;
    }

    private static @Nullable Price price(String method, String path) {
        boolean reads = "GET".equals(method) || "HEAD".equals(method);
        if (path.equals("/evidence")) return new Price(Budget.PACKS, 1);
        if (path.startsWith("/ledger/")) return new Price(reads ? Budget.PROOFS : Budget.ACTING, 1);
        if (path.equals("/imports") || path.startsWith("/imports/") || path.startsWith("/directory/")) {
            // An import counts once, however many commands it gives.
            return reads ? new Price(Budget.READING, Budget.BASE) : new Price(Budget.ACTING, 1);
        }
        return null;
    }

    private static void refuse(HttpServletResponse response, TooMany why) throws IOException {
        response.setHeader("Retry-After", Long.toString(why.retryAfter()));
        ErrorBody.write(response, TOO_MANY_REQUESTS, TooMany.CODE, why.sentence());
    }

    private record Leaving(Places.Place place) implements AsyncListener {
        @Override public void onComplete(AsyncEvent event) {
            place.leave();
        }

        @Override public void onTimeout(AsyncEvent event) {}

        @Override public void onError(AsyncEvent event) {}

        @Override public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
