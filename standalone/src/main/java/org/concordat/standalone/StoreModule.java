package org.concordat.standalone;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.concordat.command.act.CommandIds;
import org.concordat.standalone.store.DuplicateKeys;
import org.concordat.standalone.store.GroupCommitEventStorageEngine;
import org.concordat.standalone.store.KeptCommandIds;
import org.concordat.wiring.StreamHeads;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/** Axon's store, tokens and transactions by hand: its own wiring looks for names that Boot 4 no longer has. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StoreModule {

    /** Authority is read from the streams of partnerships. */
    @Bean StreamHeads streamHeads() {
        return new StreamHeads("partnership-");
    }

    @Bean(destroyMethod = "close") GroupCommitEventStorageEngine eventStorageEngine(
            DataSource readers, @Qualifier("eventSerializer") Serializer serializer, Configuration axon,
            Database database, StreamHeads heads, @Value("${concordat.store.patience:10s}") Duration patience) {
        return GroupCommitEventStorageEngine.open(readers, database.source(Sessions.url(database.url())), serializer,
                axon.upcasterChain(), patience, heads);
    }

    @Bean(name = "eventBus") @Qualifier("eventStore")
    EmbeddedEventStore eventStore(EventStorageEngine engine, Configuration axon) {
        return EmbeddedEventStore.builder().storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class)).build();
    }

    @Bean CommandIds commandIds(DataSource readers) {
        return new KeptCommandIds(readers);
    }

    @Bean ConnectionProvider connectionProvider(DataSource source) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(source));
    }

    @Bean TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /** One JVM is one node by one name, so that after kill -9 nobody waits for the claims of the dead. */
    @Bean TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder().connectionProvider(connections).serializer(serializer).nodeId("standalone")
                .schema(TokenSchema.builder().setTokenTable("token_entry").build()).build();
    }

    @Bean PersistenceExceptionResolver persistenceExceptionResolver() {
        return new DuplicateKeys();
    }

    @Bean StartChecks startChecks(TransactionManager transactions, TokenStore tokens, EventStorageEngine engine,
                                  EventBus store) {
        return new StartChecks(transactions, tokens, engine, store);
    }
}
