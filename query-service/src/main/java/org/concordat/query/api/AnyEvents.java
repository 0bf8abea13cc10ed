package org.concordat.query.api;

import java.time.Duration;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Server-sent events for every operation: what is answered once is one event. Spring's own refuses it, without a code. */
class AnyEvents extends GraphQlSseHandler {

    AnyEvents(WebGraphQlHandler handler, Duration timeout, Duration keepAlive) {
        super(handler, timeout, keepAlive);
    }

    @Override protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> answer) {
        return super.prepareResponse(request, answer.map(AnyEvents::events));
    }

    private static WebGraphQlResponse events(WebGraphQlResponse answer) {
        return answer.getExecutionResult().getData() instanceof Publisher ? answer
            : answer.transform(b -> b.data(Flux.just(answer.getExecutionResult())).errors(List.of()));
    }
}
