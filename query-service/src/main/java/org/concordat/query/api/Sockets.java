package org.concordat.query.api;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.query.identity.Caller;
import org.concordat.query.limits.Allowances;
import org.concordat.query.limits.Places;
import org.concordat.query.limits.TooMany;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import reactor.core.scheduler.Schedulers;

/**
 * The WebSocket sessions that are open: bounded in number, those of nobody most of all, and each closed when its token ends. A message is
 * at most the 8 KB that the servlet container keeps for one; a longer one closes the socket.
 */
class Sockets extends GraphQlWebSocketHandler {

    /** graphql-ws: Unauthorized. */
    static final CloseStatus UNAUTHENTICATED = new CloseStatus(4401, "Unauthorized");
    static final CloseStatus INVALID = new CloseStatus(4400, "Invalid message");
    static final CloseStatus TOO_MANY = new CloseStatus(4429, "TOO_MANY: close another socket of yours first");
    static final CloseStatus FULL = new CloseStatus(1013, "TOO_MANY: try again in a few seconds");

    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

    /** @param place whose it is; null while nobody has signed in */
    private record Open(WebSocketSession session, Places.@Nullable Place place) {}

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Allowances allowances;
    private final Places each;

    Sockets(WebGraphQlHandler handler, HttpMessageConverter<Object> json, Duration initTimeout, Duration keepAlive,
            CorsConfiguration allowedOrigins, Allowances allowances, Places each) {
        super(handler, json, initTimeout, keepAlive, allowedOrigins);
        this.allowances = allowances;
        this.each = each;
    }

    @Override public void afterConnectionEstablished(WebSocketSession session) {
        if (!admitted(session)) {
            close(session, FULL);
            return;
        }
        super.afterConnectionEstablished(session);
    }

    private synchronized boolean admitted(WebSocketSession session) {
        long unsigned = open.values().stream().filter(o -> o.place() == null).count();
        if (open.size() >= allowances.sockets() || unsigned >= allowances.socketsUnsigned()) return false;
        open.put(session.getId(), new Open(session, null));
        return true;
    }

    /** @throws TooMany when the person has as many as may be; then the socket is closed */
    void signedIn(String sessionId, Caller caller) {
        Open socket = open.get(sessionId);
        if (socket == null) return;
        try {
            Places.Place place = each.take(caller.person());
            if (open.replace(sessionId, socket, new Open(socket.session(), place))) closeAt(sessionId, caller.tokenExpires());
            else place.leave();
        } catch (TooMany many) {
            close(socket.session(), TOO_MANY);
            throw many;
        }
    }

    @Override protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
        if (!open.containsKey(session.getId())) return;
        if (!message.getPayload().stripLeading().startsWith("{")) {
            close(session, INVALID);
            return;
        }
        try {
            super.handleTextMessage(session, message);
        } catch (RuntimeException | IOException noProtocol) {
            // What fails while an operation runs is answered by itself and does not come here.
            LOG.info("a message over a socket could not be read as graphql-ws: {}", noProtocol.getClass().getSimpleName());
            close(session, INVALID);
        }
    }

    @Override public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Open socket = open.remove(session.getId());
        if (socket != null && socket.place() != null) socket.place().leave();
        super.afterConnectionClosed(session, status);
    }

    @Override protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        close(session, INVALID);
    }

    private void closeAt(String sessionId, Instant moment) {
        long left = Math.max(0, Duration.between(Instant.now(), moment).toMillis());
        Schedulers.boundedElastic().schedule(() -> {
            Open socket = open.get(sessionId);
            if (socket != null) close(socket.session(), UNAUTHENTICATED);
        }, left, MILLISECONDS);
    }

    private static void close(WebSocketSession session, CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a socket that was to be closed was gone already", e);
        }
    }
}
