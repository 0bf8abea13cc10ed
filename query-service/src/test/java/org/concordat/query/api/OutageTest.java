package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.grpc.ErrorMessage;
import io.grpc.Status;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.junit.jupiter.api.Test;

/** What the bus fails with when Axon Server is away; each was seen in front of a real one. */
class OutageTest {

    @Test void an_absent_bus_is_an_outage_whichever_side_says_so() {
        assertThat(AxonCommandDoor.isOutage(new NoHandlerForCommandException("no node"))).isTrue();
        assertThat(AxonCommandDoor.isOutage(new AxonServerCommandDispatchException("AXONIQ-4000", ErrorMessage.getDefaultInstance()))).isTrue();
        assertThat(AxonCommandDoor.isOutage(
                new AxonServerException(ErrorCategory.COMMAND_DISPATCH_ERROR, "Received exception", "here"))).isTrue();
        assertThat(AxonCommandDoor.isOutage(Status.UNAVAILABLE.asRuntimeException())).isTrue();
    }

    @Test void what_a_handler_failed_with_is_none() {
        assertThat(AxonCommandDoor.isOutage(new CommandExecutionException("a mistake of ours", null))).isFalse();
        assertThat(AxonCommandDoor.isOutage(new IllegalStateException("io.grpc"))).isFalse();
    }
}
