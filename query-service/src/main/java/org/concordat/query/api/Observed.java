package org.concordat.query.api;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.observation.DefaultExecutionRequestObservationConvention;
import org.springframework.graphql.observation.ExecutionRequestObservationContext;
import org.springframework.graphql.observation.GraphQlObservationDocumentation;
import org.springframework.stereotype.Component;

/** A request is one observation, as Spring has it: for metrics and traces. Its fields are none. */
@Component
class Observed {

    private static final DefaultExecutionRequestObservationConvention CONVENTION = new DefaultExecutionRequestObservationConvention();

    private record Running(Observation observation, ExecutionRequestObservationContext context) {}

    private final ObservationRegistry registry;

    Observed(ObservationRegistry registry) {
        this.registry = registry;
    }

    void begins(ExecutionInput input) {
        if (registry.isNoop()) return;
        ExecutionRequestObservationContext context = new ExecutionRequestObservationContext(input);
        Observation observation = GraphQlObservationDocumentation.EXECUTION_REQUEST
            .observation(null, CONVENTION, () -> context, registry);
        GraphQLContext operation = input.getGraphQLContext();
        observation.parentObservation(operation.get(ObservationThreadLocalAccessor.KEY));
        operation.put(ObservationThreadLocalAccessor.KEY, observation);
        operation.put(Running.class, new Running(observation, context));
        observation.start();
    }

    void runs(ExecutionContext execution) {
        Running running = execution.getGraphQLContext().get(Running.class);
        if (running != null) running.context().setExecutionContext(execution);
    }

    void ends(GraphQLContext operation, @Nullable ExecutionResult result, @Nullable Throwable failure) {
        Running running = operation.get(Running.class);
        if (running == null) return;
        if (result != null) running.context().setExecutionResult(result);
        if (failure != null) running.observation().error(failure);
        running.observation().stop();
    }
}
