package org.concordat.wiring.server;

import io.axoniq.axonserver.grpc.control.NodeInfo;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.concordat.wiring.Migrations;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** Events and commands over Axon Server; tokens in the service's own database, with what they stand for. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@Import(ServerChecks.class)
public class OverAxonServer {

    private static final int LISTENS_WITHIN_MS = 2000;

    @Bean EventStore eventStore(AxonServerConfiguration settings, AxonServerConnectionManager connections,
                                @Qualifier("eventSerializer") Serializer serializer, Configuration axon) {
        return ReadableEventStore.of(AxonServerEventStore.builder()
                .configuration(settings).platformConnectionManager(connections)
                .eventSerializer(serializer).snapshotSerializer(serializer)
                .snapshotFilter(axon.snapshotFilter()).upcasterChain(axon.upcasterChain())
                .messageMonitor(axon.messageMonitor(AxonServerEventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class)));
    }

    @Bean ServerFirst serverFirst(AxonServerConfiguration settings, AxonServerConnectionManager connections,
                                  @Value("${concordat.axonserver.patience:60s}") Duration patience) {
        return new ServerFirst(settings.getServers(), () -> {
            demandListener(settings.routingServers());
            return connections.getConnection().eventChannel().getFirstToken();
        }, patience);
    }

    /** Before the connector is asked: each of its attempts to connect is a warning in the log, the first with a stack trace. */
    static void demandListener(List<NodeInfo> servers) {
        String why = "";
        for (NodeInfo server : servers) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(server.getHostName(), server.getGrpcPort()), LISTENS_WITHIN_MS);
                return;
            } catch (IOException e) {
                why = String.valueOf(e.getMessage());
            }
        }
        throw new IllegalStateException("nobody listens there: " + why);
    }

    @Bean FlywayMigrationStrategy migrations() {
        return Migrations::apply;
    }

    @Bean BusHealth busHealthIndicator(AxonServerConnectionManager connections) {
        return new BusHealth(connections);
    }

    @Bean ConnectionProvider connectionProvider(DataSource source) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(source));
    }

    @Bean TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /**
     * Each process claims under a name of its own, and what a dead one held is taken over once the claim has run out.
     * Processors renew their claims several times as often.
     */
    @Bean @DependsOnDatabaseInitialization
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, DataSource source,
                          @Value("${concordat.node:}") String node, @Value("${concordat.claim:5s}") Duration claim) {
        // On a connection of its own: the question is no part of the transaction that asks.
        JdbcClient database = JdbcClient.create(new DelegatingDataSource(source));
        AbstractTokenEntry.clock = new DatabaseClock(() -> database.sql("select clock_timestamp()")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant()).single(), System::nanoTime);
        JdbcTokenStore.Builder store = JdbcTokenStore.builder().connectionProvider(connections).serializer(serializer)
                .claimTimeout(claim).schema(TokenSchema.builder().setTokenTable("token_entry").build());
        return known(node.isEmpty() ? store.build() : store.nodeId(node).build());
    }

    /** Where several nodes start at once on an empty database, each makes the row that names it; the others read that one. */
    private static TokenStore known(TokenStore store) {
        try {
            store.retrieveStorageIdentifier();
        } catch (RuntimeException madeByAnother) {
            store.retrieveStorageIdentifier();
        }
        return store;
    }
}
