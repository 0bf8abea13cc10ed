package org.concordat.wiring;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.Serializer;
import org.concordat.wiring.memory.MemoryModule;
import org.concordat.wiring.pool.PoolModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What both services configure alike. A {@link Clock} bean, where a test defines one, is the store's clock. */
@Configuration(proxyBeanMethods = false)
@Import({MemoryModule.class, PoolModule.class})
public class WiringModule {

    private static final Duration TICK = Duration.ofMillis(1);

    WiringModule(ObjectProvider<Clock> clock) {
        tell(clock.getIfAvailable(Clock::systemUTC));
    }

    /** Events tell the time of this clock in milliseconds: a finer time would not survive being stored. */
    public static void tell(Clock clock) {
        GenericEventMessage.clock = Clock.tick(clock, TICK);
    }

    @Bean @Primary Serializer serializer() {
        return new LogicalNameSerializer();
    }

    @Bean @Qualifier("messageSerializer") Serializer messageSerializer(Serializer serializer) {
        return serializer;
    }

    @Bean @Qualifier("eventSerializer") Serializer eventSerializer(Serializer serializer) {
        return serializer;
    }
}
