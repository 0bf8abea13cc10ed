package org.concordat.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * Clients who give commands under ids of their own. As a client is told to, each repeats a command under the same id, on
 * the next node, until it is answered. Every fifth is one that is not theirs to give.
 */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 6;
    private static final Duration THINKS = Duration.ofMillis(15);
    /** Answers after which a client tries again; any other but a receipt is a mistake of ours. */
    private static final Set<String> AGAIN = Set.of("STORE_UNAVAILABLE", "CONTENDED", "no answer");

    /** An acknowledged command. */
    record Told(String commandId, String subject, long version, int client) {}

    final List<Told> acknowledged = new CopyOnWriteArrayList<>();
    final List<String> refused = new CopyOnWriteArrayList<>();
    final Map<String, Long> repeated = new ConcurrentHashMap<>();
    final List<String> wrong = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final Deployment people;
    private final List<String> doors;
    private final List<String> partnerships;
    private final List<Thread> clients = new ArrayList<>();
    private final AtomicLong newest = new AtomicLong(System.nanoTime());
    private final AtomicLong silence = new AtomicLong();
    private volatile boolean over;

    /** @param people whose tokens the doors take */
    Load(Deployment people, List<String> doors, List<String> partnerships) {
        this.people = people;
        this.doors = doors;
        this.partnerships = partnerships;
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            clients.add(Thread.ofVirtual().start(() -> act(client)));
        }
    }

    /** Until that many more were acknowledged: how time is told here. */
    void goesOnFor(int more) {
        if (over) return;
        int from = acknowledged.size();
        Awaitility.await(more + " more acknowledged").atMost(Duration.ofSeconds(180)).pollInterval(Duration.ofMillis(20))
                .until(() -> acknowledged.size() >= from + more || !wrong.isEmpty());
    }

    /** Each client ends with the command it has in hand. */
    @Override public void close() throws InterruptedException {
        over = true;
        for (Thread client : clients) client.join();
    }

    long longestSilence() {
        return silence.get() / 1_000_000;
    }

    Map<String, Long> repeats() {
        return new TreeMap<>(repeated);
    }

    private void act(int client) {
        String partnership = partnerships.get(client % partnerships.size());
        for (int n = 0; !over; n++) {
            String commandId = partnership + ":" + client + ":" + n;
            boolean stranger = n % 5 == 4;
            JsonNode answer = answered(stranger ? "stranger" : "programme", command(partnership, client, n, commandId), client + n);
            if (!answer.has("errors")) {
                JsonNode receipt = answer.at("/data/registerBoard");
                acknowledged.add(new Told(commandId, receipt.path("id").asString(), receipt.path("version").asLong(), client));
                long now = System.nanoTime();
                silence.accumulateAndGet(now - newest.getAndSet(now), Math::max);
            } else if (stranger && code(answer).equals("NOT_FOUND")) {
                refused.add(commandId);
            } else {
                wrong.add(commandId + ": " + answer);
            }
            LockSupport.parkNanos(THINKS.toNanos());
        }
    }

    static String board(String commandId) {
        String[] of = commandId.split(":");
        return "board-" + of[0].substring("partnership-".length()) + ".b" + of[1] + "-" + of[2];
    }

    private static String command(String partnership, int client, int n, String commandId) {
        return "mutation { registerBoard(input: {partnershipId: \"" + partnership + "\", board: \"" + board(commandId)
                + "\", name: \"Board " + client + " " + n + "\", commandId: \"" + commandId + "\"}) { id version } }";
    }

    private JsonNode answered(String person, String mutation, int first) {
        String body = Deployment.JSON.writeValueAsString(Map.of("query", mutation));
        String token = "Bearer " + people.token(person);
        for (int attempt = first; ; attempt++) {
            JsonNode answer = once(doors.get(attempt % doors.size()), token, body);
            String code = answer == null ? "no answer" : code(answer);
            if (!AGAIN.contains(code)) return answer;
            repeated.merge(code, 1L, Long::sum);
            LockSupport.parkNanos(10 * THINKS.toNanos());
        }
    }

    private JsonNode once(String door, String token, String body) {
        try {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(door + "/graphql"))
                    .header("Authorization", token).header("Content-Type", "application/json").timeout(Duration.ofSeconds(15))
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 503 ? null : Deployment.JSON.readTree(answer.body());
        } catch (IOException cutOff) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(JsonNode answer) {
        return answer.path("errors").path(0).path("extensions").path("code").asString("");
    }
}
