package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.concordat.query.ledger.LedgerRefill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Forgotten, disposed of and purged: nowhere in any file; and everything that proofs rest on is as it was. */
class PurgedTest {

    private static final String NAME = "Marmalade Featherstonehaugh";
    private static final String EARLIER = "Peregrine Ottoline";
    private static final String WORDS = "Quincunx Bartholomew was unwell";
    /** Too long for a row, and nothing in it repeats, so that it is kept as it is. */
    private static final String LONG = "Zephyrine Applegarth wrote that " + IntStream.range(0, 120)
            .mapToObj(n -> Hash.of(new Text("line " + n)).value()).collect(Collectors.joining());
    private static final String ENVELOPES =
            "select count(*) || ' ' || encode(sha256(string_agg(envelope, ''::bytea order by index)), 'hex') from ledger where index <= ";
    private static final String BYTES = "select count(*) || ' ' || encode(sha256(string_agg(envelope || payload || salt"
            + " || coalesce(disposed_by, 0)::text::bytea, ''::bytea order by index)), 'hex') from ledger";
    private static final String MARKED = "select count(*) from event where convert_from(metadata, 'UTF8') like '%\"disposed\"%'";

    private static final Predicate<String> TABLES = file -> file.startsWith("data/postgres/base");
    private static final Predicate<String> LOG = file -> file.startsWith("data/postgres/pg_wal");

    @TempDir private Path folder;

    @Test void words_and_names_are_in_no_file_and_every_envelope_is_as_it_was() throws Exception {
        Child first = Child.start(folder, "first", "--concordat.demo=true").ready();
        Partnership hub = Partnership.established(first.client(), "purged");
        String entry = said(hub);
        named(first.client());
        scattered(database());
        // The search finds what is there, or finding nothing later would say nothing.
        assertThat(lying(NAME)).anyMatch(TABLES).anyMatch(LOG);
        assertThat(lying(WORDS)).anyMatch(TABLES).anyMatch(LOG);
        assertThat(lying(LONG.substring(0, 40))).anyMatch(TABLES).anyMatch(LOG);
        String index = database().one("select max(index) from ledger");
        String envelopes = database().one(ENVELOPES + index);

        forgotten(first.client());
        hub.here("disposeOfPayload", "entry: \"entry-" + hub.id("decision", "rota") + "@3\", reason: RETENTION_ENDED");
        String disposed = hub.here("disposeOfPayload", dispose(entry)).toString();
        first.kill();

        Child second = Child.start(folder, "second").ready();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> database().one(MARKED).equals("2"));
        goesOn(second.client(), entry, disposed);
        assertThat(database().one(ENVELOPES + index)).isEqualTo(envelopes);
        second.stop();
        assertThat(lying(WORDS)).isNotEmpty();

        Child purge = Child.start(folder, "purge", "--concordat.purge=true");
        assertThat(purge.endsWith()).as(purge.said()).isZero();
        System.out.println(purge.said().strip());
        assertThat(purge.said()).contains("Purged: ").contains("Copies made before");
        for (String gone : List.of(NAME, EARLIER, WORDS, "Quincunx", "Featherston", "Marmalade", "Peregrine", "Zephyrine")) assertThat(lying(gone)).isEmpty();

        DemoServer third = DemoServer.again(folder.resolve("data"));
        try {
            assertThat(database().one(ENVELOPES + index)).isEqualTo(envelopes);
            goesOn(third.client(), entry, disposed);
            String whole = database().one(BYTES);
            third.bean(LedgerRefill.class).begin();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> whole.equals(database().one(BYTES)));
            assertThat(database().one(MARKED)).isEqualTo("2");
            goesOn(third.client(), entry, disposed);
        } finally {
            third.stop();
        }
        assertThat(lying("Quincunx")).isEmpty();
    }

    /** Words in a row and, in another, more of them than a row holds; the entry of the first. */
    private static String said(Partnership hub) {
        String hash = hub.tabled("rota");
        hub.position("police", "rota", hash, "{agreeWithReservations: {reservations: \"" + WORDS + "\"}}");
        hub.position("scc", "rota", hash, "{agreeWithReservations: {reservations: \"" + LONG + "\"}}");
        return "entry-" + hub.id("decision", "rota") + "@2";
    }

    /** Into everything that PostgreSQL keeps beside its rows: samples of values, the log, and its files kept for later. */
    private static void scattered(TestDatabase database) {
        for (String column : List.of("event alter payload", "event alter metadata", "ledger alter payload", "directory alter name")) {
            database.execute("alter table " + column + " set statistics 10000");
        }
        database.execute("analyze");
        assertThat(database.one("select count(*) from pg_stats where tablename in ('event', 'ledger', 'directory')"
                + " and attname in ('payload', 'name')"
                + " and (histogram_bounds is not null or most_common_vals is not null)")).isEqualTo("3");
        for (String column : List.of("event alter payload", "event alter metadata", "ledger alter payload", "directory alter name")) {
            database.execute("alter table " + column + " set statistics 0");
        }
        for (int file = 0; file < 3; file++) {
            database.one("select pg_logical_emit_message(false, 'test', 'x')");
            database.one("select pg_switch_wal()");
        }
        database.execute("checkpoint");
    }

    private static String dispose(String entry) {
        return "entry: \"" + entry + "\", reason: NAMES_A_PERSON, commandId: \"dispose-once\"";
    }

    private static void named(Client client) {
        for (String name : List.of(EARLIER, NAME)) {
            assertThat(put(client, "programme", "police", "{\"name\": \"" + name + "\"}").statusCode()).isEqualTo(204);
        }
        Awaitility.await().untilAsserted(() -> assertThat(name(client)).isEqualTo(NAME));
    }

    private static void forgotten(Client client) {
        assertThat(Deployment.send(client.request("programme", "/directory/police").DELETE().build()).statusCode()).isEqualTo(204);
        Awaitility.await().untilAsserted(() -> assertThat(name(client)).isEmpty());
    }

    private static String name(Client client) {
        return client.ask("police", "{ me { name } }").at("/data/me/name").asString("");
    }

    static HttpResponse<String> put(Deployment client, String caller, String person, String body) {
        return Deployment.send(client.request(caller, "/directory/" + person).header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** The same command gets the same receipt, the decision still decides, and the history shows what remains and why. */
    private static void goesOn(Client client, String entry, String disposed) {
        Partnership hub = new Partnership(client, "purged");
        JsonNode again = hub.here("disposeOfPayload", dispose(entry));
        assertThat(again.toString()).isEqualTo(disposed);
        assertThat(hub.asks("programme", "disposeOfPayload", "partnershipId: \"" + hub.id() + "\", entry: \"" + entry
                + "\", reason: ORDERED")).isEqualTo("ALREADY_DISPOSED_OF");
        assertThat(hub.asks("police", "recordPosition", hub.says("rota", Hash.of(new Text("We do rota.")).value(), "{agree: {}}"))).isEqualTo("POSITION_ALREADY_TAKEN");
        hub.at(again, "id");
        JsonNode shown = client.ask("auditor", "{ node(id: \"" + entry + "\") { ... on Entry { summary payload"
                + " disposed { reason act { on by { person name } } } } } }").at("/data/node");
        assertThat(shown.at("/payload/position/agreeWithReservations/reservations").asString()).isEqualTo("(disposed of)");
        assertThat(shown.at("/payload/partner").asString()).isEqualTo(hub.id("partner", "police"));
        assertThat(shown.at("/disposed/reason").asString()).isEqualTo("NAMES_A_PERSON");
        assertThat(shown.at("/disposed/act/by/name").asString()).isEqualTo("Demo: programme office");
        assertThat(shown.path("summary").asString()).contains("(disposed of)").doesNotContain("Quincunx");
        checked(client);
    }

    /** None of it is taken for tampering. */
    private static void checked(Client client) {
        String before = selfCheck(client).path("ended").toString();
        assertThat(Deployment.send(client.request("auditor", "/ledger/self-check").POST(HttpRequest.BodyPublishers.noBody()).build())
                .statusCode()).isEqualTo(202);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !selfCheck(client).path("ended").toString().equals(before));
        assertThat(selfCheck(client).path("holds").asBoolean()).as(selfCheck(client).toString()).isTrue();
    }

    private static JsonNode selfCheck(Client client) {
        return client.ask("auditor", "{ ledger { selfCheck { ended holds findings } } }").at("/data/ledger/selfCheck");
    }

    private List<String> lying(String words) throws IOException {
        return new FolderSearch(folder).holding(words);
    }

    private TestDatabase database() throws IOException {
        return new TestDatabase("jdbc:postgresql://127.0.0.1:"
                + Files.readAllLines(folder.resolve("data/postgres/postmaster.pid")).get(3).strip() + "/postgres?user=postgres&password="
                + Files.readString(folder.resolve("data/postgres.password")).strip());
    }
}
