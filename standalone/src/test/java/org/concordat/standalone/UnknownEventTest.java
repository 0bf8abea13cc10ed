package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A later version wrote something this one has no word for, then this one was started on the store again. */
class UnknownEventTest {

    private static final String ITEM = "item-mash.culture";
    private static final String TYPE = "planitem.ActionEndorsed";
    private static final String PAYLOAD = "{ \"action\":\"action-mash.culture.A03\",  \"warmly\":true, \"weight\":1.50 }";

    @Test void is_kept_shown_and_reported_and_stops_nothing_else() {
        TestDatabase database = TestDatabase.empty();
        DemoServer.start(database).stop();
        long place = Long.parseLong(database.one("select max(index) + 1 from event"));
        database.execute("""
                insert into event select %d, 'event-of-tomorrow', aggregate_type, aggregate_id, sequence + 1, '%s', null,
                    now(), convert_to('%s', 'UTF8'), metadata
                from event where aggregate_id = '%s' order by sequence desc limit 1""".formatted(place, TYPE, PAYLOAD, ITEM));
        DemoServer demo = DemoServer.start(database);
        try {
            Awaitility.await().atMost(Duration.ofSeconds(10))
                    .until(() -> database.one("select max(index) from ledger").equals(Long.toString(place)));
            kept(database, place);
            shown(demo);
            reported(demo);
            stopsOnlyItsOwnStream(demo, database, place);
        } finally {
            demo.stop();
        }
    }

    private static void kept(TestDatabase database, long place) {
        assertThat(database.one("select convert_from(payload, 'UTF8') from ledger where index = " + place)).isEqualTo(PAYLOAD);
        assertThat(database.one("select l.payload = e.payload and l.type = e.type and l.event_id = e.event_id"
                + " from ledger l join event e using (index) where index = " + place)).isEqualTo("t");
    }

    private static void shown(DemoServer demo) {
        JsonNode history = demo.ask("auditor", "{ partnership(id: \"partnership-mash\") { history(first: 10, filter: {type: \""
                + TYPE + "\"}) { edges { node { known type subject summary payload } } } } }")
                .at("/data/partnership/history/edges");
        assertThat(history.size()).isEqualTo(1);
        JsonNode entry = history.at("/0/node");
        assertThat(entry.path("known").asBoolean(true)).isFalse();
        assertThat(entry.path("type").asString()).isEqualTo(TYPE);
        assertThat(entry.path("subject").asString()).isEqualTo(ITEM);
        assertThat(entry.path("summary").asString()).isNotBlank();
        assertThat(entry.path("payload").path("warmly").asBoolean()).isTrue();
    }

    private static void reported(DemoServer demo) {
        JsonNode health = JsonMapper.shared().readTree(
                DemoServer.send(demo.request("programme", "/actuator/health/readiness").GET().build()).body());
        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/ledger/details/unknownEvents").asLong()).isEqualTo(1);
        assertThat(health.at("/components/ledger/details/unknownTypes").path(TYPE).asLong()).isEqualTo(1);
    }

    private static void stopsOnlyItsOwnStream(DemoServer demo, TestDatabase database, long place) {
        String cancel = "mutation { cancelAction(input: {action: \"action-mash.%s\", reason: \"x\"}) { id version } }";
        assertThat(demo.code("programme", cancel.formatted("culture.A03"))).isEqualTo("UNREADABLE_HISTORY");
        assertThat(demo.code("programme", cancel.formatted("culture.A03"))).isEqualTo("UNREADABLE_HISTORY");
        assertThat(database.one("select max(index) from event")).isEqualTo(Long.toString(place));
        JsonNode receipt = demo.ask("programme", cancel.formatted("role-clarity.A04")).at("/data/cancelAction");
        assertThat(receipt.path("id").asString()).isEqualTo("item-mash.role-clarity");
        JsonNode standing = demo.ask("auditor", "{ partnership(id: \"partnership-mash\", atLeast: {id: \"item-mash.role-clarity\", version: "
                + receipt.path("version") + "}) { plan { items { title } actions(first: 50) { edges { node { code standing } } } } } }");
        assertThat(standing.toString()).contains("{\"code\":\"A04\",\"standing\":\"CANCELLED\"}");
        assertThat(standing.at("/data/partnership/plan/items").size()).isEqualTo(12);
    }
}
