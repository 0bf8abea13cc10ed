package org.concordat.wiring.pool;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoolLinesTest {

    private final LoggerContext logs = new LoggerContext();
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final ListAppender<ILoggingEvent> saidByUs = new ListAppender<>();
    private final Logger us = (Logger) org.slf4j.LoggerFactory.getLogger(PoolWatch.class);

    @BeforeEach void begin() {
        logs.addTurboFilter(new PoolLines());
        said.start();
        saidByUs.start();
        logs.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(said);
        logs.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        us.addAppender(saidByUs);
    }

    @AfterEach void end() {
        us.detachAppender(saidByUs);
    }

    private static List<String> lines(ListAppender<ILoggingEvent> appender) {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test void whoever_is_lent_no_connection_says_so_once_and_without_a_trace() {
        var none = new IllegalStateException(new SQLTransientConnectionException("HikariPool-1 - Connection is not available, request timed out"));
        Logger processor = logs.getLogger("org.axonframework.eventhandling.pooled.Coordinator");
        for (int n = 0; n < 1_000; n++) {
            processor.warn("Processor [{}] failed", "due", none);
            processor.error("again", none);
            processor.info("which is not asked for", none);
        }
        assertThat(lines(said)).isEmpty();
        assertThat(lines(saidByUs)).hasSize(1).first().asString().startsWith("No database connection is free");
        assertThat(saidByUs.list.getFirst().getThrowableProxy()).isNull();
    }

    @Test void what_fails_for_another_reason_is_told_as_ever() {
        logs.getLogger("x").warn("{} and {}", "one", "two", new IllegalStateException("other"));
        logs.getLogger("x").warn("no reason");
        assertThat(lines(said)).containsExactly("one and two", "no reason");
    }

    @Test void a_connection_kept_too_long_is_told_with_whom_it_was_lent_to() {
        logs.getLogger("com.zaxxer.hikari.pool.ProxyLeakTask").warn("Connection leak detection triggered for {} on thread {}, stack trace follows",
                "conn0", "main", new Exception("Apparent connection leak detected"));
        assertThat(lines(said)).isEmpty();
        assertThat(lines(saidByUs)).singleElement().asString()
                .contains("wiring.pool.PoolLinesTest.a_connection_kept_too_long_is_told_with_whom_it_was_lent_to");
    }
}
