package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Acknowledged = in the store = in the ledger = in every view, each once, and in order. */
record Books(Deployment people, List<String> doors, Store store, TestDatabase ledger) {

    private record Entry(long index, String event, String subject, long version, String commandId) {}

    long head() {
        return Long.parseLong(ledger.one("select coalesce(max(index), 0) from ledger"));
    }

    /** @param begin the ledger's head before the load */
    void agreeWith(Load load, long begin) {
        assertThat(load.wrong.stream().limit(3)).as("answered with neither a receipt nor a reason to repeat").isEmpty();
        Map<String, String> told = load.acknowledged.stream()
                .collect(Collectors.toMap(Load.Told::commandId, t -> t.subject() + "@" + t.version(), (a, b) -> a + " " + b, TreeMap::new));
        assertThat(told).as("acknowledged").hasSameSizeAs(load.acknowledged).isNotEmpty();
        Awaitility.await("the ledger holds what was acknowledged").atMost(Duration.ofSeconds(60))
                .until(() -> told.keySet().equals(new TreeSet<>(recorded(entries(begin)).keySet())));
        List<Entry> entries = entries(begin);
        assertThat(recorded(entries)).as("each acknowledged command is one entry, at its receipt").isEqualTo(told);
        assertThat(entries.stream().map(Entry::commandId)).as("refused").doesNotContainAnyElementsOf(load.refused);
        denseAndInOrder(entries, begin);
        assertThat(entries.stream().map(e -> new Store.Stored(e.index(), e.event(), e.subject(), e.version())).toList())
                .as("ledger and store").isEqualTo(store.read(begin + 1, begin + entries.size()));
        assertThat(ledger.one("select count(*) = max(index) and count(*) = count(distinct event_id) from ledger")).isEqualTo("t");
        eachClientInOrder(load);
        told.values().stream().map(at -> at.substring(0, at.indexOf('@'))).distinct().forEach(p -> viewsHoldEachOnce(p, load));
    }

    private List<Entry> entries(long after) {
        return ledger.all("select index, event_id, subject, version, coalesce(command_id, '') from ledger where index > " + after
                + " order by index", row -> new Entry(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4),
                row.getString(5)));
    }

    /** What the load's commands left in the ledger; a command found twice shows both places. */
    private static Map<String, String> recorded(List<Entry> entries) {
        return entries.stream().filter(e -> e.commandId().startsWith(e.subject() + ":"))
                .collect(Collectors.toMap(Entry::commandId, e -> e.subject() + "@" + e.version(), (a, b) -> a + " " + b, TreeMap::new));
    }

    private static void denseAndInOrder(List<Entry> entries, long begin) {
        Map<String, Long> newest = new HashMap<>();
        long place = begin;
        for (Entry entry : entries) {
            assertThat(entry.index()).isEqualTo(++place);
            assertThat(entry.version()).as("order of " + entry.subject()).isEqualTo(newest.getOrDefault(entry.subject(),
                    entry.version() - 1) + 1);
            newest.put(entry.subject(), entry.version());
        }
    }

    private static void eachClientInOrder(Load load) {
        load.acknowledged.stream().collect(Collectors.groupingBy(Load.Told::client)).forEach((client, told) ->
                assertThat(told.stream().map(Load.Told::version).toList()).as("client " + client).isSorted());
    }

    private void viewsHoldEachOnce(String partnership, Load load) {
        List<Load.Told> told = load.acknowledged.stream().filter(t -> t.subject().equals(partnership)).toList();
        long version = told.stream().mapToLong(Load.Told::version).max().orElseThrow();
        List<String> expected = told.stream().map(t -> Load.board(t.commandId())).sorted().toList();
        for (String door : doors) {
            JsonNode boards = ask(door, "{ partnership(id: \"" + partnership + "\", atLeast: {id: \"" + partnership
                    + "\", version: " + version + "}) { boards { id } } }");
            assertThat(boards.at("/data/partnership/boards").valueStream().map(b -> b.path("id").asString()).sorted().toList())
                    .as(door + ": " + boards.path("errors")).isEqualTo(expected);
        }
    }

    JsonNode ask(String door, String query) {
        return Deployment.JSON.readTree(Deployment.send(HttpRequest.newBuilder(URI.create(door + "/graphql"))
                .header("Authorization", "Bearer " + people.token("programme")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Deployment.JSON.writeValueAsString(Map.of("query", query)))).build()).body());
    }
}
