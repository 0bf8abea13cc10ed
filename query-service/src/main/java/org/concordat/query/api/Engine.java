package org.concordat.query.api;

import graphql.GraphqlErrorBuilder;
import java.util.List;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import reactor.core.publisher.Mono;

/** What the engine is told beside the schema: what a failure means, and where it finds what it has read before. */
@Configuration(proxyBeanMethods = false)
class Engine {

    /** First, and it answers everything: no other resolver may show more. */
    @Bean @Order(0) DataFetcherExceptionResolver fieldErrors() {
        return (failure, environment) ->
            Mono.just(List.of(Errors.of(failure, GraphqlErrorBuilder.newError(environment))));
    }

    @Bean GraphQlSourceBuilderCustomizer readOnce(Documents documents) {
        return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }

    @Bean @Order(0) SubscriptionExceptionResolver subscriptionErrors() {
        return failure -> Mono.just(List.of(Errors.of(failure, GraphqlErrorBuilder.newError())));
    }
}
