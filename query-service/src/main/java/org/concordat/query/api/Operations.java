package org.concordat.query.api;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.OperationDefinition;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.concordat.query.limits.TooMany;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is asked of an operation as a whole. It is the only instrumentation and has no hook for a field: a chain that is asked
 * for each field cost a quarter of a whole plan's answer (docs/performance.md).
 */
class Operations extends SimplePerformantInstrumentation {

    private final Shedding shedding;
    private final CostLimit costs;
    private final Deadline deadline;
    private final Spending spending;
    private final Observed observed;

    Operations(Shedding shedding, CostLimit costs, Deadline deadline, Spending spending, Observed observed) {
        this.shedding = shedding;
        this.costs = costs;
        this.deadline = deadline;
        this.spending = spending;
        this.observed = observed;
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecution(InstrumentationExecutionParameters parameters,
                                                                  @Nullable InstrumentationState state) {
        GraphQLContext operation = parameters.getGraphQLContext();
        operation.put(Asking.class, new Asking(parameters.getQuery(), parameters.getOperation()));
        deadline.begins(parameters.getExecutionInput());
        observed.begins(parameters.getExecutionInput());
        return SimpleInstrumentationContext.whenCompleted((result, failure) -> {
            deadline.ends(operation);
            observed.ends(operation, result, failure);
        });
    }

    @Override
    public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(InstrumentationValidationParameters parameters,
                                                                                   @Nullable InstrumentationState state) {
        try {
            Extent.check(parameters.getDocument());
        } catch (ApiRefusal refused) {
            throw Refusals.abort(refused);
        }
        return null;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        ExecutionContext execution = parameters.getExecutionContext();
        observed.runs(execution);
        boolean acts = execution.getOperationDefinition().getOperation() == OperationDefinition.Operation.MUTATION;
        try {
            shedding.admit(acts);
            Cost cost = costs.within(execution);
            spending.runs(execution.getGraphQLContext(), acts, cost,
                execution.getOperationDefinition().getSelectionSet().getSelections().size());
        } catch (ApiRefusal | Refused | TooMany refused) {
            throw Refusals.abort(refused);
        }
        if (acts) deadline.waitsForTheStore(Objects.requireNonNull(execution.getExecutionInput()));
        return null;
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
            InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        return CompletableFuture.completedFuture(spending.told(result, parameters.getGraphQLContext()));
    }
}
