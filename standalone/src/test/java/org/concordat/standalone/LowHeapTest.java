package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many partnerships, each read once, on a heap that could never hold them all; and a heap that is too small for anything. */
class LowHeapTest {

    /** Copies of the demo's partnership under other ids, as if each had been recorded there. */
    private static final String COPIES = """
            with mash as (select *, row_number() over (order by index) as place, count(*) over () as many from event
                where aggregate_id ~ '-mash($|[.])'), newest as (select max(index) as last from event)
            insert into event (index, event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at, payload, metadata)
            select last + (n - 1) * many + place, gen_random_uuid()::text, aggregate_type, replace(aggregate_id, '-mash', '-m' || n),
                sequence, type, revision, recorded_at, convert_to(replace(convert_from(payload, 'UTF8'), '-mash', '-m' || n), 'UTF8'),
                convert_to(replace(convert_from(metadata, 'UTF8'), '-mash', '-m' || n), 'UTF8')
            from mash, newest, generate_series(1, %d) n""";
    private static final String EVERYTHING = """
            { partnership(id: "partnership-m%d") { id version partners { id name } boards { id name } findings { id text }
              plan { items { id title purpose challenges approach actions { id code standing acceptances { partyName standing } } } }
              decisions(first: 20) { edges { node { id title } } } } }""";
    private static final int AT_ONCE = 4;

    @TempDir private Path folder;

    private Map<String, Integer> codesOfReading(int partnerships) throws Exception {
        TestDatabase database = TestDatabase.empty();
        String[] usual = {"--concordat.demo=true", "--concordat.database.url=" + database.url(), "--concordat.limits.reading=1000000000"};
        Child first = Child.start(folder, "first", usual).ready();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> recorded(database).equals(stored(database)));
        first.stop();
        database.execute(COPIES.formatted(partnerships));
        assertThat(Long.parseLong(stored(database))).isGreaterThan(150L * partnerships);
        Child child = Child.start(folder, "low", List.of("-Xmx136m", "-XX:+ExitOnOutOfMemoryError"), usual).ready();
        try {
            Awaitility.await().atMost(Duration.ofMinutes(30)).pollInterval(Duration.ofSeconds(1)).until(() ->
                    !child.process().isAlive() || recorded(database).equals(stored(database)));
            Map<String, Integer> codes = new TreeMap<>();
            read(child.client(), partnerships).forEach(code -> codes.merge(code, 1, Integer::sum));
            assertThat(child.process().isAlive()).as(child.said()).isTrue();
            assertThat(child.said()).doesNotContain("OutOfMemoryError", "INTERNAL");
            return codes;
        } finally {
            child.kill();
        }
    }

    private static String stored(TestDatabase database) {
        return database.one("select max(index) from event");
    }

    private static String recorded(TestDatabase database) {
        return database.one("select coalesce(max(index), 0) from ledger");
    }

    private static List<String> read(Client client, int partnerships) throws Exception {
        List<Future<String>> asked = new ArrayList<>();
        try (ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int n = 1; n <= partnerships; n++) {
                String query = EVERYTHING.formatted(n);
                asked.add(readers.submit(() -> client.code("auditor", query)));
            }
        }
        List<String> codes = new ArrayList<>();
        for (Future<String> one : asked) codes.add(one.get().startsWith("{\"data\":{\"partnership\":{") ? "OK" : one.get());
        return codes;
    }

    @Test void forty_partnerships_are_read_on_136_megabytes() throws Exception {
        assertThat(codesOfReading(40)).isEqualTo(Map.of("OK", 40));
    }

    @Tag("heavy") @Test void a_thousand_partnerships_are_read_on_136_megabytes() throws Exception {
        assertThat(codesOfReading(1_000)).isEqualTo(Map.of("OK", 1_000));
    }

    @Test void where_not_even_the_start_has_room_it_ends_with_a_sentence() throws Exception {
        Child child = Child.start(folder, "tiny", List.of("-Xmx32m", "--enable-native-access=ALL-UNNAMED"), "--concordat.demo=true",
                "--concordat.database.url=" + TestDatabase.empty().url());
        try {
            assertThat(child.endsWith()).isEqualTo(3);
            assertThat(child.said()).contains("Terminating due to java.lang.OutOfMemoryError").doesNotContain("\tat ");
        } finally {
            child.kill();
        }
    }
}
