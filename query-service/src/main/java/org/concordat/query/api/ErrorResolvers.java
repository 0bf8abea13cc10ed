package org.concordat.query.api;

import graphql.GraphqlErrorBuilder;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import reactor.core.publisher.Mono;

/** Puts {@link Errors} where GraphQL asks what a failure means: in a field, and in a running subscription. */
@Configuration(proxyBeanMethods = false)
class ErrorResolvers {

    /** First, and it answers everything: no other resolver may show more. */
    @Bean @Order(0) DataFetcherExceptionResolver fieldErrors() {
        return (failure, environment) ->
            Mono.just(List.of(Errors.of(failure, GraphqlErrorBuilder.newError(environment))));
    }

    @Bean @Order(0) SubscriptionExceptionResolver subscriptionErrors() {
        return failure -> Mono.just(List.of(Errors.of(failure, GraphqlErrorBuilder.newError())));
    }
}
