package org.concordat.command.automation;

import static org.concordat.command.Hub.*;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.concordat.api.ActMetadata;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.DueCommand;

/** What the tests of this package say of decisions, and a bus that notes what it is asked. */
final class Days {

    static final DecisionId D = new DecisionId("decision-mash.d1");

    /** @param thread the thread it was handled on */
    record Asked(Object command, Map<String, Object> beside, Thread thread) {

        Object id() {
            return beside.get(ActMetadata.COMMAND_ID);
        }
    }

    private Days() {}

    static List<Asked> answering(SimpleCommandBus bus, Function<CommandMessage<?>, Object> answer, Class<?>... commands) {
        List<Asked> asked = new CopyOnWriteArrayList<>();
        MessageHandler<CommandMessage<?>> handler = message -> {
            MetaData beside = message.getMetaData();
            asked.add(new Asked(message.getPayload(), Map.copyOf(beside), Thread.currentThread()));
            return answer.apply(message);
        };
        for (Class<?> command : commands) bus.subscribe(command.getName(), handler);
        for (Class<?> command : DueCommand.class.getPermittedSubclasses()) bus.subscribe(command.getName(), handler);
        return asked;
    }
}
