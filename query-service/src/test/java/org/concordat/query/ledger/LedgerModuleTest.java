package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.axonframework.springboot.autoconfig.InfraConfiguration;
import org.concordat.api.Receipt;
import org.concordat.query.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The beans as Spring and Axon put them together. */
class LedgerModuleTest {

    private static final ListSource STORE = new ListSource();

    @Configuration(proxyBeanMethods = false)
    @Import(LedgerModule.class)
    @ImportAutoConfiguration({InfraConfiguration.class, AxonAutoConfiguration.class,
        EventProcessingAutoConfiguration.class, AxonTracingAutoConfiguration.class})
    static class House {
        @Bean DataSource database() {
            return EmbeddedDatabase.fresh();
        }
        @Bean JdbcTemplate template(DataSource database) {
            return new JdbcTemplate(database);
        }
        @Bean JdbcClient client(JdbcTemplate template) {
            return JdbcClient.create(template);
        }
        @Bean PlatformTransactionManager springTransactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }
        @Bean TransactionManager transactions(PlatformTransactionManager spring) {
            return new SpringTransactionManager(spring);
        }
        @Bean @Primary Serializer serializer() {
            return Stored.SERIALIZER;
        }
        @Bean @Qualifier("eventSerializer") Serializer eventSerializer() {
            return Stored.SERIALIZER;
        }
        @Bean TokenStore tokens(DataSource database, TransactionManager transactions, Serializer serializer) {
            JdbcTokenStore tokens = JdbcTokenStore.builder().serializer(serializer)
                    .connectionProvider(new SpringDataSourceConnectionProvider(database)).build();
            transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
            return tokens;
        }
        @Bean EventStore eventStore() {
            EventStore store = mock(EventStore.class);
            when(store.openStream(any())).thenAnswer(call -> STORE.openStream(call.getArgument(0)));
            when(store.createHeadToken()).thenAnswer(call -> STORE.createHeadToken());
            return store;
        }
    }

    @Test
    void one_segment_follows_the_event_store_and_refills() throws Exception {
        for (long i = 1; i <= 30; i++) STORE.events.add(Stored.of(i, "item-mash.leadership", i, Samples.accepted()));
        try (var house = new SpringApplicationBuilder(House.class).web(WebApplicationType.NONE).bannerMode(
                org.springframework.boot.Banner.Mode.OFF).properties("axon.axonserver.enabled=false",
                "axon.update-check.disabled=true", "axon.timeout.enabled=false").run()) {
            Ledger ledger = house.getBean(Ledger.class);
            assertThat(ledger.awaits(new Receipt("item-mash.leadership", 30, "c"), Duration.ofSeconds(20))).isTrue();
            var axon = house.getBean(org.axonframework.config.Configuration.class);
            assertThat(LedgerModule.processor(() -> axon).get().processingStatus()).hasSize(1);
            assertThat(ledger.heads().filter(h -> h == 30).blockFirst(Duration.ofSeconds(5))).isEqualTo(30);
            assertThat(house.getBean(LedgerHealth.class).health().getStatus()).isEqualTo(Status.UP);
            house.getBean(LedgerRefill.class).begin();
            assertThat(ledger.awaits(new Receipt("item-mash.leadership", 30, "c"), Duration.ofSeconds(20))).isTrue();
        }
    }
}
