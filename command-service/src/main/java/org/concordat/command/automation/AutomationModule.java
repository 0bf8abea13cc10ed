package org.concordat.command.automation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.concordat.command.act.Rolls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** What Concordat does by itself: carrying out what was decided, and what falls due. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class AutomationModule {

    private static final int BATCH = 100;
    /** How often, in milliseconds, a claim is renewed and a free one looked for; it runs out after several times that. */
    private static final long CLAIM = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Bean Errands errands(CommandBus commands) {
        return new Errands(commands, PATIENCE);
    }

    @Bean CarryOut carryOut(Errands errands) {
        return new CarryOut(errands);
    }

    @Bean DueTable dueTable(JdbcTemplate jdbc, Serializer serializer) {
        return new DueTable(jdbc, serializer);
    }

    @Bean Awaiting awaiting(DueTable table, Rolls rolls) {
        return new Awaiting(table, rolls);
    }

    @Bean Due due(DueTable table, Errands errands, @Value("${concordat.due.every:5s}") Duration every) {
        return new Due(table, errands, every);
    }

    @Bean MeterBinder dueMeters(Due due) {
        return registry -> Gauge.builder("concordat.due.late.seconds", due, Due::lateSeconds)
                .description("For how long the most overdue thing has been due").baseUnit("seconds").register(registry);
    }

    @Bean ConfigurerModule automationProcessing() {
        return axon -> axon.eventProcessing(processing -> {
            process(processing, CarryOut.GROUP, Configuration::eventStore);
            process(processing, Awaiting.GROUP, Configuration::eventStore);
        });
    }

    /**
     * One segment, from the first event: a processor without a token begins there, so a closing that happened before it had
     * one is never skipped, and repeating an effect is answered by its command id. An error stops the batch and is tried
     * again with growing pauses.
     */
    static void process(EventProcessingConfigurer processing, String group,
                        Function<Configuration, StreamableMessageSource<TrackedEventMessage<?>>> store) {
        processing.registerPooledStreamingEventProcessor(group, store::apply, (axon, processor) -> processor
                .initialSegmentCount(1).batchSize(BATCH).claimExtensionThreshold(CLAIM).tokenClaimInterval(CLAIM)
                .initialToken(StreamableMessageSource::createTailToken));
        processing.registerListenerInvocationErrorHandler(group, axon -> PropagatingErrorHandler.instance());
    }
}
