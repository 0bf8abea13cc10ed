package org.concordat.query.api;

import graphql.ExecutionResult;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import org.concordat.query.identity.Caller;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** A subscription, whatever its transport, ends with the token that opened it, and says so in its last element. */
@Component
@Order(100)
class TokenExpiry implements WebGraphQlInterceptor {

    private static final ContextSnapshotFactory CONTEXTS = ContextSnapshotFactory.builder().build();

    @Override public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.deferContextual(context -> chain.next(request).map(response -> {
            if (!(response.getExecutionResult().getData() instanceof Publisher<?> entries)) return response;
            Caller caller = caller(context);
            return response.transform(b -> b.data(ending(caller, entries)));
        }));
    }

    /** Over a socket the answer may come on a thread that knows nobody; the context of the request does. */
    static Caller caller(ContextView context) {
        try (ContextSnapshot.Scope request = CONTEXTS.setThreadLocalsFrom(context)) {
            return Caller.current();
        }
    }

    static Flux<Object> ending(Caller caller, Publisher<?> entries) {
        return caller.untilExpiry(Flux.<Object>from(entries))
            .concatWith(Mono.defer(() -> caller.expired() ? Mono.just(expired()) : Mono.empty()));
    }

    private static ExecutionResult expired() {
        return ExecutionResult.newExecutionResult()
            .addError(Errors.of(ApiCode.UNAUTHENTICATED,
                "The token has expired: sign in again and go on from the last cursor."))
            .build();
    }
}
