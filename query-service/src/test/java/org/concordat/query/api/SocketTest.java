package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest @ValueSource(strings = {"", "no JSON", "[]", "7", "null", "{}", "{\"type\":\"nothing\"}", "{\"type\":7}",
        "{\"type\":\"connection_init\",\"payload\":[]}", "{\"type\":\"connection_init\",\"payload\":7}", "{\"id\":{},\"type\":\"subscribe\"}",
        "{\"type\":\"subscribe\"}", "{\"type\":\"next\"}", "{\"type\":\"connection_ack\"}"})
    void what_is_no_message_closes_the_socket(String frame) throws Exception {
        open(null).sendText(frame, true);
        assertThat(next()).startsWith("closed 44");
        WebSocket known = signedIn(Tokens.good());
        known.sendText(frame, true);
        assertThat(next()).startsWith("closed 44");
    }

    @Test void bytes_are_no_message_either() throws Exception {
        open(null).sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true);
        assertThat(next()).isEqualTo("closed 4400");
    }

    @ParameterizedTest @ValueSource(strings = {"{}", "{\"query\":7}", "{\"query\":\"{ me { person } }\",\"variables\":7}", "{\"query\":\"\"}",
        "{\"query\":\"{ me { person } }\",\"operationName\":[]}", "{\"query\":\"{ me { person } }\",\"extensions\":\"a\"}", "7"})
    void an_operation_that_is_none_closes_it_or_is_refused(String payload) throws Exception {
        WebSocket socket = signedIn(Tokens.good());
        socket.sendText("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":" + payload + "}", true);
        assertThat(next()).matches(answer -> answer.startsWith("closed 44") || answer.contains("BAD_INPUT"));
    }

    @Test void a_page_on_the_list_is_let_in() throws Exception {
        open("https://plan.example.org").sendText("{\"type\":\"ping\"}", true);
        assertThat(next()).contains("pong");
    }

    @Test void a_foreign_page_is_refused() {
        Assertions.assertThatThrownBy(() -> open("https://evil.example")).isInstanceOf(CompletionException.class);
    }
}
