package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sixty-four clients at once: some are refused, some come too late, and the record has no hole. */
class ConcurrencyTest {

    private static final int WRITERS = 64;
    private static final int EACH = 8;
    private static final int ACTIONS = 4;

    /** What one client was told: a receipt, or a code. */
    private record Told(String commandId, String id, int version, String code) {}

    private final TestDatabase database = TestDatabase.empty();

    @Test void places_without_a_hole_and_one_event_for_each_receipt() throws Exception {
        DemoServer demo = DemoServer.start(database);
        try {
            long before = Long.parseLong(database.one("select max(index) from event"));
            List<String> actions = actions(demo);
            List<Told> told = new ArrayList<>();
            try (ExecutorService clients = Executors.newFixedThreadPool(WRITERS)) {
                List<Callable<List<Told>>> work = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    int writer = i;
                    work.add(() -> write(demo, writer, actions));
                }
                for (Future<List<Told>> answers : clients.invokeAll(work)) told.addAll(answers.get());
            }
            Map<String, Long> codes = told.stream().collect(Collectors.groupingBy(Told::code, Collectors.counting()));
            System.out.println("64 writers were told " + codes);
            List<Told> accepted = told.stream().filter(t -> t.code().isEmpty()).toList();
            assertThat(codes).containsKeys("", "NOT_AUTHORISED", "MOVED_ON");
            long after = Long.parseLong(database.one("select max(index) from event"));
            assertThat(after - before).isEqualTo(accepted.size());
            Awaitility.await().atMost(Duration.ofSeconds(10))
                    .until(() -> database.one("select max(index) from ledger").equals(Long.toString(after)));
            assertThat(database.one("select count(*) = max(index) and min(index) = 1 from ledger")).isEqualTo("t");
            assertThat(database.one("select count(*) from ledger l full join event e using (index)"
                    + " where l.index is null or e.index is null or l.payload <> e.payload or l.event_id <> e.event_id"
                    + " or l.type <> e.type or l.subject <> e.aggregate_id or l.version <> e.sequence + 1")).isEqualTo("0");
            eachReceiptIsOneEvent(accepted, told);
        } finally {
            demo.stop();
        }
    }

    private void eachReceiptIsOneEvent(List<Told> accepted, List<Told> told) {
        for (Told one : accepted) {
            assertThat(database.one("select string_agg(subject || '@' || version, ' ') from ledger where command_id = '"
                    + one.commandId() + "'")).isEqualTo(one.id() + "@" + one.version());
        }
        String refused = told.stream().filter(t -> !t.code().isEmpty()).map(t -> "'" + t.commandId() + "'")
                .collect(Collectors.joining(","));
        assertThat(database.one("select count(*) from ledger where command_id in (" + refused + ")")).isEqualTo("0");
    }

    private static List<String> actions(DemoServer demo) {
        return demo.ask("auditor", "{ partnership(id: \"partnership-mash\") { plan { actions(first: 50) { edges { node { id standing"
                + " } } } } } }").at("/data/partnership/plan/actions/edges").valueStream().map(e -> e.path("node"))
                .filter(a -> List.of("AGREED", "LEAD_OPEN", "AWAITING_ACCEPTANCE").contains(a.path("standing").asString()))
                .map(a -> a.path("id").asString()).limit(ACTIONS).toList();
    }

    private static List<Told> write(DemoServer demo, int writer, List<String> actions) {
        List<Told> told = new ArrayList<>();
        for (int n = 0; n < EACH; n++) {
            String commandId = "writer-" + writer + "-" + n;
            String action = actions.get((writer + n) % actions.size());
            boolean stranger = n % 4 == 3;
            String expected = n % 4 == 2 ? ", expectedVersion: 2" : "";
            JsonNode answer = demo.ask(stranger ? "auditor" : "programme", "mutation { assignLead(input: {action: \"" + action
                    + "\", lead: {group: {name: \"Group " + commandId + "\"}}, commandId: \"" + commandId + "\"" + expected
                    + "}) { id version } }");
            JsonNode receipt = answer.at("/data/assignLead");
            told.add(new Told(commandId, receipt.path("id").asString(""), receipt.path("version").asInt(0),
                    answer.path("errors").path(0).path("extensions").path("code").asString("")));
        }
        return told;
    }
}
