package org.concordat.wiring.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.grpc.control.NodeInfo;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ServerFirstTest {

    private static ServerFirst server(Supplier<CompletableFuture<?>> question, Duration patience) {
        return new ServerFirst("axon.example:8124", question, patience);
    }

    @Test void it_starts_once_the_server_has_answered_and_not_before() {
        var asked = new AtomicInteger();
        server(() -> asked.incrementAndGet() < 3 ? CompletableFuture.failedFuture(new IllegalStateException("UNAVAILABLE"))
                : CompletableFuture.completedFuture(0L), Duration.ofSeconds(30)).start();
        assertThat(asked).hasValue(3);
    }

    @Test void a_server_that_does_not_come_is_named_in_a_sentence_with_its_last_word() {
        var first = server(() -> { throw new IllegalStateException("Invalid token"); }, Duration.ZERO);
        assertThatThrownBy(first::start).isInstanceOfSatisfying(ServerMissing.class, missing ->
                assertThat(new OutOfReachAnalyzer().analyze(new IllegalStateException(missing)).getDescription())
                        .contains("axon.example:8124", "Invalid token", "--concordat.axonserver.token="));
    }

    @Test void whether_anybody_listens_is_asked_of_each_server() throws Exception {
        int free;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NodeInfo there = NodeInfo.newBuilder().setHostName("localhost").setGrpcPort(taken.getLocalPort()).build();
            OverAxonServer.demandListener(List.of(there.toBuilder().setHostName("no.such.host.invalid").build(), there));
            free = taken.getLocalPort();
        }
        NodeInfo gone = NodeInfo.newBuilder().setHostName("localhost").setGrpcPort(free).build();
        assertThatThrownBy(() -> OverAxonServer.demandListener(List.of(gone))).hasMessageContaining("nobody listens there");
    }

    @Test void a_database_out_of_reach_is_a_sentence_and_any_other_mistake_of_sql_is_not() {
        var analyzer = new OutOfReachAnalyzer();
        assertThat(analyzer.analyze(new IllegalStateException(new SQLException("Connection refused.", "08001"))).getDescription())
                .startsWith("The database cannot be used: Connection refused.");
        assertThat(analyzer.analyze(new SQLException("no such column", "42703"))).isNull();
    }
}
