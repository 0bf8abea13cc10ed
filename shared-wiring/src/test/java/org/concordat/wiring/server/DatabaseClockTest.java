package org.concordat.wiring.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

    private static final Instant TOLD = Instant.parse("2030-01-01T00:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<Instant> database = new AtomicReference<>(TOLD);
    private final AtomicInteger questions = new AtomicInteger();
    private final DatabaseClock clock = new DatabaseClock(() -> {
        questions.incrementAndGet();
        if (database.get() == null) throw new IllegalStateException("away");
        return database.get();
    }, nanos::get);

    private void passes(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test void between_two_questions_time_goes_on() {
        passes(3);
        assertThat(clock.instant()).isEqualTo(TOLD.plusSeconds(3));
        assertThat(questions).hasValue(1);
    }

    @Test void it_follows_the_database() {
        passes(6);
        database.set(TOLD.plusSeconds(90));
        assertThat(clock.instant()).isEqualTo(TOLD.plusSeconds(90));
    }

    @Test void while_the_database_is_away_time_goes_on() {
        passes(60);
        database.set(null);
        assertThat(clock.instant()).isEqualTo(TOLD.plusSeconds(60));
    }
}
