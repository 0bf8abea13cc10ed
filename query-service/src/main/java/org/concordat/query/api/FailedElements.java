package org.concordat.query.api;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.NonNullableFieldWasNullException;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An element that a subscription cannot give ends it with the code of what failed inside; the engine would say only that it was null. */
@Component
@Order(60)
class FailedElements implements WebGraphQlInterceptor {

    static void remember(GraphQLError error, DataFetchingEnvironment environment) {
        if (environment.getOperationDefinition().getOperation() == Operation.SUBSCRIPTION) {
            environment.getGraphQlContext().put(FailedElements.class, error);
        }
    }

    @SuppressWarnings("unchecked")
    @Override public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(answer -> !(answer.getData() instanceof Publisher<?> elements) ? answer
            : answer.transform(b -> b.data(Flux.from((Publisher<ExecutionResult>) elements)
                .onErrorResume(FailedElements::wasNull, failure -> Flux.just(last(answer, failure))))));
    }

    private static boolean wasNull(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(10)
            .anyMatch(NonNullableFieldWasNullException.class::isInstance);
    }

    private static ExecutionResult last(WebGraphQlResponse answer, Throwable failure) {
        GraphQLError known = answer.getExecutionInput().getGraphQLContext().get(FailedElements.class);
        GraphQLError error = known == null ? Refusals.error(new IllegalStateException(failure)) : known;
        return ExecutionResult.newExecutionResult().errors(List.of(error)).build();
    }
}
