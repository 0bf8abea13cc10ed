package org.concordat.command.bus;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.concordat.wiring.memory.Memory;
import org.concordat.wiring.memory.Pressure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** The local command bus and the cache that aggregates name: {@code @Aggregate(cache = "aggregateCache")}. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class BusModule {

    /** No transaction manager: the append is a transaction of the store's own, and a command has no other. */
    @Bean @Qualifier("localSegment") StoreAnsweringCommandBus commandBus(Configuration axon, ObjectProvider<MeterRegistry> meters,
                                                                            ObjectProvider<Pressure> pressure) {
        var bus = new StoreAnsweringCommandBus(StoreAnsweringCommandBus.builder()
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus")),
                (command, code) -> meters.ifAvailable(registry -> counted(registry, command, code)),
                pressure.getIfAvailable(Pressure::none));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    private static void counted(MeterRegistry registry, CommandMessage<?> command, String code) {
        registry.counter("concordat.commands", "command", command.getPayloadType().getSimpleName(), "answer", code).increment();
    }

    @Bean Cache aggregateCache(ObjectProvider<Memory> memory) {
        return new AggregateCache(memory.getIfAvailable(Memory::usual));
    }
}
