package org.concordat.query.api;

import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/** A request that is answered once: a subscription has no place in it. */
class OneAnswer extends GraphQlHttpHandler {

    OneAnswer(WebGraphQlHandler handler) {
        super(handler);
    }

    @Override protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> answer) {
        return super.prepareResponse(request, answer.map(OneAnswer::once));
    }

    private static WebGraphQlResponse once(WebGraphQlResponse answer) {
        if (answer.getExecutionResult().getData() instanceof Publisher) {
            throw new PlainRefusal(HttpStatus.NOT_ACCEPTABLE, "A subscription is answered as a stream:"
                + " send Accept: text/event-stream and no other, or open a WebSocket at this address.");
        }
        return answer;
    }
}
