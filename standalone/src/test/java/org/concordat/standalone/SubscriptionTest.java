package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The record as it grows, over both transports: none lost, none twice, and a break costs nothing. */
class SubscriptionTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int COMMANDS = 12;

    private final DemoServer demo = DemoServer.shared();

    private static String subscription(String after) {
        return Followed.subscription("partnership-mash", after);
    }

    private Followed followed(String after) {
        return new Followed(demo, demo.address(), "auditor", "partnership-mash", after);
    }

    private String newestCursor() {
        String after = "";
        while (true) {
            JsonNode page = demo.ask("auditor", "{ partnership(id: \"partnership-mash\") { history(first: 100"
                    + (after.isEmpty() ? "" : ", after: \"" + after + "\"") + ") { pageInfo { hasNextPage endCursor } } } }")
                    .at("/data/partnership/history/pageInfo");
            after = page.path("endCursor").asString();
            if (!page.path("hasNextPage").asBoolean()) return after;
        }
    }

    private void registerBoards(String name) {
        String receipt = "";
        for (int n = 0; n < COMMANDS; n++) {
            receipt = demo.ask("programme", "mutation { registerBoard(input: {partnershipId: \"partnership-mash\", name: \"" + name + " "
                    + n + "\"}) { id version } }").at("/data/registerBoard/version").asString();
        }
        assertThat(receipt).isNotEmpty();
        assertThat(demo.code("programme", "{ partnership(id: \"partnership-mash\", atLeast: {id: \"partnership-mash\", version: "
                + receipt + "}) { version } }")).contains("version");
    }

    private List<Long> indexesAfter(String cursor) {
        return demo.ask("auditor", "{ partnership(id: \"partnership-mash\") { history(first: 100, after: \"" + cursor
                + "\") { edges { node { index } } } } }").at("/data/partnership/history/edges").valueStream()
                .map(e -> e.at("/node/index").asLong()).toList();
    }

    private static List<Long> indexes(List<Followed.Seen> seen) {
        return seen.stream().map(Followed.Seen::index).toList();
    }

    /** graphql-transport-ws, as a browser speaks it. */
    private final class Socket implements WebSocket.Listener, AutoCloseable {
        final List<Followed.Seen> seen = new CopyOnWriteArrayList<>();
        final List<String> errors = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;

        Socket(String person, String after) throws Exception {
            socket = HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("graphql-transport-ws")
                    .buildAsync(URI.create(demo.address().replace("http:", "ws:") + "/graphql"), this).get(10, TimeUnit.SECONDS);
            say(Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + demo.token(person))));
            say(Map.of("type", "subscribe", "id", "1", "payload", Map.of("query", subscription(after))));
        }

        private void say(Map<String, ?> message) throws Exception {
            socket.sendText(JSON.writeValueAsString(message), true).get(10, TimeUnit.SECONDS);
        }

        @Override public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                JsonNode message = JSON.readTree(part.toString());
                part.setLength(0);
                if (message.path("type").asString().equals("next") && message.at("/payload/data").has("entries")) {
                    seen.add(Followed.Seen.of(message.at("/payload/data")));
                } else if (message.toString().contains("\"code\"")) {
                    errors.add(message.toString());
                }
            }
            from.request(1);
            return null;
        }

        @Override public void close() {
            socket.abort();
        }
    }

    private static void awaitIndex(List<Followed.Seen> seen, long index) {
        Awaitility.await().atMost(Duration.ofSeconds(10))
                .until(() -> !seen.isEmpty() && seen.getLast().index() >= index);
    }

    private static void eachOnce(List<Long> got, List<Long> expected) {
        assertThat(got).isEqualTo(expected).doesNotHaveDuplicates();
    }

    @Test void server_sent_events_lose_nothing_while_commands_run_nor_over_a_break() {
        String begin = newestCursor();
        Followed.Seen last;
        List<Long> first;
        try (Followed events = followed(begin)) {
            registerBoards("Sent");
            List<Long> all = indexesAfter(begin);
            awaitIndex(events.seen, all.getLast());
            first = indexes(events.seen);
            last = events.seen.getLast();
            eachOnce(first, all);
        }
        registerBoards("Meanwhile");
        try (Followed events = followed(last.cursor())) {
            registerBoards("Again");
            List<Long> rest = indexesAfter(last.cursor());
            assertThat(rest).hasSizeGreaterThanOrEqualTo(2 * COMMANDS);
            awaitIndex(events.seen, rest.getLast());
            eachOnce(indexes(events.seen), rest);
        }
    }

    @Test void a_socket_loses_nothing_while_commands_run_nor_over_a_break() throws Exception {
        String begin = newestCursor();
        Followed.Seen last;
        try (Socket socket = new Socket("auditor", begin)) {
            registerBoards("Socket");
            List<Long> all = indexesAfter(begin);
            awaitIndex(socket.seen, all.getLast());
            eachOnce(indexes(socket.seen), all);
            last = socket.seen.getLast();
        }
        registerBoards("Socket meanwhile");
        try (Socket socket = new Socket("auditor", last.cursor())) {
            List<Long> rest = indexesAfter(last.cursor());
            awaitIndex(socket.seen, rest.getLast());
            eachOnce(indexes(socket.seen), rest);
        }
    }

    @Test void from_the_first_entry_on_where_no_cursor_is_given() throws Exception {
        try (Socket socket = new Socket("auditor", "")) {
            awaitIndex(socket.seen, 100);
            assertThat(indexes(socket.seen).subList(0, 100)).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
        }
    }

    @Test void the_outsider_is_told_that_nothing_is_there() throws Exception {
        try (Socket socket = new Socket("outsider", "")) {
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !socket.errors.isEmpty());
            assertThat(socket.errors.getFirst()).contains("NOT_FOUND");
            assertThat(socket.seen).isEmpty();
        }
        String answer = DemoServer.send(demo.request("outsider", "/graphql").header("Content-Type", "application/json")
                .header("Accept", "text/event-stream").POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", subscription(""))))).build()).body();
        assertThat(answer).contains("NOT_FOUND").doesNotContain("\"index\"");
    }

    @Test void an_element_that_cannot_be_given_says_why() {
        String query = "subscription { replay(partnership: \"partnership-mash\") {"
                + " changes(first: 1, after: \"ZToyNTY\") { edges { node { sentence } } } } }";
        HttpResponse<String> answer = Deployment.send(demo.request("auditor", "/graphql").timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json").header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query)))).build());
        assertThat(answer.body()).contains("\"code\":\"BAD_INPUT\"").doesNotContain("Subscription error");
    }
}
