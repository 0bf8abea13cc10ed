package org.concordat.query.api;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import reactor.core.scheduler.Schedulers;

/** The WebSocket sessions that are open, so that one can be closed when its token ends. */
class Sockets extends GraphQlWebSocketHandler {

    /** graphql-ws: Unauthorized. */
    static final CloseStatus UNAUTHENTICATED = new CloseStatus(4401, "Unauthorized");

    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

    private final Map<String, WebSocketSession> open = new ConcurrentHashMap<>();

    Sockets(WebGraphQlHandler handler, HttpMessageConverter<Object> json, Duration initTimeout, Duration keepAlive) {
        super(handler, json, initTimeout, keepAlive);
    }

    @Override public void afterConnectionEstablished(WebSocketSession session) {
        open.put(session.getId(), session);
        super.afterConnectionEstablished(session);
    }

    @Override public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        open.remove(session.getId());
        super.afterConnectionClosed(session, status);
    }

    void closeAt(String sessionId, Instant moment) {
        long left = Math.max(0, Duration.between(Instant.now(), moment).toMillis());
        Schedulers.boundedElastic().schedule(() -> close(sessionId), left, MILLISECONDS);
    }

    private void close(String sessionId) {
        WebSocketSession session = open.get(sessionId);
        if (session == null) return;
        try {
            session.close(UNAUTHENTICATED);
        } catch (IOException e) {
            LOG.debug("a socket whose token expired was gone already", e);
        }
    }
}
