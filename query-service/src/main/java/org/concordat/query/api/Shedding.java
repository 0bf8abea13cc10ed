package org.concordat.query.api;

import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import org.concordat.api.CommonRejection.Overloaded;
import org.concordat.wiring.memory.Pressure;
import org.concordat.wiring.memory.Shed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Refuses new operations while memory is short, by whatever transport they come: questions first, commands last. */
@Component
class Shedding extends SimplePerformantInstrumentation {

    private final Pressure pressure;

    Shedding(ObjectProvider<Pressure> pressure) {
        this.pressure = pressure.getIfAvailable(Pressure::none);
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        Shed shed = pressure.shed();
        if (!shed.reads()) return null;
        boolean command = parameters.getExecutionContext().getOperationDefinition().getOperation() == Operation.MUTATION;
        if (command ? shed.commands() : shed.reads()) throw refusal();
        return null;
    }

    private static AbortExecutionException refusal() {
        Refused refused = new Refused(new Overloaded((int) Pressure.AGAIN.toSeconds()));
        return new AbortExecutionException(List.of(Errors.of(refused, GraphqlErrorBuilder.newError())));
    }
}
