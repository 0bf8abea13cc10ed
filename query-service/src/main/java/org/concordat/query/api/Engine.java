package org.concordat.query.api;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.List;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import reactor.core.publisher.Mono;

/** What the engine is told beside the schema: what a failure means, and what is asked of each operation. */
@Configuration(proxyBeanMethods = false)
class Engine {

    /** First, and it answers everything: no other resolver may show more. */
    @Bean @Order(0) DataFetcherExceptionResolver fieldErrors() {
        return (failure, environment) -> {
            GraphQLError error = Errors.of(failure, GraphqlErrorBuilder.newError(environment));
            FailedElements.remember(error, environment);
            return Mono.just(List.of(error));
        };
    }

    /** Instead of the chain that would be made of every instrumentation there is, Spring's own observations among them. */
    @Bean GraphQlSourceBuilderCustomizer oneInstrumentation(Documents documents, Shedding shedding, CostLimit costs, Deadline deadline,
                                                           Spending spending, Observed observed) {
        return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents)
            .instrumentation(new Operations(shedding, costs, deadline, spending, observed)));
    }

    @Bean @Order(0) SubscriptionExceptionResolver subscriptionErrors() {
        return failure -> Mono.just(List.of(Errors.of(failure, GraphqlErrorBuilder.newError())));
    }
}
