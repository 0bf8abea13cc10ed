package org.concordat.query.api;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * No operation runs for ever. The engine looks at the mark before it fetches the next field; a fetcher that waits is
 * bounded by itself. A command that waits says in its own words that the store is away, so commands have its patience beside
 * the time of an operation. A subscription is past it once it is open.
 */
@Component
class Deadline extends SimplePerformantInstrumentation {

    static final String SENTENCE = "The answer was not ready in time, so nothing more was read. Ask for less at once.";

    private final Duration atMost;

    Deadline(Limits limits) {
        this.atMost = limits.deadline();
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(InstrumentationExecuteOperationParameters parameters,
                                                                         @Nullable InstrumentationState state) {
        ExecutionContext execution = parameters.getExecutionContext();
        Disposable timer = Schedulers.parallel().schedule(execution.getExecutionInput()::cancel,
                time(execution.getOperationDefinition()).toMillis(), TimeUnit.MILLISECONDS);
        return SimpleInstrumentationContext.whenCompleted((result, failure) -> timer.dispose());
    }

    private Duration time(OperationDefinition operation) {
        return operation.getOperation() == OperationDefinition.Operation.MUTATION ? atMost.plus(AxonCommandDoor.PATIENCE) : atMost;
    }
}
