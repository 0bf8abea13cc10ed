package org.concordat.standalone;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.concordat.standalone.store.GroupCommitEventStorageEngine;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Looks at what was wired before anything runs: a store that forgets or reorders gives no other sign. */
record StartChecks(TransactionManager transactions, TokenStore tokens, EventStorageEngine engine, EventBus store)
        implements SmartInitializingSingleton {

    @Override public void afterSingletonsInstantiated() {
        demand(transactions instanceof SpringTransactionManager,
                "Event processing runs without database transactions and could lose or repeat entries", transactions);
        demand(tokens instanceof JdbcTokenStore,
                "The token store is not the database's, so entries and tokens would not commit together", tokens);
        demand(engine instanceof GroupCommitEventStorageEngine,
                "The event store is not the one that gives each event its final place", engine);
        demand(store instanceof EmbeddedEventStore, "Events would be published without being stored", store);
    }

    private static void demand(boolean held, String otherwise, Object found) {
        if (!held) throw new StartRefused(otherwise + " (" + found.getClass().getSimpleName() + " is wired).");
    }
}
