package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.concordat.api.Receipt;
import org.concordat.proof.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** The ledger as it runs: Axon's streaming processor, its token in the same database. */
class LedgerProcessorTest {

    private static final int MILLION = 1_000_000;
    private static final String BYTES = """
            select count(*) || md5(string_agg(encode(sha256(envelope || payload || salt || leaf), 'hex'), '' order by index))
                || (select md5(string_agg(encode(sha256(hashes || root), 'hex'), '' order by level, n)) from ledger_tile) from ledger""";

    private final Rig rig = new Rig();
    private final ListSource store = new ListSource();
    private Configuration axon;

    @BeforeEach
    void start() {
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(rig.database)).serializer(Stored.SERIALIZER)
                .nodeId("test").build();
        rig.jdbc.execute("drop table if exists TokenEntry");
        rig.transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureTransactionManager(c -> rig.transactions).configureSerializer(c -> Stored.SERIALIZER);
        configurer.eventProcessing(processing -> {
            LedgerModule.process(processing, c -> store);
            processing.registerTokenStore(c -> tokens).registerEventHandler(c -> rig.projector);
        });
        axon = configurer.start();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    private Health health() {
        return new LedgerHealth(rig.store(store), LedgerModule.processor(() -> axon), rig.tables, rig.progress, System::nanoTime).health();
    }

    @Test
    void a_ledger_that_stands_still_behind_the_store_is_not_well() {
        axon.shutdown();
        add(3);
        var elsewhere = mock(StreamingEventProcessor.class);
        when(elsewhere.isRunning()).thenReturn(true);
        var now = new AtomicLong();
        LedgerHealth health = new LedgerHealth(rig.store(store), () -> elsewhere, rig.tables, rig.progress, now::get);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        now.addAndGet(LedgerHealth.PATIENCE.toNanos());
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().get("problem")).isEqualTo(
                "The ledger has stood at 0 entries for 30 seconds, although the store holds 3 events.");
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            long place = store.events.size() + 1;
            store.events.add(place == 1
                    ? Stored.of(1, "partnership-mash", 1, Samples.established("partnership-mash", "programme"))
                    : place % 7 == 0
                    ? Stored.foreign(place, "item-mash.leadership", place, "planitem.Postponed", "{ }")
                    : Stored.of(place, "item-mash.leadership", place, Samples.accepted()));
        }
    }

    private void awaitHead(long index) {
        assertThat(rig.ledger.awaits(new Receipt(store.events.get((int) index - 1).subject(), index, "c"),
                Duration.ofSeconds(20)))
                .isTrue();
        assertThat(rig.ledger.heads().filter(h -> h >= index).blockFirst(Duration.ofSeconds(10))).isNotNull();
    }

    @Test
    void follows_the_store_and_says_so() {
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        add(1200);
        awaitHead(1200);
        assertThat(rig.jdbc.queryForList("select index from ledger order by index", Long.class))
                .isEqualTo(LongStream.rangeClosed(1, 1200).boxed().toList());
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails()).containsEntry("head", 1200L).containsEntry("storeHead", 1200L)
                .containsEntry("lag", 0L).containsEntry("unknownEvents", 171L);
    }

    @Test
    void dropped_and_filled_again_has_the_same_bytes() throws Exception {
        add(1200);
        awaitHead(1200);
        String before = rig.fingerprint();
        new LedgerRefill(LedgerModule.processor(() -> axon), rig.tables, rig.progress, () -> {}).begin();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (rig.ledger.head() < 1200 && System.nanoTime() < deadline) Thread.sleep(10);
        assertThat(rig.fingerprint()).isEqualTo(before);
        add(10);
        awaitHead(1210);
    }

    @Tag("heavy")
    @Test
    void a_million_dropped_and_filled_again_have_the_same_root_and_the_same_bytes() throws Exception {
        store.events.addAll(LongStream.rangeClosed(1, MILLION)
                .mapToObj(place -> Stored.of(place, "item-mash.leadership", place, Samples.accepted())).toList());
        double first = secondsTo(MILLION);
        Sha256 root = rig.restarted().root(MILLION);
        String before = rig.jdbc.queryForObject(BYTES, String.class);
        new LedgerRefill(LedgerModule.processor(() -> axon), rig.tables, rig.progress, () -> {}).begin();
        double again = secondsTo(MILLION);
        assertThat(rig.restarted().root(MILLION)).isEqualTo(root);
        assertThat(rig.proofs.root(MILLION)).isEqualTo(root);
        assertThat(rig.jdbc.queryForObject(BYTES, String.class)).isEqualTo(before);
        System.out.printf("SPEED %,d entries filled in %.0f s, and again in %.0f s; root %s%n", MILLION, first, again, root.hex());
    }

    private double secondsTo(long index) throws InterruptedException {
        long began = System.nanoTime();
        while (rig.ledger.head() < index && System.nanoTime() - began < Duration.ofMinutes(20).toNanos()) Thread.sleep(10);
        assertThat(rig.ledger.head()).isEqualTo(index);
        return (System.nanoTime() - began) / 1e9;
    }

    @Test
    void begins_at_the_first_event_of_a_store_that_is_not_empty() {
        axon.shutdown();
        add(20);
        start();
        awaitHead(20);
    }

    @Test
    void is_down_and_skips_nothing_when_the_store_leaves_a_place_empty() throws Exception {
        add(3);
        awaitHead(3);
        store.events.addAll(List.of(Stored.of(5, "item-mash.leadership", 5, Samples.accepted())));
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (rig.progress.trouble() == null && System.nanoTime() < deadline) Thread.sleep(10);
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health().getDetails().get("problem").toString()).contains("is 3").contains("at 5");
        assertThat(rig.ledger.head()).isEqualTo(3);
        store.events.set(3, Stored.of(4, "item-mash.leadership", 4, Samples.accepted()));
        awaitHead(4);
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void is_down_when_the_store_holds_less_than_the_ledger_or_the_processor_stands() {
        add(3);
        awaitHead(3);
        store.events.removeLast();
        assertThat(health().getDetails().get("problem"))
                .isEqualTo("The ledger holds 3 entries, the store only 2 events.");
        axon.shutdown();
        assertThat(health().getDetails().get("problem")).isEqualTo("The ledger's processor does not run.");
    }
}
