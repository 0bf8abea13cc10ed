package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.concordat.query.ledger.LedgerRefill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The real main, in a process of its own, on a folder of its own. */
class KilledTest {

    @TempDir private Path folder;

    @Test void after_kill_9_the_next_start_goes_on_and_a_stop_is_clean() throws Exception {
        Child first = Child.start(folder, "first", "--concordat.demo=true").ready();
        Child beside = Child.start(folder, "beside");
        assertThat(beside.endsWith()).isEqualTo(1);
        assertThat(beside.said()).contains("is in use by another Concordat").doesNotContain("\tat ");
        first.kill();

        Child second = Child.start(folder, "second").ready();
        second.stop();
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();

        Child real = Child.start(folder, "real", "--concordat.demo=false");
        assertThat(real.endsWith()).isEqualTo(1);
        assertThat(real.said()).contains("is a demo and never becomes a real one").doesNotContain("\tat ");
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
    }

    private static final int ACTIONS = 400;
    private static final String BYTES =
            "select count(*) || ' ' || encode(sha256(string_agg(envelope || payload || salt, ''::bytea order by index)), 'hex') from ledger";
    private static final String ACT = """
            mutation { registerBoard(input: {partnershipId: "partnership-mash", board: "board-mash.kept", name: "Kept",
              commandId: "before-the-kill"}) { id version commandId } }""";

    @Test void an_import_that_was_killed_is_completed_by_the_same_file_and_the_ledger_fills_again_alike() throws Exception {
        Child first = Child.start(folder, "import", "--concordat.demo=true").ready();
        Client killed = first.client();
        String receipt = killed.ask("programme", ACT).at("/data/registerBoard").toString();
        assertThat(receipt).contains("before-the-kill");
        HttpRequest file = importing(killed);
        Thread sender = Thread.ofVirtual().start(() -> {
            try {
                Deployment.send(file);
            } catch (RuntimeException cutOff) {
                Thread.currentThread().interrupt();
            }
        });
        Awaitility.await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(30)).until(() -> done(killed) > 40);
        first.kill();
        sender.join();

        DemoServer again = DemoServer.again(folder.resolve("data"));
        try {
            goesOnAtOnce(again, receipt);
            int done = done(again);
            System.out.println("killed in an import: " + done + " commands done");
            assertThat(done).isBetween(40, 2 * ACTIONS - 1);
            assertThat(Deployment.send(again.request("outsider", "/imports/partnership-big").GET().build()).statusCode()).isEqualTo(404);
            assertThat(Deployment.send(importing(again)).statusCode()).isEqualTo(201);
            assertThat(Deployment.send(importing(again)).statusCode()).isEqualTo(200);
            nothingTwiceAndAllOfIt(again);
        } finally {
            again.stop();
        }
    }

    private static void goesOnAtOnce(DemoServer again, String receipt) {
        long begin = System.nanoTime();
        assertThat(again.ask("programme", ACT).at("/data/registerBoard").toString()).isEqualTo(receipt);
        int version = again.ask("programme", ACT.replace("board: \"board-mash.kept\",", "").replace("before", "after"))
                .at("/data/registerBoard/version").asInt();
        assertThat(again.code("auditor", "{ partnership(id: \"partnership-mash\", atLeast: {id: \"partnership-mash\", version: "
                + version + "}) { id } }")).contains("partnership-mash");
        long taken = (System.nanoTime() - begin) / 1_000_000;
        System.out.println("ledger goes on after kill -9: " + taken + " ms");
        assertThat(taken).isLessThan(2_000);
    }

    private void nothingTwiceAndAllOfIt(DemoServer again) throws IOException {
        var database = new TestDatabase("jdbc:postgresql://127.0.0.1:"
                + Files.readAllLines(folder.resolve("data/postgres/postmaster.pid")).get(3).strip() + "/postgres?user=postgres&password="
                + Files.readString(folder.resolve("data/postgres.password")).strip());
        String events = database.one("select count(*) from event");
        filled(database, events);
        assertThat(database.one("select count(*) || ' ' || count(distinct command_id) from ledger where partnership = 'partnership-big'"
                + " and type = 'planitem.ActionAgreed'")).isEqualTo(ACTIONS + " " + ACTIONS);
        assertThat(database.one("select count(*) = count(distinct command_id) from ledger where partnership = 'partnership-big'"
                + " and command_id like 'import:%' and type <> 'planitem.LeadAssigned'")).isEqualTo("t");
        String before = database.one(BYTES);
        again.bean(LedgerRefill.class).begin();
        filled(database, events);
        assertThat(database.one(BYTES)).isEqualTo(before);
        holds(again, Long.parseLong(events));
    }

    /** Neither the kill nor the filling is taken for tampering. */
    private static void holds(DemoServer again, long events) {
        assertThat(Deployment.send(again.request("auditor", "/ledger/self-check").POST(HttpRequest.BodyPublishers.noBody()).build())
                .statusCode()).isEqualTo(202);
        String asked = "{ ledger { alarms selfCheck { size holds findings } } }";
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() ->
                again.ask("auditor", asked).at("/data/ledger/selfCheck/size").asLong() >= events);
        assertThat(again.ask("auditor", asked).at("/data/ledger/selfCheck/findings")).isEmpty();
        assertThat(again.ask("auditor", asked).at("/data/ledger/selfCheck/holds").asBoolean()).isTrue();
        assertThat(again.ask("auditor", asked).at("/data/ledger/alarms")).isEmpty();
    }

    private static void filled(TestDatabase database, String events) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> database.one("select count(*) from ledger").equals(events));
    }

    private static int done(Deployment server) {
        return JsonMapper.shared().readTree(Deployment.send(server.request("programme", "/imports/partnership-big").GET().build()).body())
                .path("done").asInt(0);
    }

    private static HttpRequest importing(Deployment server) {
        StringBuilder plan = new StringBuilder("""
                version: 1
                partnership: {id: big, name: Big, timeZone: Europe/London, planEnd: 2030-09-30}
                effectiveOn: 2024-11-30
                effectiveDayAssumed: true
                parties:
                  partners:
                    - {id: police, name: Police}
                items:
                """);
        for (int i = 0; i < ACTIONS; i++) {
            if (i % 100 == 0) {
                plan.append("  - id: i").append(i).append("\n    area: CULTURE\n    title: Item ").append(i)
                        .append("\n    component: PEOPLE\n    actions:\n");
            }
            plan.append("      - code: B").append(i).append("\n        methods: [Do it.]\n")
                    .append("        timescale: {byMonth: {month: 2030-03, printed: By March 2030}}\n")
                    .append("        lead: {printed: Police, partner: {partner: police}}\n");
        }
        return server.request("programme", "/imports").header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(plan.toString())).build();
    }
}
