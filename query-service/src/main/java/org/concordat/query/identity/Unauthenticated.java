package org.concordat.query.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;

/** 401 for who is not signed in; why a token was refused is not told, as it would help nobody but a forger. */
class Unauthenticated implements AuthenticationEntryPoint {

    @Override public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof AuthenticationServiceException) {
            ErrorBody.write(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "ISSUER_UNAVAILABLE",
                "The issuer of tokens does not answer, so no token can be checked now. Try again shortly.");
            return;
        }
        boolean invalid = e instanceof InvalidBearerTokenException;
        response.setHeader("WWW-Authenticate", invalid ? "Bearer error=\"invalid_token\"" : "Bearer");
        ErrorBody.write(response, HttpServletResponse.SC_UNAUTHORIZED, "UNAUTHENTICATED",
            invalid ? "The token is not valid here, or not any more." : "Sign in first: send a bearer token.");
    }

    /** Spring lets a failure of the issuer through as an exception otherwise. */
    ObjectPostProcessor<BearerTokenAuthenticationFilter> onFailure() {
        return new ObjectPostProcessor<>() {
            @Override public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(Unauthenticated.this::commence);
                return filter;
            }
        };
    }
}
