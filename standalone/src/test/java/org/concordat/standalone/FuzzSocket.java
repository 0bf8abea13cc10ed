package org.concordat.standalone;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One person's WebSocket, over which operations are sent one after the other. */
final class FuzzSocket implements WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private int asked;

    FuzzSocket(Deployment people, String person) throws InterruptedException {
        socket = HTTP.newWebSocketBuilder().subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(people.address().replaceFirst("^http", "ws") + "/graphql"), this).join();
        socket.sendText("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + people.token(person) + "\"}}", true).join();
        String answer = heard.poll(20, TimeUnit.SECONDS);
        if (answer == null || !answer.contains("connection_ack")) throw new IllegalStateException("not let in: " + answer);
    }

    @Override public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        heard.add("{\"type\":\"closed\",\"payload\":{\"status\":" + status + "}}");
        return null;
    }

    /** What was answered: all of an operation that ends, the first few elements of one that goes on. */
    List<JsonNode> ask(Map<String, ?> operation, boolean stream) throws InterruptedException {
        String id = "o" + asked++;
        socket.sendText(Deployment.JSON.writeValueAsString(Map.of("id", id, "type", "subscribe", "payload", operation)), true).join();
        List<JsonNode> answers = new ArrayList<>();
        while (answers.size() < (stream ? 3 : 1_000)) {
            String next = heard.poll(stream ? 400 : 20_000, TimeUnit.MILLISECONDS);
            if (next == null && stream) break;
            if (next == null) throw new IllegalStateException("no answer in 20 s: " + operation);
            JsonNode message = Deployment.JSON.readTree(next);
            if (message.path("type").asString().equals("closed")) throw new IllegalStateException("closed " + message + ": " + operation);
            if (!message.path("id").asString().equals(id)) continue;
            if (message.path("type").asString().equals("complete")) return answers;
            JsonNode payload = message.path("payload");
            boolean refused = message.path("type").asString().equals("error");
            answers.add(refused ? Deployment.JSON.createObjectNode().set("errors", payload) : payload);
            if (refused) return answers;
        }
        socket.sendText("{\"id\":\"" + id + "\",\"type\":\"complete\"}", true).join();
        return answers;
    }

    void close() {
        socket.abort();
    }
}
