package org.concordat.command.bus;

import static java.util.Objects.requireNonNull;
import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.concordat.api.CommonRejection.Overloaded;
import org.concordat.api.Receipt;
import org.concordat.api.Rejection;
import org.concordat.command.Rejected;
import org.concordat.wiring.memory.Pressure;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the store. Appends fail at commit, where no handler interceptor sees them: so this bus looks at the
 * result after the unit of work, tries a lost race again and turns what remains into a {@link Rejected} with its rejection.
 * What is no answer of the store or of a rule comes out as it is: it is a bug.
 */
public final class StoreAnsweringCommandBus extends SimpleCommandBus {

    static final int ATTEMPTS = 8;

    private final Answers answers;
    private final Pressure pressure;

    /** @param pressure where it is high, commands are refused before anything is read for them */
    StoreAnsweringCommandBus(Builder builder, Answers answers, Pressure pressure) {
        super(builder.rollbackConfiguration(failure -> !(failure instanceof Rejected)));
        this.answers = answers;
        this.pressure = pressure;
    }

    @Override protected <C, R> void handle(CommandMessage<C> command, MessageHandler<? super CommandMessage<?>> handler,
                                           CommandCallback<? super C, ? super R> callback) {
        if (pressure.shed().commands()) {
            Rejection overloaded = new Overloaded((int) Pressure.AGAIN.toSeconds());
            answers.told(command, overloaded.code());
            callback.onResult(command, asCommandResultMessage(new Rejected(overloaded)));
            return;
        }
        for (int attempt = 1; ; attempt++) {
            CommandResultMessage<? extends R> result = attempt(command, handler);
            if (!result.isExceptional()) {
                answers.told(command, Answers.RECORDED);
                callback.onResult(command, result);
                return;
            }
            Throwable failure = result.exceptionResult();
            Receipt earlier = StoreAnswer.repeated(failure);
            if (earlier != null) {
                answers.told(command, Answers.RECORDED);
                callback.onResult(command, asCommandResultMessage(earlier));
                return;
            }
            boolean lostRace = StoreAnswer.isLostRace(failure);
            if (!lostRace || attempt == ATTEMPTS) {
                Rejection rejection = StoreAnswer.to(command, failure);
                answers.told(command, rejection == null ? Answers.INTERNAL : rejection.code());
                callback.onResult(command, answered(result, rejection));
                return;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(1L << attempt)));
        }
    }

    private <C, R> CommandResultMessage<? extends R> attempt(CommandMessage<C> command,
                                                             MessageHandler<? super CommandMessage<?>> handler) {
        var result = new AtomicReference<@Nullable CommandResultMessage<? extends R>>();
        super.<C, R>handle(command, handler, (message, answer) -> result.set(answer));
        return requireNonNull(result.get());
    }

    private static <R> CommandResultMessage<? extends R> answered(CommandResultMessage<? extends R> result,
                                                                  @Nullable Rejection rejection) {
        return rejection == null ? result : asCommandResultMessage(new Rejected(rejection));
    }
}
