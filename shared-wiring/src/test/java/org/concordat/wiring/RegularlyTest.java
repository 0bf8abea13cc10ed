package org.concordat.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RegularlyTest {

    @Test void it_goes_on_whatever_failed_and_ends_when_it_is_stopped() {
        var times = new AtomicInteger();
        var counting = new Regularly("Counting", Duration.ofMillis(1), () -> {
            switch (times.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("an outage");
                case 2 -> throw new StackOverflowError("a mistake of ours");
                default -> { }
            }
        });
        counting.start();
        Awaitility.await().until(() -> times.get() > 3);
        counting.stop();
        assertThat(counting.isRunning()).isFalse();
    }

    @Test void for_how_long_it_has_failed_is_told_until_it_succeeds() {
        var fails = new AtomicBoolean(true);
        var trying = new Regularly("Trying", Duration.ofMillis(1), () -> {
            if (fails.get()) throw new IllegalStateException("an outage");
        });
        trying.start();
        try {
            Awaitility.await().until(() -> trying.failing().isPositive());
            fails.set(false);
            Awaitility.await().until(() -> trying.failing().isZero());
        } finally {
            trying.stop();
        }
    }
}
