package org.concordat.query.api;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * No operation runs for ever. The engine looks at the mark before it fetches the next field; a fetcher that waits is
 * bounded by itself. A subscription is past it once it is open.
 */
@Component
class Deadline extends SimplePerformantInstrumentation {

    static final String SENTENCE = "The answer was not ready in time, so nothing more was read. Ask for less at once.";

    private final Duration atMost;

    Deadline(Limits limits) {
        this.atMost = limits.deadline();
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecution(InstrumentationExecutionParameters parameters,
                                                                  @Nullable InstrumentationState state) {
        ExecutionInput input = parameters.getExecutionInput();
        Disposable timer =
            Schedulers.parallel().schedule(input::cancel, atMost.toMillis(), TimeUnit.MILLISECONDS);
        return SimpleInstrumentationContext.whenCompleted((result, failure) -> timer.dispose());
    }
}
