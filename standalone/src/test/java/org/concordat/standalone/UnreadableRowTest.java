package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bit that flipped on the disk, in a row that something needs: it is told, to whoever asks and to the operator. */
class UnreadableRowTest {

    private static final String CANCEL = "mutation { cancelAction(input: {action: \"action-mash.culture.A03\", reason: \"x\"}) { id } }";
    private static final String PLAN = "{ partnership(id: \"partnership-mash\") { plan { items { title } } } }";
    private static TestDatabase recorded;

    private static TestIssuer issuer;

    private Real hub;

    /** A real installation in this JVM: a demo reads at its start what is damaged here. */
    private static final class Real extends Deployment {

        private final ConfigurableApplicationContext context;

        Real(TestDatabase database) {
            context = SpringApplication.run(Concordat.class, "--server.port=0", "--concordat.operators=programme",
                    "--concordat.founders=programme", "--concordat.issuer=" + issuer.address(), "--concordat.database.url=" + database.url(),
                    "--concordat.ledger.key=target/keys/" + database.url().replaceAll(".*/|[?].*", "") + ".key");
        }

        @Override String address() {
            return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        }

        @Override String signIn() {
            return issuer.address() + "/oauth2/token";
        }
    }

    @BeforeAll static void record() throws Exception {
        issuer = new TestIssuer();
        recorded = TestDatabase.empty();
        DemoServer.start(recorded).stop();
        recorded.execute("update deployment set demo = false");
        // Each start here has a new key, so what another one signed goes.
        recorded.execute("delete from checkpoint");
    }

    @AfterEach void stop() {
        if (hub != null) hub.context.close();
    }

    private void start(TestDatabase database) {
        hub = new Real(database);
    }

    private JsonNode readiness() {
        return JsonMapper.shared().readTree(Deployment.send(hub.request("programme", "/actuator/health/readiness").GET().build()).body());
    }

    private void notReady(String component, String sentence) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode health = readiness();
            assertThat(health.path("status").asString()).isEqualTo(Status.DOWN.getCode());
            assertThat(health.at("/components/" + component + "/details/problems").toString()).contains(sentence);
        });
    }

    private JsonNode check() {
        return hub.ask("auditor", "{ ledger { selfCheck { size holds looked findings } } }").at("/data/ledger/selfCheck");
    }

    /** The same as {@link #recorded}, with a change. */
    private static TestDatabase copy(String change) {
        TestDatabase copy = recorded.copy();
        copy.execute(change);
        return copy;
    }

    @Test void a_sound_record_is_said_to_hold_once_it_was_looked_at() {
        start(recorded.copy());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> check().path("holds").asBoolean(false));
        assertThat(check().path("size").asLong()).isEqualTo(Long.parseLong(recorded.one("select count(*) from event")));
        assertThat(check().path("looked").isNull()).isFalse();
        assertThat(readiness().path("status").asString()).isEqualTo("UP");
        String metrics = Deployment.send(hub.request("programme", "/actuator/prometheus").GET().build()).body();
        assertThat(metrics).contains("concordat_selfcheck_age_seconds ", "concordat_selfcheck_findings 0.0")
                .doesNotContain("concordat_selfcheck_size 0.0");
    }

    @Test void a_flipped_bit_in_the_words_of_an_event() {
        start(copy("update event set payload = set_byte(payload, 0, get_byte(payload, 0) # 1) where aggregate_id = 'item-mash.culture'"
                + " and sequence = 1"));
        assertThat(hub.code("programme", CANCEL)).isEqualTo("UNREADABLE_HISTORY");
        notReady("proof", "(item-mash.culture@2) cannot be read in the store");
        assertThat(check().path("holds").asBoolean(true)).isFalse();
    }

    @Test void a_flipped_bit_beside_the_words_of_an_event() {
        start(copy("update event set metadata = set_byte(metadata, 0, get_byte(metadata, 0) # 1) where aggregate_id = 'item-mash.culture'"
                + " and sequence = 1"));
        assertThat(hub.code("programme", CANCEL)).isEqualTo("UNREADABLE_HISTORY");
        notReady("proof", "(item-mash.culture@2) cannot be read in the store");
    }

    @Test void an_event_that_is_gone_from_a_history() {
        start(copy("delete from event where aggregate_id = 'item-mash.culture' and sequence = 1"));
        assertThat(hub.code("programme", CANCEL)).isEqualTo("UNREADABLE_HISTORY");
        notReady("proof", "is missing");
    }

    @Test void a_flipped_bit_in_a_row_of_the_ledger() {
        start(copy("update ledger set payload = set_byte(payload, 0, get_byte(payload, 0) # 1) where subject = 'item-mash.culture' and version = 2"));
        assertThat(hub.code("auditor", PLAN)).isEqualTo("UNREADABLE_HISTORY");
        notReady("ledger", "entry-item-mash.culture@2 cannot be read in the ledger");
        notReady("proof", "Nothing of partnership-mash can be shown: entry-item-mash.culture@2 cannot be read.");
    }

    /** PostgreSQL itself refuses the page. */
    @Test void a_flipped_bit_on_a_page_of_the_event_table() throws IOException {
        start(flipped("event"));
        assertThat(hub.code("programme", CANCEL)).isEqualTo("UNREADABLE_HISTORY");
        notReady("proof", "cannot be read: its row is damaged.");
    }

    @Test void a_flipped_bit_on_a_page_of_the_ledger() throws IOException {
        start(flipped("ledger"));
        assertThat(hub.code("auditor", PLAN)).isEqualTo("UNREADABLE_HISTORY");
        notReady("ledger", "cannot be read in the ledger: its row is damaged.");
        notReady("proof", "cannot be read in the ledger: its row is damaged.");
    }

    @Test void an_event_that_the_ledger_cannot_pass() throws IOException {
        TestDatabase database = flipped("event");
        database.execute("truncate ledger, ledger_tile, partnership_register, seat, ledger_type");
        database.execute("delete from token_entry where processorname = 'ledger'");
        start(database);
        notReady("ledger", "cannot be read, so the ledger cannot go on behind it: its row is damaged.");
    }

    /** On the page that holds an event of A03's item; a copy of the files has it, and nobody has read it yet. */
    private static TestDatabase flipped(String table) throws IOException {
        TestDatabase source = recorded.copy();
        String column = table.equals("event") ? "aggregate_id" : "subject";
        source.execute("vacuum freeze " + table);
        long page = Long.parseLong(source.one("select min((ctid::text::point)[0]::bigint) from " + table + " where " + column
                + " = 'item-mash.culture'"));
        String file = source.one("select current_setting('data_directory') || '/' || pg_relation_filepath('" + table + "')");
        assertThat(source.one("show data_checksums")).isEqualTo("on");
        source.execute("checkpoint");
        try (var pages = new RandomAccessFile(Path.of(file).toFile(), "rw")) {
            pages.seek(page * 8192 + 8000);
            int there = pages.read();
            pages.seek(page * 8192 + 8000);
            pages.write(there ^ 1);
        }
        return source.copy();
    }
}
