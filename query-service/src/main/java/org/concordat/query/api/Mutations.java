package org.concordat.query.api;

import graphql.schema.idl.RuntimeWiring;
import java.beans.Introspector;
import org.concordat.api.Contract;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** A mutation for each command the contract knows: there is no class per mutation, so none can be forgotten. */
@Component
class Mutations implements RuntimeWiringConfigurer {

    private final CommandDoor door;
    private final Attempts attempts;
    private final CommandReader reader = new CommandReader();

    Mutations(CommandDoor door, Attempts attempts) {
        this.door = door;
        this.attempts = attempts;
    }

    @Override public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> {
            Contract.COMMANDS.forEach(c -> type.dataFetcher(nameOf(c), new MutationFetcher(c, reader, door, attempts)));
            return type;
        });
    }

    static String nameOf(Class<?> command) {
        return Introspector.decapitalize(command.getSimpleName());
    }
}
