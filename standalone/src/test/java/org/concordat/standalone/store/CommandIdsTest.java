package org.concordat.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.concordat.api.ActMetadata;
import org.concordat.api.Receipt;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.PlanItemEvent.ItemClosed;
import org.concordat.standalone.TestDatabase;
import org.concordat.wiring.CommandIdTaken;
import org.concordat.wiring.LogicalNameSerializer;
import org.concordat.wiring.StreamHeads;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command id is kept with the append: whoever is second is told so, and nobody else is. */
class CommandIdsTest {

    private static final PartnershipId MASH = new PartnershipId("partnership-mash");

    private final TestDatabase database = TestDatabase.migrated();
    private HikariDataSource readers;
    private GroupCommitEventStorageEngine engine;

    @BeforeEach void open() {
        readers = new HikariDataSource();
        readers.setDataSource(database.source());
        readers.setMaximumPoolSize(2);
        engine = engine();
    }

    private GroupCommitEventStorageEngine engine() {
        return GroupCommitEventStorageEngine.open(readers, database.source(), new LogicalNameSerializer(), NoOpEventUpcaster.INSTANCE,
                Duration.ofSeconds(4), new StreamHeads("partnership-"));
    }

    @AfterEach void close() {
        engine.close();
        readers.close();
    }

    private static DomainEventMessage<ItemClosed> event(String thing, long sequence, String commandId, String content) {
        return new GenericDomainEventMessage<>("PlanItem", thing, sequence, new ItemClosed(new ItemId("item-mash.a")))
                .andMetaData(Map.of(ActMetadata.COMMAND_ID, commandId, ActMetadata.COMMAND_CONTENT, content));
    }

    private CommandIdTaken taken(DomainEventMessage<?>... events) {
        Throwable failure = catchThrowable(() -> engine.appendEvents(List.of(events)));
        assertThat(failure).isInstanceOf(CommandIdTaken.class);
        return (CommandIdTaken) failure;
    }

    @Test void thirty_two_at_once_on_different_things_are_one_and_those_beside_them_are_recorded() throws Exception {
        List<Callable<Object>> appends = new ArrayList<>();
        for (int n = 0; n < 32; n++) {
            var same = event("item-mash.w" + n, 0, "c-1", "said " + n);
            var other = event("item-mash.o" + n, 0, "other-" + n, "said");
            appends.add(() -> failure(same));
            appends.add(() -> failure(other));
        }
        List<Object> failures = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(64)) {
            for (Future<Object> answer : pool.invokeAll(appends)) failures.add(answer.get());
        }
        assertThat(failures.stream().filter("recorded"::equals)).hasSize(33);
        assertThat(failures.stream().filter(CommandIdTaken.class::isInstance)).hasSize(31)
                .allMatch(f -> !((CommandIdTaken) f).repeated());
        assertThat(database.one("select count(*) || ' ' || max(index) from event")).isEqualTo("33 33");
    }

    private Object failure(DomainEventMessage<?> event) {
        Throwable failure = catchThrowable(() -> engine.appendEvents(event));
        return failure == null ? "recorded" : failure;
    }

    @Test void the_same_again_is_told_its_receipt_also_when_the_store_is_opened_anew() {
        engine.appendEvents(List.of(event("item-mash.a", 0, "c-1", "x"), event("item-mash.a", 1, "c-1", "x")));
        engine.appendEvents(event("item-mash.a", 2, "c-2", "x"));
        for (long sequence : List.of(0L, 3L)) {
            var again = taken(event("item-mash.a", sequence, "c-1", "x"));
            assertThat(again.repeated()).isTrue();
            assertThat(again.earlier()).isEqualTo(new Receipt("item-mash.a", 2, "c-1"));
        }
        engine.close();
        engine = engine();
        assertThat(taken(event("item-mash.a", 3, "c-1", "other words")).repeated()).isFalse();
        assertThat(taken(event("item-mash.b", 0, "c-1", "x")).repeated()).isFalse();
        assertThat(new KeptCommandIds(readers).of(MASH, "c-1").orElseThrow()).hasToString("Carried[thing=item-mash.a, version=2, content=x]");
        assertThat(new KeptCommandIds(readers).of(MASH, "c-3")).isEmpty();
    }

    @Test void it_is_the_partnership_s_own_and_a_lost_race_stays_one() {
        engine.appendEvents(event("item-mash.a", 0, "c-1", "x"));
        engine.appendEvents(event("item-other.a", 0, "c-1", "x"));
        assertThatThrownBy(() -> engine.appendEvents(event("item-mash.a", 0, "c-2", "x")))
                .isInstanceOfAny(ConcurrencyException.class, AggregateStreamCreationException.class);
        // What was not recorded has used nothing up.
        engine.appendEvents(event("item-mash.b", 0, "c-2", "x"));
    }

    @Test void what_is_disposed_of_keeps_its_id_and_no_hash_of_its_words() {
        engine.appendEvents(event("item-mash.a", 0, "c-1", "x"));
        database.execute("update event set metadata = convert_to('{\"commandId\":\"c-1\",\"commandContent\":\"disposed\"}', 'UTF8')");
        assertThat(taken(event("item-mash.a", 1, "c-1", "x")).repeated()).isFalse();
    }

    @Test void a_command_costs_a_hundred_bytes_on_disk_whatever_it_is_called() {
        database.execute("insert into command_id select gen_random_uuid(), n from generate_series(1, 20000) n");
        double bytes = Double.parseDouble(database.one("select pg_total_relation_size('command_id') / 20000.0"));
        System.out.printf("a command id costs %.0f bytes on disk%n", bytes);
        assertThat(bytes).isLessThan(120);
    }

    @Test void those_of_an_older_store_are_filled_in_and_the_first_keeps_what_was_used_twice() {
        TestDatabase older = TestDatabase.empty();
        var flyway = Flyway.configure().dataSource(older.source()).outOfOrder(true).locations("classpath:db/migration/store");
        flyway.target("30").load().migrate();
        IntStream.range(0, 5).forEach(n -> older.execute("insert into event values (%d, 'e%d', 'PlanItem', '%s', %d, 't', null, now(), '', '%s')"
                .formatted(n + 1, n, List.of("item-mash.a", "item-mash.a", "item-mash.b", "item-mash.b", "partnership-mash").get(n),
                        List.of(0, 1, 0, 1, 0).get(n), n == 4 ? "{}" : "{\"commandId\":\"%s\",\"commandContent\":\"said %d\"}"
                                .formatted(n == 3 ? "c-2" : "c-1", n))));
        flyway.target("latest").load().migrate();
        assertThat(older.one("select count(*) from command_id")).isEqualTo("2");
        KeptCommandIds ids = new KeptCommandIds(older.source());
        assertThat(ids.of(MASH, "c-1").orElseThrow()).hasToString("Carried[thing=item-mash.a, version=2, content=said 1]");
        assertThat(ids.of(MASH, "c-2").orElseThrow()).hasToString("Carried[thing=item-mash.b, version=2, content=said 3]");
    }
}
