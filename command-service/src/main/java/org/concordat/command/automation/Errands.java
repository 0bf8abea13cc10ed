package org.concordat.command.automation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.HandlerExecutionException;
import org.concordat.api.ActMetadata;
import org.concordat.api.CommonRejection.Contended;
import org.concordat.api.Hash;
import org.concordat.api.Rejection;
import org.concordat.api.Text;
import org.concordat.command.act.Desk;
import org.jspecify.annotations.Nullable;

/** Sends what Concordat itself asks for, and tells an answer from an outage: only an outage is worth another try. */
final class Errands {

    private final CommandBus commands;
    private final Duration patience;

    Errands(CommandBus commands, Duration patience) {
        this.commands = commands;
        this.patience = patience;
    }

    /**
     * Sent on a thread of its own: on a processor's thread the command would nest in the processor's unit of work.
     *
     * @param on the day claimed; null: today
     * @return why it was refused, or nothing where it was carried out, now or before
     * @throws NotAnswered where it may be carried out later
     */
    Optional<Rejection> run(Object command, String commandId, @Nullable LocalDate on) {
        var message = new GenericCommandMessage<>(command, beside(commandId, on));
        var answer = new CompletableFuture<CommandResultMessage<?>>();
        Thread.ofVirtual().name(commandId).start(() -> dispatch(message, answer));
        try {
            CommandResultMessage<?> result = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return result.isExceptional() ? Optional.of(rejection(commandId, result.exceptionResult())) : Optional.empty();
        } catch (ExecutionException e) {
            throw new NotAnswered(commandId, e.getCause());
        } catch (TimeoutException e) {
            throw new NotAnswered(commandId, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAnswered(commandId, e);
        }
    }

    /** The bus and not the gateway, which would tell every refusal in the log a second time. */
    private void dispatch(CommandMessage<Object> message, CompletableFuture<CommandResultMessage<?>> answer) {
        try {
            commands.dispatch(message, (_, result) -> answer.complete(result));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private static Rejection rejection(String commandId, Throwable failure) {
        return HandlerExecutionException.resolveDetails(failure)
                .filter(Rejection.class::isInstance).map(Rejection.class::cast)
                .filter(r -> r.kind() != Rejection.Kind.UNAVAILABLE && !(r instanceof Contended))
                .orElseThrow(() -> new NotAnswered(commandId, failure));
    }

    /** The id says what is asked, for it derives from the event or the day; so it also stands for the content. */
    private static Map<String, Object> beside(String commandId, @Nullable LocalDate on) {
        Map<String, Object> values = new HashMap<>();
        values.put(ActMetadata.PERSON, Desk.CONCORDAT.value());
        values.put(ActMetadata.COMMAND_ID, commandId);
        values.put(ActMetadata.COMMAND_CONTENT, Hash.of(new Text(Desk.CONCORDAT + "\n" + commandId)).value());
        if (on != null) values.put(ActMetadata.EFFECTIVE_ON, on.toString());
        return values;
    }
}
