package org.concordat.command.bus;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.concordat.api.CommonRejection.CommandIdReused;
import org.concordat.api.CommonRejection.Contended;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.CommonRejection.StoreUnavailable;
import org.concordat.api.CommonRejection.UnreadableHistory;
import org.concordat.api.Receipt;
import org.concordat.api.Rejection;
import org.concordat.wiring.CommandIdTaken;
import org.concordat.wiring.StoreUnavailableException;
import org.concordat.wiring.UnreadableRecord;
import org.jspecify.annotations.Nullable;

/** What a failure says about the store; null where it says nothing. */
final class StoreAnswer {

    private static final CommandTargetResolver TARGET = AnnotationCommandTargetResolver.builder().build();
    /** Connection, resources, intervention, time-outs, read-only: the store, not the command, is at fault. */
    private static final Pattern OUTAGE = Pattern.compile("(08|53|57|58).*|25P04|25006|55P03|40.*");

    /** What Axon Server says, as a bare status, where another node recorded that number first. */
    private static final Pattern SERVER_RACE = Pattern.compile("\\[AXONIQ-2000]");

    private StoreAnswer() {}

    static @Nullable Rejection to(CommandMessage<?> command, Throwable failure) {
        Optional<Object> details = HandlerExecutionException.resolveDetails(failure);
        if (details.isPresent() && details.get() instanceof Rejection rejection) return rejection;
        CommandIdTaken taken = taken(failure);
        if (taken != null) return new CommandIdReused(taken.earlier().commandId());
        if (isLostRace(failure)) return new Contended(target(command));
        for (Throwable cause : causes(failure)) {
            if (cause instanceof AggregateNotFoundException absent) return new NotFound(id(absent));
            if (cause instanceof UnreadableRecord unreadable) return new UnreadableHistory(unreadable.history().orElse(target(command)));
            if (isOutage(cause)) return new StoreUnavailable();
        }
        return null;
    }

    /** What the same command was answered when it was recorded; null where it was not. */
    static @Nullable Receipt repeated(Throwable failure) {
        CommandIdTaken taken = taken(failure);
        return taken != null && taken.repeated() ? taken.earlier() : null;
    }

    private static @Nullable CommandIdTaken taken(Throwable failure) {
        return causes(failure).stream().filter(CommandIdTaken.class::isInstance).map(CommandIdTaken.class::cast)
                .findFirst().orElse(null);
    }

    /** Somebody else recorded that number of that history first. */
    static boolean isLostRace(Throwable failure) {
        return causes(failure).stream().anyMatch(cause -> cause instanceof ConcurrencyException
                || cause instanceof AggregateStreamCreationException
                || cause instanceof DeadlockException
                || cause instanceof LockAcquisitionFailedException
                || cause instanceof SQLException sql && "23505".equals(sql.getSQLState())
                || SERVER_RACE.matcher(String.valueOf(cause.getMessage())).find());
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof StoreUnavailableException
                || isServerOutage(cause)
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLException sql && sql.getSQLState() != null
                        && OUTAGE.matcher(sql.getSQLState()).matches();
    }

    /** By name: in one JVM there is no Axon Server, nor its classes. */
    private static boolean isServerOutage(Throwable cause) {
        String kind = cause.getClass().getName();
        return kind.equals("io.grpc.StatusRuntimeException")
                || kind.equals("org.axonframework.axonserver.connector.AxonServerException")
                || kind.startsWith("io.axoniq.axonserver.connector.")
                || cause instanceof org.axonframework.messaging.ExecutionException
                        && cause.getCause() instanceof java.util.concurrent.TimeoutException;
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable t = failure; t != null && !causes.contains(t); t = t.getCause()) {
            causes.add(t);
            if (t instanceof SQLException sql && sql.getNextException() != null) causes.add(sql.getNextException());
        }
        return causes;
    }

    private static String id(AggregateNotFoundException absent) {
        return String.valueOf((Object) absent.getAggregateIdentifier());
    }

    private static String target(CommandMessage<?> command) {
        try {
            return TARGET.resolveTarget(command).getIdentifier();
        } catch (RuntimeException e) {
            return command.getCommandName();
        }
    }
}
