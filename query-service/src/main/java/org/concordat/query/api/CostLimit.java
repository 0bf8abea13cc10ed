package org.concordat.query.api;

import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses an operation before it runs when its answer could be too large, by whatever transport and name it comes. */
@Component
class CostLimit extends SimplePerformantInstrumentation {

    private final Limits limits;

    CostLimit(Limits limits) {
        this.limits = limits;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        Cost cost = new CostCount(parameters.getExecutionContext()).ofOperation();
        if (cost.fields() > limits.cost()) {
            throw refusal("The answer could hold " + cost.fields() + " fields; " + limits.cost()
                + " are allowed. Ask for fewer at once (first), or for less of each.", cost.fields(), limits.cost());
        }
        if (cost.depth() > limits.depth()) {
            throw refusal("The operation is " + cost.depth() + " fields deep; " + limits.depth() + " are allowed.",
                cost.depth(), limits.depth());
        }
        return null;
    }

    private static AbortExecutionException refusal(String sentence, long actual, long allowed) {
        ApiRefusal refusal = new ApiRefusal(ApiCode.TOO_COSTLY, sentence, Map.of("actual", actual, "allowed", allowed));
        return new AbortExecutionException(List.of(Errors.of(refusal, GraphqlErrorBuilder.newError())));
    }
}
