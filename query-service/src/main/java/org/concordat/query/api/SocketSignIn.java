package org.concordat.query.api;

import java.util.Map;
import java.util.Objects;
import org.concordat.query.identity.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.graphql.server.support.BearerTokenAuthenticationExtractor;
import org.springframework.graphql.server.webmvc.AuthenticationWebSocketInterceptor;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Over a WebSocket the token comes in {@code connection_init}, as {@code Authorization}; whoever comes after it knows the caller. */
@Component
@Order(0)
class SocketSignIn implements WebSocketGraphQlInterceptor {

    private final BearerTokenAuthenticationExtractor extractor = new BearerTokenAuthenticationExtractor();
    private final AuthenticationManager tokens;
    private final WebSocketGraphQlInterceptor spring;
    private final ObjectProvider<Sockets> sockets;

    /** @param sockets asked late, as the sockets' handler is made of the interceptors */
    SocketSignIn(AuthenticationManager tokens, ObjectProvider<Sockets> sockets) {
        this.tokens = tokens;
        this.spring = new AuthenticationWebSocketInterceptor(extractor, tokens);
        this.sockets = sockets;
    }

    @Override
    public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo session, Map<String, Object> payload) {
        return extractor.getAuthentication(payload)
            .switchIfEmpty(Mono.error(() -> new AuthenticationCredentialsNotFoundException("no token")))
            .map(tokens::authenticate)
            .flatMap(authentication -> {
                Caller caller = Objects.requireNonNull((Caller) authentication.getPrincipal());
                sockets.getObject().signedIn(session.getId(), caller);
                return spring.handleConnectionInitialization(session, payload);
            });
    }

    @Override public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return spring.intercept(request, chain);
    }
}
