package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same rules over a WebSocket, by the graphql-ws protocol. */
@FrontTest
class SocketTest {

    @LocalServerPort int port;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private WebSocket open(@Nullable String origin) {
        WebSocket.Builder socket = HttpClient.newHttpClient().newWebSocketBuilder()
            .subprotocols("graphql-transport-ws");
        if (origin != null) socket.header("Origin", origin);
        return socket.buildAsync(URI.create("ws://localhost:" + port + "/graphql"), new Ear()).join();
    }

    private class Ear implements WebSocket.Listener {
        @Override public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            heard.add(data.toString());
            socket.request(1);
            return null;
        }

        @Override public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            heard.add("closed " + status);
            return null;
        }
    }

    private String next() throws InterruptedException {
        String message = heard.poll(6, TimeUnit.SECONDS);
        return message == null ? "silence" : message;
    }

    private WebSocket signedIn(String token) throws InterruptedException {
        WebSocket socket = open(null);
        socket.sendText("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + token + "\"}}",
            true);
        assertThat(next()).contains("connection_ack");
        return socket;
    }

    private static String ask(String query) {
        return "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + query + "\"}}";
    }

    @Test void the_token_comes_with_connection_init() throws Exception {
        WebSocket socket = signedIn(Tokens.good());
        socket.sendText(ask("{ me { person } }"), true);
        assertThat(next()).contains("programme");
        socket.abort();
    }

    @Test void without_a_token_nothing_is_answered() throws Exception {
        open(null).sendText("{\"type\":\"connection_init\"}", true);
        assertThat(next()).startsWith("closed 44");
        open(null).sendText("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer x.y.z\"}}", true);
        assertThat(next()).startsWith("closed 44");
        open(null).sendText(ask("{ me { person } }"), true);
        assertThat(next()).startsWith("closed 44");
    }

    @Test void cost_is_counted_here_too() throws Exception {
        WebSocket socket = signedIn(Tokens.good());
        socket.sendText(ask("query __schema { testTree(first: 100000) { edges { node { name } } } }"), true);
        assertThat(next()).contains("TOO_COSTLY");
        socket.abort();
    }

    @Test void the_connection_ends_with_its_token() throws Exception {
        signedIn(Tokens.expiring(Instant.now().plusSeconds(2)));
        assertThat(next()).isEqualTo("closed 4401");
    }

    @Test void a_foreign_page_is_refused() {
        Assertions.assertThatThrownBy(() -> open("https://evil.example")).isInstanceOf(CompletionException.class);
    }
}
