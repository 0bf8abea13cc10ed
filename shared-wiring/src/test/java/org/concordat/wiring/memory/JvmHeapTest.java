package org.concordat.wiring.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** On the JVM that runs the tests, whichever collector it has. */
class JvmHeapTest {

    @Test void what_is_held_is_in_use_and_garbage_is_not() {
        int before = new JvmHeap().usedAfterCollecting();
        byte[][] held = new byte[16][(int) (Runtime.getRuntime().maxMemory() / 10 / 16)];
        int holding = new JvmHeap().usedAfterCollecting();
        assertThat(holding - before).isBetween(8, 13);
        assertThat(held).hasNumberOfRows(16);
        held = null;
        assertThat(new JvmHeap().usedAfterCollecting()).isLessThan(holding - 7);
    }

    @Test void each_collection_is_told_until_nobody_listens() {
        AtomicInteger told = new AtomicInteger(-1);
        Runnable silence = JvmHeap.afterEachCollection(told::set);
        System.gc();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> told.get() >= 0);
        silence.run();
        assertThat(told.get()).isBetween(0, 100);
    }
}
