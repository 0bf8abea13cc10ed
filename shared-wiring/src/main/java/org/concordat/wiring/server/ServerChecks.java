package org.concordat.wiring.server;

import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Looks at what was wired before anything runs: a bus or a store in memory gives no other sign. */
record ServerChecks(TransactionManager transactions, TokenStore tokens, EventStore store, CommandBus commands)
        implements SmartInitializingSingleton {

    @Override public void afterSingletonsInstantiated() {
        demand(transactions instanceof SpringTransactionManager,
                "Event processing runs without database transactions and could lose or repeat entries", transactions);
        demand(tokens instanceof JdbcTokenStore,
                "The token store is not the database's, so entries and tokens would not commit together", tokens);
        demand(store instanceof ReadableEventStore, "The event store is not Axon Server's", store);
        demand(commands instanceof AxonServerCommandBus, "Commands would not leave this process", commands);
    }

    private static void demand(boolean held, String otherwise, Object found) {
        if (!held) throw new IllegalStateException(otherwise + " (" + found.getClass().getSimpleName() + " is wired).");
    }
}
