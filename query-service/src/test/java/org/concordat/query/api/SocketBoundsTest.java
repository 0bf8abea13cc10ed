package org.concordat.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How many sockets there may be, and what one of them may hold. */
@FrontTest
class SocketBoundsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort int port;
    private final List<Heard> opened = new ArrayList<>();

    private static final class Heard implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private WebSocket socket;

        @Override public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            messages.add(data.toString());
            from.request(1);
            return null;
        }

        @Override public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            messages.add("closed " + status + " " + reason);
            return null;
        }

        void say(String text) {
            socket.sendText(text, true).join();
        }

        String next() throws InterruptedException {
            String message = messages.poll(20, TimeUnit.SECONDS);
            return message == null ? "silence" : message;
        }
    }

    private Heard open() {
        Heard heard = new Heard();
        heard.socket = HTTP.newWebSocketBuilder().subprotocols("graphql-transport-ws")
            .buildAsync(URI.create("ws://localhost:" + port + "/graphql"), heard).join();
        opened.add(heard);
        return heard;
    }

    private Heard signedIn(String person) throws InterruptedException {
        Heard heard = open();
        heard.say("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + Tokens.with(c -> c.subject(person)) + "\"}}");
        return heard;
    }

    private static String subscribe(int id) {
        return "{\"id\":\"" + id + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { testSilence }\"}}";
    }

    @AfterEach void hangUp() {
        opened.forEach(heard -> heard.socket.abort());
    }

    @Test void who_says_nothing_is_closed_after_five_seconds() throws Exception {
        long begun = System.nanoTime();
        assertThat(open().next()).startsWith("closed 4408");
        assertThat((System.nanoTime() - begun) / 1_000_000_000).isBetween(4L, 15L);
    }

    @Test void sockets_of_nobody_are_bounded() throws Exception {
        Heard last = open();
        for (int i = 0; i < 100; i++) last = open();
        assertThat(last.next()).startsWith("closed 1013 TOO_MANY");
        assertThat(opened.getFirst().next()).startsWith("closed 4408");
    }

    @Test void twenty_sockets_of_one_person() throws Exception {
        for (int i = 0; i < 20; i++) assertThat(signedIn("many-tabs").next()).contains("connection_ack");
        assertThat(signedIn("many-tabs").next()).startsWith("closed 4429 TOO_MANY");
        assertThat(signedIn("somebody-else").next()).contains("connection_ack");
    }

    @Test void twenty_subscriptions_over_all_sockets_of_one_person_and_a_place_is_free_again_when_one_ends() throws Exception {
        Heard one = signedIn("listening-much");
        Heard other = signedIn("listening-much");
        assertThat(one.next()).contains("connection_ack");
        assertThat(other.next()).contains("connection_ack");
        for (int i = 0; i < 10; i++) one.say(subscribe(i));
        one.say("{\"type\":\"ping\"}");
        assertThat(one.next()).contains("pong");
        for (int i = 0; i < 10; i++) other.say(subscribe(i));
        other.say(subscribe(99));
        assertThat(other.next()).contains("\"99\"").contains("TOO_MANY").contains("You have 20 subscriptions");
        assertThat(other.next()).contains("\"99\"").contains("complete");
        one.say("{\"id\":\"3\",\"type\":\"complete\"}");
        one.say("{\"type\":\"ping\"}");
        assertThat(one.next()).contains("pong");
        other.say(subscribe(100));
        other.say("{\"type\":\"ping\"}");
        assertThat(other.next()).as("the place that was left").contains("pong");
    }

    @Test void a_long_message_and_one_that_is_no_protocol_close_the_socket() throws Exception {
        Heard heard = signedIn("long-winded");
        assertThat(heard.next()).contains("connection_ack");
        heard.say("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ me { person } } #" + "x".repeat(10_000) + "\"}}");
        assertThat(heard.next()).startsWith("closed 1009");
        for (String nonsense : new String[] {"hello", "[]", "{}", "{\"type\":\"nonsense\"}", "null", "{\"id\":\"1\",\"type\":\"subscribe\"}"}) {
            Heard other = signedIn("nonsense");
            assertThat(other.next()).contains("connection_ack");
            other.say(nonsense);
            assertThat(other.next()).as(nonsense).startsWith("closed 4400");
        }
    }

    @Test void nothing_is_written_for_a_reader_who_does_not_read() {
        WebSocket deaf = HTTP.newWebSocketBuilder().subprotocols("graphql-transport-ws")
            .buildAsync(URI.create("ws://localhost:" + port + "/graphql"), new WebSocket.Listener() {
                @Override public void onOpen(WebSocket from) {}
            }).join();
        deaf.sendText("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + Tokens.with(c -> c.subject("deaf")) + "\"}}", true).join();
        deaf.sendText("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { testFlood }\"}}", true).join();
        AtomicInteger before = new AtomicInteger(-1);
        Awaitility.await().pollInterval(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(15)).until(() -> {
            int now = FrontTestApp.WRITTEN.get();
            return before.getAndSet(now) == now && now > 0;
        });
        // What the network holds, and 256 that wait.
        assertThat(FrontTestApp.WRITTEN.get()).isLessThan(1_000);
        deaf.abort();
    }

    @Test void a_person_is_charged_over_a_socket_too() throws Exception {
        Heard heard = signedIn("paying");
        assertThat(heard.next()).contains("connection_ack");
        heard.say("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ me { person } }\"}}");
        assertThat(heard.next()).contains("\"cost\":502");
        heard.say("{\"id\":\"2\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ nobody(a: " + "9".repeat(100) + ") }\"}}");
        assertThat(heard.next()).contains("complete");
        assertThat(heard.next()).contains("TOO_LONG");
    }
}
