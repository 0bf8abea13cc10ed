package org.concordat.command.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.HandlerExecutionException;
import org.concordat.api.Receipt;
import org.concordat.api.Rejection;
import org.concordat.command.CommandService;
import org.concordat.command.Hub;
import org.concordat.command.bus.StoreAnsweringCommandBus;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One of several command services on a real Axon Server, given its commands where they would arrive: no routing chooses. */
record CommandNode(ConfigurableApplicationContext context) {

    private static final EmbeddedPostgres POSTGRES = postgres();

    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static CommandNode start(String name) {
        return new CommandNode(new SpringApplicationBuilder(CommandService.class).properties("spring.config.name=command-service")
                .run("--server.port=0", "--concordat.node=" + name, "--concordat.founders=founder",
                        "--concordat.database.url=" + POSTGRES.getJdbcUrl("postgres", "postgres"),
                        "--concordat.axonserver=" + System.getenv("AXON_SERVER"),
                        "--concordat.axonserver.token=" + System.getenv().getOrDefault("AXON_SERVER_TOKEN", "")));
    }

    /** The receipt, or the rejection; anything else is thrown. */
    Object does(String person, String commandId, Object command) {
        var answer = new CompletableFuture<Object>();
        Map<String, Object> beside = Hub.by(person, commandId, null);
        context.getBean(StoreAnsweringCommandBus.class).dispatch(new GenericCommandMessage<>(command, beside), (message, result) -> {
            if (!result.isExceptional()) {
                answer.complete(result.getPayload());
            } else if (HandlerExecutionException.resolveDetails(result.exceptionResult()).orElse(null) instanceof Rejection r) {
                answer.complete(r);
            } else {
                answer.completeExceptionally(result.exceptionResult());
            }
        });
        return answer.join();
    }

    Receipt done(String person, String commandId, Object command) {
        if (does(person, commandId, command) instanceof Receipt receipt) return receipt;
        throw new IllegalStateException(commandId + ": " + does(person, commandId, command));
    }

    /** How many events the store holds of one thing. */
    long recorded(String id) {
        return context.getBean(EventStore.class).readEvents(id).asStream().map(DomainEventMessage::getSequenceNumber).count();
    }
}
