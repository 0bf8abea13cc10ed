package org.concordat.query.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.concordat.query.api.Refused;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private static final long MB = 1 << 20;

    @Test void no_more_is_folded_at_once_than_there_is_room_for() throws Exception {
        Folds folds = new Folds(10 * MB);
        AtomicLong now = new AtomicLong();
        AtomicLong most = new AtomicLong();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                many.submit(() -> folds.within(4 * MB, () -> {
                    most.accumulateAndGet(now.addAndGet(4 * MB), Math::max);
                    Thread.yield();
                    return now.addAndGet(-4 * MB);
                }));
            }
        }
        assertThat(now.get()).isZero();
        assertThat(most.get()).isBetween(4 * MB, 8 * MB);
    }

    @Test void what_needs_more_than_all_is_folded_alone() {
        assertThat(new Folds(MB).<String>within(100 * MB, () -> "view")).isEqualTo("view");
    }

    @Test void whoever_waits_too_long_is_told_when_to_come_again() throws Exception {
        Folds folds = new Folds(MB, Duration.ofMillis(20));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = one.submit(() -> folds.within(MB, () -> {
                inside.countDown();
                return waited(over);
            }));
            inside.await();
            assertThatThrownBy(() -> folds.within(MB, () -> "never")).isInstanceOfSatisfying(Refused.class,
                    refused -> assertThat(refused.rejection().code()).isEqualTo("OVERLOADED"));
            over.countDown();
            first.get();
        }
        assertThat(folds.<String>within(MB, () -> "now")).isEqualTo("now");
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
