package org.concordat.query.api;

import graphql.ExecutionResult;
import java.util.Map;
import org.concordat.query.identity.Caller;
import org.concordat.query.limits.Places;
import org.concordat.query.limits.TooMany;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells the engine who asks, and bounds what one person has under way: operations over a socket (those over HTTP were counted at the
 * door), and subscriptions over whatever transport. A subscription is counted while somebody listens to it.
 */
@Component
@Order(20)
class Callers implements WebGraphQlInterceptor {

    private final Places operationsAtOnce;
    private final Places subscriptions;

    Callers(Places operationsAtOnce, Places subscriptions) {
        this.operationsAtOnce = operationsAtOnce;
        this.subscriptions = subscriptions;
    }

    @Override public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.deferContextual(context -> {
            Caller caller = TokenExpiry.caller(context);
            request.configureExecutionInput((input, builder) -> builder.graphQLContext(Map.of(Caller.class, caller)).build());
            Mono<WebGraphQlResponse> answer = request instanceof WebSocketGraphQlRequest
                ? Mono.using(() -> operationsAtOnce.take(caller.person()), place -> chain.next(request), Places.Place::leave)
                : chain.next(request);
            return answer.map(response -> bounded(response, caller))
                .onErrorResume(TooMany.class, many -> Mono.just(refused(request, many)));
        });
    }

    private WebGraphQlResponse bounded(WebGraphQlResponse response, Caller caller) {
        if (!(response.getExecutionResult().getData() instanceof Publisher<?> entries)) return response;
        return response.transform(builder -> builder.data(counted(caller, entries)));
    }

    private Flux<Object> counted(Caller caller, Publisher<?> entries) {
        return Flux.using(() -> subscriptions.take(caller.person()), place -> Flux.<Object>from(entries), Places.Place::leave)
            .onErrorResume(TooMany.class, many -> Flux.just(refusal(many)));
    }

    private static ExecutionResult refusal(TooMany many) {
        return ExecutionResult.newExecutionResult().addError(Refusals.error(many)).build();
    }

    private static WebGraphQlResponse refused(WebGraphQlRequest request, TooMany many) {
        return new WebGraphQlResponse(new org.springframework.graphql.support.DefaultExecutionGraphQlResponse(
            request.toExecutionInput(), refusal(many)));
    }
}
