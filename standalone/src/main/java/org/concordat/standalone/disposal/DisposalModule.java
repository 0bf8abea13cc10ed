package org.concordat.standalone.disposal;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.concordat.api.Hash;
import org.concordat.command.act.Disposal;
import org.concordat.command.act.Rolls;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Words can go here: this store is a table of ours, and a table can be changed. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class DisposalModule {

    /** How often, in milliseconds, a claim is renewed and a free one looked for. */
    private static final long CLAIM = 1_000;

    @Bean Disposal disposal(@Qualifier("eventSerializer") Serializer events) {
        return event -> Hash.of(events.serialize(event, byte[].class).getData());
    }

    @Bean StoredWords storedWords(JdbcTemplate jdbc, @Qualifier("eventSerializer") Serializer events) {
        return new StoredWords(jdbc, events);
    }

    @Bean Disposing disposing(StoredWords words, Cache aggregateCache, Rolls rolls) {
        return new Disposing(words, aggregateCache, rolls);
    }

    /** Its token moves in the transaction that changes the store; an outage comes back to the same event. */
    @Bean ConfigurerModule disposalProcessing() {
        return axon -> axon.eventProcessing(processing -> {
            processing.registerPooledStreamingEventProcessor(Disposing.GROUP, Configuration::eventStore,
                    (settings, processor) -> processor.initialSegmentCount(1)
                            .claimExtensionThreshold(CLAIM).tokenClaimInterval(CLAIM)
                            .initialToken(StreamableMessageSource::createTailToken));
            processing.registerListenerInvocationErrorHandler(Disposing.GROUP, _ -> PropagatingErrorHandler.instance());
        });
    }
}
