package org.concordat.command;

import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.concordat.api.PersonId;
import org.concordat.command.act.CommandIds;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Disposal;
import org.concordat.command.act.Marks;
import org.concordat.command.act.Rolls;
import org.concordat.wiring.memory.Memory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The write side, for whichever process hosts it. */
@Configuration(proxyBeanMethods = false)
// The main class beside this one is for a process of its own.
@ComponentScan(excludeFilters = @ComponentScan.Filter(SpringBootConfiguration.class))
public class CommandModule {

    @Bean Desk desk(Rolls rolls, EventStore store, @Value("${concordat.founders:}") Set<PersonId> founders,
                    ObjectProvider<Disposal> disposal, ObjectProvider<CommandIds> ids, Marks marks, ObjectProvider<Memory> memory) {
        return new Desk(rolls, store, founders, disposal.getIfAvailable(), ids.getIfAvailable(() -> CommandIds.NONE), marks,
                memory.getIfAvailable(Memory::usual));
    }
}
