package org.concordat.query.ledger;

import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.concordat.wiring.StreamHeads;
import org.concordat.wiring.memory.Memory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger's parts. The serializer must be the one that the store reads with, or stored bytes would be
 * written anew.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class LedgerModule {

    private static final int BATCH = 500;
    /** The processor that takes words out of its store, where a deployment has one. */
    public static final String DISPOSAL = "disposal";
    /** How often, in milliseconds, a claim is renewed and a free one looked for; it runs out after several times that. */
    private static final long CLAIM = 1_000;

    @Bean Decoding ledgerDecoding(@Qualifier("eventSerializer") Serializer events) {
        return new Decoding(events);
    }

    @Bean Tiles ledgerTiles(JdbcTemplate jdbc, ObjectProvider<Memory> memory) {
        return new Tiles(jdbc, memory.getIfAvailable(Memory::usual));
    }

    /** Before anything is appended: a ledger from before there was a tree gets its tiles. */
    @Bean LedgerTables ledgerTables(JdbcTemplate jdbc, Decoding decoding, Tiles tiles,
                                    @Qualifier("eventSerializer") Serializer events) {
        var tables = new LedgerTables(jdbc, decoding, tiles, new DisposedRows(jdbc, decoding, events));
        tiles.level(tables.last().index());
        return tables;
    }

    @Bean Progress ledgerProgress(LedgerTables tables, Tiles tiles) {
        return new Progress(tables.last().index(), tiles::forget);
    }

    @Bean Ledger ledger(JdbcClient jdbc, Decoding decoding, Progress progress) {
        return new JdbcLedger(jdbc, decoding, progress);
    }

    @Bean Proofs proofs(JdbcClient jdbc, Tiles tiles, Progress progress) {
        return new TreeProofs(jdbc, tiles, progress);
    }

    @Bean Store ledgerStore(ObjectProvider<Configuration> axon, ObjectProvider<EventStorageEngine> engine,
                            ObjectProvider<Places> places) {
        return new Store(() -> axon.getObject().eventStore(), engine.getIfAvailable(), processor(axon::getObject),
                () -> axon.getObject().eventProcessingConfiguration().eventProcessor(DISPOSAL, StreamingEventProcessor.class),
                places.getIfAvailable(() -> Places.FROM_ONE));
    }

    @Bean DisposalCheck ledgerDisposalCheck(JdbcTemplate jdbc, Decoding decoding, Store store) {
        return new DisposalCheck(jdbc, decoding, store);
    }

    @Bean EntryCheck ledgerEntryCheck(JdbcClient jdbc, Store store, @Qualifier("eventSerializer") Serializer events,
                                      Decoding decoding, DisposalCheck disposals) {
        return new EntryCheck(jdbc, store, new Recorder(events), decoding, disposals);
    }

    @Bean LedgerProjector ledgerProjector(LedgerTables tables, @Qualifier("eventSerializer") Serializer events,
                                          Progress progress, ObjectProvider<Places> places) {
        return new LedgerProjector(tables, new Recorder(events), progress, places.getIfAvailable(() -> Places.FROM_ONE));
    }

    @Bean ConfigurerModule ledgerProcessing() {
        return axon -> axon.eventProcessing(processing -> process(processing, Configuration::eventStore));
    }

    @Bean LedgerRefill ledgerRefill(ObjectProvider<Configuration> axon, LedgerTables tables, Progress progress,
                                     ObjectProvider<StreamHeads> heads) {
        return new LedgerRefill(processor(axon::getObject), tables, progress, () -> heads.ifAvailable(StreamHeads::forget));
    }

    /** An operator's way to it; killed half way, the next start goes on where it stood. */
    @Bean @ConditionalOnBooleanProperty("concordat.ledger.refill") ApplicationRunner refillAtStart(LedgerRefill refill) {
        return _ -> refill.begin();
    }

    @Bean LedgerHealth ledgerHealthIndicator(ObjectProvider<Configuration> axon, LedgerTables tables, Progress progress, Store store) {
        return new LedgerHealth(store, processor(axon::getObject), tables, progress, System::nanoTime);
    }

    @Bean LedgerMeters ledgerMeters(ObjectProvider<Configuration> axon, Progress progress, ObjectProvider<Places> places) {
        return new LedgerMeters(() -> axon.getObject().eventStore(), processor(axon::getObject), progress,
                places.getIfAvailable(() -> Places.FROM_ONE));
    }

    /**
     * One segment, because order is one; from the first event; an error stops the batch and is tried again,
     * never skipped.
     */
    static void process(EventProcessingConfigurer processing,
                        Function<Configuration, StreamableMessageSource<TrackedEventMessage<?>>> store) {
        processing.registerPooledStreamingEventProcessor(LedgerProjector.GROUP, store::apply,
                (axon, processor) -> processor.initialSegmentCount(1).batchSize(BATCH)
                        .claimExtensionThreshold(CLAIM).tokenClaimInterval(CLAIM)
                        .initialToken(StreamableMessageSource::createTailToken));
        processing.registerListenerInvocationErrorHandler(LedgerProjector.GROUP,
                axon -> PropagatingErrorHandler.instance());
    }

    static Supplier<StreamingEventProcessor> processor(Supplier<Configuration> axon) {
        return () -> axon.get().eventProcessingConfiguration()
                .eventProcessor(LedgerProjector.GROUP, StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("The ledger's processor is not registered."));
    }
}
