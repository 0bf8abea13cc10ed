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
import org.springframework.context.ApplicationContext;

/** On an existing PostgreSQL; the embedded one starts in {@link KilledTest}. */
class WiringTest {

    private final ApplicationContext context = DemoServer.shared().context();

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
        assertThat(context.getEnvironment().getProperty("concordat.demo")).isEqualTo("true");
    }
}
