package org.concordat.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.concordat.api.PersonId;
import org.concordat.query.directory.Directory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whoever reads gives back what it was lent: asked of a demo whose pool holds two connections. */
class GivenBackTest {

    private static final List<String> PEOPLE = List.of("auditor", "programme", "chair", "police", "outsider");
    private static final String NAME = "{ node(id: \"appointment-mash.police\") { ... on Appointment { name } } }";

    private static DemoServer demo;
    private static SchemaSeen schema;

    @TempDir private Path folder;

    @BeforeAll static void begin() {
        demo = DemoServer.start(TestDatabase.empty(), "--spring.datasource.hikari.maximum-pool-size=2");
        schema = SchemaSeen.by(demo, "auditor");
    }

    @AfterAll static void end() {
        demo.stop();
    }

    /** As when the second for which the directory keeps names is over. */
    private static void namesAreReadAnew() {
        demo.bean(Directory.class).forget(new PersonId("nobody"));
    }

    /** What runs in the background is lent a connection for moments only. */
    private static void nothingIsLent(String after) {
        await(after).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).atMost(Duration.ofSeconds(10))
                .until(() -> demo.bean(DataSource.class).unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections() == 0);
    }

    @Test void a_name_asked_for_anew_each_time() {
        for (int asked = 0; asked < 20; asked++) {
            namesAreReadAnew();
            assertThat(demo.ask("auditor", NAME).at("/data/node/name").asString()).isEqualTo("Demo: police representative");
            nothingIsLent(NAME);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ledger/checkpoint", "/ledger/tile/0/000", "/ledger/tile/entries/000",
        "/evidence?partnership=partnership-mash", "/directory/police", "/imports/partnership-mash", "/actuator/prometheus",
        "/actuator/health", "/actuator/health/readiness", "/nowhere"})
    void a_door(String path) {
        for (String person : PEOPLE) {
            for (int asked = 0; asked < 2; asked++) {
                assertThat(Deployment.send(demo.request(person, path).GET().build()).statusCode()).as(person).isLessThan(500);
                nothingIsLent(path);
            }
        }
    }

    @Test void a_self_check_and_a_file_that_is_refused() {
        for (String path : List.of("/ledger/self-check", "/imports", "/ledger/cosignatures")) {
            HttpRequest request = demo.request("programme", path).header("Content-Type", "application/yaml")
                    .POST(BodyPublishers.ofString("version: 7")).build();
            for (int asked = 0; asked < 3; asked++) {
                assertThat(Deployment.send(request).statusCode()).as(path).isLessThan(500);
                nothingIsLent(path);
            }
        }
    }

    /** It is open for as long as its reader likes, and is lent nothing between two entries. */
    @ParameterizedTest
    @ValueSource(strings = {"subscription { entries(partnership: \"partnership-mash\") { index summary actor { name } } }",
        "subscription { replay(partnership: \"partnership-mash\", pace: 10) { cursor entry { actor { name } } changes { edges { node { what } } } } }"})
    void a_stream_while_it_is_open_and_once_its_reader_is_gone(String subscription) throws Exception {
        HttpRequest request = demo.request("auditor", "/graphql").header("Content-Type", "application/json").header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(Deployment.JSON.writeValueAsString(Map.of("query", subscription)))).build();
        for (int opened = 0; opened < 5; opened++) {
            namesAreReadAnew();
            try (HttpClient http = HttpClient.newHttpClient()) {
                var lines = new BufferedReader(new InputStreamReader(http.send(request, BodyHandlers.ofInputStream()).body(), UTF_8));
                String told = lines.readLine();
                while (told != null && !told.startsWith("data:{\"data\"")) told = lines.readLine();
                assertThat(told).contains("name");
                nothingIsLent(subscription);
                http.shutdownNow();
            }
            nothingIsLent(subscription);
        }
    }

    @Test void a_command_whether_it_is_recorded_or_refused() {
        String command = "mutation { registerBoard(input: {partnershipId: \"partnership-mash\", board: \"board-mash.lent\", name: \"Lent\"}) { id } }";
        for (String person : List.of("programme", "programme", "police", "outsider")) {
            assertThat(demo.code(person, command)).isNotEqualTo("INTERNAL");
            nothingIsLent(command);
        }
    }

    @Test void who_keeps_a_connection_is_looked_for() throws SQLException {
        assertThat(demo.bean(DataSource.class).unwrap(HikariDataSource.class).getLeakDetectionThreshold()).isPositive();
    }

    /** Each field of each type, by somebody who sees all, some and nothing, and then once more: the second time nothing is new. */
    @Test void every_field_there_is() throws IOException {
        KnownValues known = new KnownValues(schema);
        var queries = new GeneratedQueries(schema, known, new Random(13));
        known.keep("partnership", "partnership-mash");
        for (String type : queries.nodes()) known.learn(demo.ask("auditor", queries.ids(type)));
        everyField(queries, known);
        Held before = Held.now(folder);
        everyField(queries, known);
        Held.now(folder).isNoMoreThan(before);
    }

    private static void everyField(GeneratedQueries queries, KnownValues known) {
        List<String> refused = new ArrayList<>();
        int answered = 0;
        for (String type : queries.types()) {
            String query = queries.everyFieldOf(type);
            for (String person : List.of("auditor", "police", "outsider")) {
                JsonNode answer = asked(person, query);
                known.learn(answer);
                if (person.equals("auditor") && answer.has("errors")) refused.add(type + ": " + answer.path("errors") + " " + query);
                else answered++;
            }
        }
        assertThat(answered).isGreaterThan(100);
        assertThat(refused).as("of the auditor's questions").isEmpty();
    }

    /** A new type that no query reaches is read by nobody, and so by no test. */
    @Test void every_type_is_reached() {
        var reached = new GeneratedQueries(schema, new KnownValues(schema), new Random(1)).types();
        var all = new TreeSet<String>();
        schema.types().values().stream().filter(type -> type.kind().equals("OBJECT") && !type.name().startsWith("__"))
                .forEach(type -> all.add(type.name()));
        reached.forEach(all::remove);
        assertThat(all).containsExactlyInAnyOrder("Mutation", "Subscription", "Receipt");
    }

    @Tag("heavy")
    @Test void whatever_is_read_for_minutes() throws IOException {
        Duration time = Duration.ofMinutes(Long.getLong("minutes", 3));
        long seed = Long.getLong("seed", System.nanoTime());
        KnownValues known = new KnownValues(schema);
        var dice = new Random(seed);
        var queries = new GeneratedQueries(schema, known, dice);
        known.keep("partnership", "partnership-mash");
        for (String type : queries.nodes()) known.learn(demo.ask("auditor", queries.ids(type)));
        everyField(queries, known);
        Held before = Held.now(folder);
        int answered = 0;
        int asked = 0;
        for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; asked++) {
            JsonNode answer = asked(PEOPLE.get(dice.nextInt(PEOPLE.size())), queries.any(1 + dice.nextInt(7)));
            known.learn(answer);
            if (!answer.has("errors")) answered++;
        }
        System.out.printf("seed %d: %d questions, %d answered without a refusal; %s, then %s%n", seed, asked, answered, before, Held.now(folder));
        assertThat(answered).isGreaterThan(asked / 3);
        Held.now(folder).isNoMoreThan(before);
    }

    private static JsonNode asked(String person, String query) {
        namesAreReadAnew();
        JsonNode answer = demo.ask(person, query);
        for (JsonNode error : answer.path("errors")) {
            assertThat(error.at("/extensions/code").asString("no code")).as(query + " " + error)
                    .isNotIn("no code", "INTERNAL", "INTERNAL_ERROR", "DEADLINE", "STORE_UNAVAILABLE");
        }
        nothingIsLent(query);
        return answer;
    }

    /** What the process holds: open files and threads, the virtual ones too. */
    private record Held(long files, long threads) {

        /** Sockets and pooled threads come and go by themselves; a leak of one a question is many times as much. */
        private static final int BY_ITSELF = 25;

        static Held now(Path folder) throws IOException {
            Path dump = Files.createTempDirectory(folder, "threads").resolve("dump.json");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
            long threads = Files.readString(dump).lines().filter(line -> line.contains("\"tid\"")).count();
            return new Held(ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class).getOpenFileDescriptorCount(), threads);
        }

        void isNoMoreThan(Held before) {
            assertThat(files).as("open files").isLessThanOrEqualTo(before.files + BY_ITSELF);
            assertThat(threads).as("threads").isLessThanOrEqualTo(before.threads + BY_ITSELF);
        }
    }
}
