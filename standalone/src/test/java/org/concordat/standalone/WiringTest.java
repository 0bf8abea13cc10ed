package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.concordat.command.bus.StoreAnsweringCommandBus;
import org.concordat.standalone.store.GroupCommitEventStorageEngine;
import org.concordat.wiring.LogicalNameSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On an existing PostgreSQL; the embedded one starts in {@link KilledTest}. */
@SpringBootTest(classes = Concordat.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class WiringTest {

    @DynamicPropertySource static void database(DynamicPropertyRegistry properties) {
        TestDatabase database = TestDatabase.empty();
        properties.add("concordat.database.url", database::url);
        properties.add("concordat.demo", () -> "true");
    }

    @Autowired private ApplicationContext context;
    @Value("${concordat.demo}") private boolean demo;

    @Test void everything_that_must_not_be_left_to_chance_is_ours() {
        assertThat(context.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        assertThat(context.getBean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
        assertThat(context.getBean(EventStorageEngine.class)).isInstanceOf(GroupCommitEventStorageEngine.class);
        assertThat(context.getBean(EventBus.class)).isInstanceOf(EmbeddedEventStore.class);
        assertThat(context.getBean(CommandBus.class)).isInstanceOf(StoreAnsweringCommandBus.class);
        assertThat(context.getBean("aggregateCache")).isInstanceOf(Cache.class);
        assertThat(context.getBeansOfType(Serializer.class).values()).isNotEmpty()
                .allSatisfy(s -> assertThat(s).isInstanceOf(LogicalNameSerializer.class));
        assertThat(context.getEnvironment().getProperty("axon.timeout.enabled")).isEqualTo("false");
        assertThat(GenericEventMessage.clock.instant().getNano() % 1_000_000).isZero();
        assertThat(demo).isTrue();
    }
}
