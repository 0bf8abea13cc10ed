package org.concordat.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.awaitility.Awaitility;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.PlanItemEvent.ItemClosed;
import org.concordat.standalone.TestDatabase;
import org.concordat.wiring.LogicalNameSerializer;
import org.concordat.wiring.StoreUnavailableException;
import org.concordat.wiring.StreamHeads;
import org.concordat.wiring.UnreadableRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupCommitEventStorageEngineTest {

    private static final String WRITERS = "select count(pg_terminate_backend(pid)) from pg_locks"
            + " where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";

    private final TestDatabase database = TestDatabase.migrated();
    private final LogicalNameSerializer serializer = new LogicalNameSerializer();
    private HikariDataSource readers;
    private GroupCommitEventStorageEngine engine;
    private final StreamHeads heads = new StreamHeads("item-");

    @BeforeEach void open() {
        readers = new HikariDataSource();
        readers.setDataSource(database.source());
        readers.setMaximumPoolSize(4);
        engine = engine();
    }

    private GroupCommitEventStorageEngine engine() {
        return GroupCommitEventStorageEngine.open(readers, database.source(), serializer,
                NoOpEventUpcaster.INSTANCE, Duration.ofSeconds(4), heads);
    }

    @AfterEach void close() {
        engine.close();
        readers.close();
    }

    @Test void sixty_four_writers_in_conflict_give_places_without_a_hole() throws Exception {
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        var refused = new AtomicInteger();
        long begin = System.nanoTime();
        write(64, 50, (writer, n) -> {
            // Pairs of writers want the same number of the same history; one of the two gets it.
            var event = event("item-mash.w" + writer / 2, n);
            try {
                engine.appendEvents(event);
                acknowledged.add(event.getIdentifier());
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                refused.incrementAndGet();
            }
        });
        System.out.printf("64 writers: %d appends in %d ms%n", 3200, (System.nanoTime() - begin) / 1_000_000);
        assertThat(acknowledged).hasSize(32 * 50);
        assertThat(refused).hasValue(32 * 50);
        assertDense(32 * 50);
        assertThat(ids()).isEqualTo(acknowledged);
    }

    @Test void several_events_of_one_append_stand_together_or_not_at_all() {
        engine.appendEvents(List.of(event("item-mash.a", 0), event("item-mash.a", 1)));
        assertThatThrownBy(() -> engine.appendEvents(List.of(event("item-mash.a", 2), event("item-mash.a", 1))))
                .isInstanceOf(ConcurrencyException.class);
        assertDense(2);
        assertThat(engine.lastSequenceNumberFor("item-mash.a")).contains(1L);
        assertThat(engine.lastSequenceNumberFor("item-mash.b")).isEmpty();
    }

    @Test void an_event_comes_back_as_it_was_with_its_place() {
        var event = event("item-mash.a", 0);
        engine.appendEvents(event);
        var read = engine.readEvents(null, false).findFirst().orElseThrow();
        assertThat(read.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(1)).isEqualTo(engine.createHeadToken());
        assertThat(read.getIdentifier()).isEqualTo(event.getIdentifier());
        assertThat(read.getPayload()).isEqualTo(event.getPayload());
        assertThat(read.getMetaData()).isEqualTo(event.getMetaData());
        assertThat(read.getTimestamp().toEpochMilli()).isEqualTo(event.getTimestamp().toEpochMilli());
        assertThat(engine.createTokenAt(event.getTimestamp().minusSeconds(1))).isEqualTo(engine.createTailToken());
    }

    @Test void connections_killed_under_load_lose_nothing_acknowledged_and_double_nothing() throws Exception {
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        var over = new AtomicBoolean();
        var kills = new AtomicInteger();
        var unanswered = new AtomicInteger();
        Thread killer = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                kills.addAndGet(Integer.parseInt(database.one(WRITERS)));
                java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(40));
            }
        });
        write(16, 400, (writer, n) -> {
            var event = event("item-mash.w" + writer, n);
            while (!acknowledged.contains(event.getIdentifier())) {
                try {
                    engine.appendEvents(event);
                    acknowledged.add(event.getIdentifier());
                } catch (ConcurrencyException | AggregateStreamCreationException e) {
                    // Only a repeat can meet itself: its first answer was lost, not its event.
                    acknowledged.add(event.getIdentifier());
                } catch (StoreUnavailableException e) {
                    unanswered.incrementAndGet();
                }
            }
        });
        over.set(true);
        killer.join();
        System.out.printf("connections killed: %d, appends to repeat: %d%n", kills.get(), unanswered.get());
        assertThat(kills.get()).isPositive();
        assertThat(acknowledged).hasSize(16 * 400);
        assertThat(ids()).isEqualTo(acknowledged);
        assertDense(16 * 400);
    }

    @Test void what_was_recorded_is_known_before_anybody_hears_of_it_and_forgotten_with_the_connection() {
        engine.appendEvents(List.of(event("item-mash.a", 0), event("item-mash.a", 1)));
        StreamHeads.Since before = heads.since();
        assertThat(before.isAt("item-mash.a", 2)).isTrue();
        assertThat(before.isAt("item-mash.a", 1)).isFalse();
        assertThat(before.isAt("item-mash.b", 0)).isFalse();
        assertThat(database.one(WRITERS)).isEqualTo("1");
        engine.appendEvents(event("item-mash.b", 0));
        StreamHeads.Since anew = heads.since();
        assertThat(anew.isAt("item-mash.a", 2)).isFalse();
        assertThat(anew.isAt("item-mash.b", 1)).isTrue();
        before.read("item-mash.c", 1);
        assertThat(heads.since().isAt("item-mash.c", 1)).as("what was read before the connection was lost").isFalse();
    }

    /** Its authority may have been withdrawn by what the other one wrote. */
    @Test void what_was_judged_before_another_process_wrote_is_refused() {
        engine.appendEvents(event("item-mash.a", 0));
        // As a process does that took over while this one was cut off, and is gone again.
        database.execute("insert into event select index + 1, 'other', aggregate_type, 'item-mash.z', 0, type, revision, recorded_at,"
                + " payload, metadata from event");
        database.one(WRITERS);
        assertThatThrownBy(() -> engine.appendEvents(event("item-mash.a", 1))).isInstanceOf(StoreUnavailableException.class);
        engine.appendEvents(event("item-mash.a", 1));
        assertDense(3);
    }

    @Test void a_second_writer_is_refused_and_the_next_one_after_a_close_is_not() {
        assertThatThrownBy(this::engine).isInstanceOf(AnotherWriter.class).hasMessageContaining("Another Concordat");
        engine.appendEvents(event("item-mash.a", 0));
        engine.close();
        engine = engine();
        engine.appendEvents(event("item-mash.a", 1));
        assertDense(2);
    }

    @Test void a_history_with_an_unknown_event_is_not_decided_on_but_stays_in_the_stream() {
        engine.appendEvents(event("item-mash.a", 0));
        database.execute("update event set type = 'planitem.ItemBeamedUp'");
        assertThatThrownBy(() -> engine.readEvents("item-mash.a", 0).asStream().toList())
                .isInstanceOf(UnreadableRecord.class);
        var read = engine.readEvents(null, false).findFirst().orElseThrow();
        assertThat(read.serializePayload(serializer, byte[].class).getType().getName()).isEqualTo("planitem.ItemBeamedUp");
    }

    @Test void a_processor_added_to_a_full_store_starts_and_can_be_reset() {
        IntStream.range(0, 5).forEach(n -> engine.appendEvents(event("item-mash.a", n)));
        var store = EmbeddedEventStore.builder().storageEngine(engine).build();
        var seen = new java.util.concurrent.CopyOnWriteArrayList<String>();
        var processor = processor(store, seen);
        processor.start();
        try {
            Awaitility.await().untilAsserted(() -> assertThat(seen).hasSize(5));
            store.publish(event("item-mash.a", 5));
            Awaitility.await().untilAsserted(() -> assertThat(seen).hasSize(6));
            var first = List.copyOf(seen);
            processor.shutDown();
            processor.resetTokens();
            seen.clear();
            processor.start();
            Awaitility.await().untilAsserted(() -> assertThat(seen).isEqualTo(first));
        } finally {
            processor.shutDown();
            store.shutDown();
        }
    }

    private TrackingEventProcessor processor(EmbeddedEventStore store, List<String> seen) {
        var tokens = JdbcTokenStore.builder().connectionProvider(readers::getConnection).serializer(serializer)
                .schema(TokenSchema.builder().setTokenTable("token_entry").build()).nodeId("standalone").build();
        var listener = new org.axonframework.eventhandling.EventMessageHandler() {
            @Override public Object handle(EventMessage<?> event) {
                seen.add(event.getIdentifier());
                return "seen";
            }
        };
        return TrackingEventProcessor.builder().name("ledger").messageSource(store).tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing())
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder().eventHandlers(listener).build()).build();
    }

    private interface Writing { void write(int writer, int n); }

    private static void write(int writers, int times, Writing writing) throws Exception {
        try (var pool = Executors.newFixedThreadPool(writers)) {
            var all = pool.invokeAll(IntStream.range(0, writers).<java.util.concurrent.Callable<Void>>mapToObj(w -> () -> {
                for (int n = 0; n < times; n++) writing.write(w, n);
                return null;
            }).toList());
            for (var one : all) one.get();
        }
    }

    private Set<String> ids() {
        return engine.readEvents(null, false).map(EventMessage::getIdentifier).collect(java.util.stream.Collectors.toSet());
    }

    private void assertDense(int count) {
        assertThat(database.one("select count(*) || ' ' || min(index) || ' ' || max(index) from event"))
                .isEqualTo(count + " 1 " + count);
    }

    private static DomainEventMessage<ItemClosed> event(String aggregate, long sequence) {
        return new GenericDomainEventMessage<>("PlanItem", aggregate, sequence, new ItemClosed(new ItemId(aggregate)))
                .andMetaData(java.util.Map.of("person", "person-1"));
    }
}
