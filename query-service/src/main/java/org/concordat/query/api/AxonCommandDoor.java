package org.concordat.query.api;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.HandlerExecutionException;
import org.concordat.api.ActMetadata;
import org.concordat.api.CommonRejection;
import org.concordat.api.PersonId;
import org.concordat.api.Receipt;
import org.concordat.api.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Over Axon's bus, in one process or across two: a rejection is read from the details, never from a class. */
@Component
class AxonCommandDoor implements CommandDoor {

    /** How long a command may wait for its answer. */
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Axon's side of the connection, the server's own, and the wire's. */
    private static final Pattern OF_THE_BUS =
            Pattern.compile("(org\\.axonframework\\.axonserver\\.connector|io\\.axoniq\\.axonserver\\.connector|io\\.grpc)\\..+");

    private final CommandGateway gateway;
    private final Attempts attempts;
    private final CommandContent content = new CommandContent();

    AxonCommandDoor(CommandGateway gateway, Attempts attempts) {
        this.gateway = gateway;
        this.attempts = attempts;
    }

    @Override
    public Receipt send(PersonId person, Object command, String commandId, @Nullable LocalDate effectiveOn,
                        @Nullable Long expectedVersion) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(ActMetadata.PERSON, person.value());
        metadata.put(ActMetadata.COMMAND_ID, commandId);
        metadata.put(ActMetadata.COMMAND_CONTENT, content.hash(person, command, effectiveOn));
        if (effectiveOn != null) metadata.put(ActMetadata.EFFECTIVE_ON, effectiveOn.toString());
        if (expectedVersion != null) metadata.put(ActMetadata.EXPECTED_VERSION, expectedVersion);
        try {
            return answer(gateway.send(new GenericCommandMessage<>(command, metadata)));
        } catch (RuntimeException refused) {
            attempts.refused(person, command.getClass().getSimpleName(), Targets.of(command), commandId, code(refused));
            throw refused;
        }
    }

    private static Receipt answer(CompletableFuture<Receipt> sent) {
        try {
            return sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            Object details = HandlerExecutionException.resolveDetails(cause).orElse(null);
            if (details instanceof Rejection rejection) throw new Refused(rejection);
            if (isOutage(cause)) throw unavailable();
            throw new IllegalStateException("a command failed", cause);
        } catch (TimeoutException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static String code(RuntimeException refused) {
        return refused instanceof Refused r ? r.rejection().code() : ApiCode.INTERNAL.name();
    }

    /** By name: in one JVM there is no Axon Server, nor its classes. What a handler failed with comes as another kind. */
    static boolean isOutage(Throwable cause) {
        return cause instanceof NoHandlerForCommandException
                || OF_THE_BUS.matcher(cause.getClass().getName()).matches();
    }

    private static Refused unavailable() {
        return new Refused(new CommonRejection.StoreUnavailable());
    }
}
