package org.concordat.wiring.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is kept goes first, then reads, commands last; and back again in the other order. */
@ExtendWith(OutputCaptureExtension.class)
class PressureTest {

    private static final Thresholds USUAL = new Thresholds(80, 88, 94, Duration.ZERO);

    private final Deque<Integer> readings = new ArrayDeque<>();
    private final Memory memory = new Memory(HeapShares.usual(), 256 << 20);
    private final Cache<String, String> kept = memory.cache(Kept.VIEWS, (k, v) -> 1_000);
    private final Pressure pressure = new Pressure(memory, readings::removeFirst, USUAL);

    private Shed after(Integer... percents) {
        kept.put("a", "view");
        readings.addAll(List.of(percents));
        pressure.look();
        assertThat(readings).isEmpty();
        return pressure.shed();
    }

    @Test void where_there_is_enough_nothing_is_dropped() {
        assertThat(after(79)).isEqualTo(Shed.NOTHING);
        assertThat(kept.getIfPresent("a")).isNotNull();
    }

    @Test void what_is_kept_is_dropped_first_and_often_that_is_enough() {
        assertThat(after(97, 60)).isEqualTo(Shed.NOTHING);
        assertThat(kept.getIfPresent("a")).isNull();
        assertThat(pressure.lasts()).isFalse();
    }

    @Test void reads_are_refused_next_and_commands_last(CapturedOutput log) {
        assertThat(after(90, 89)).isEqualTo(Shed.READS);
        assertThat(pressure.shed().commands()).isFalse();
        assertThat(after(96, 95)).isEqualTo(Shed.ALL);
        assertThat(pressure.shed().commands()).isTrue();
        assertThat(pressure.lasts()).isTrue();
        assertThat(after(92, 91)).isEqualTo(Shed.ALL);
        assertThat(after(83, 82)).isEqualTo(Shed.READS);
        assertThat(after(79)).isEqualTo(Shed.NOTHING);
        assertThat(pressure.lasts()).isFalse();
        assertThat(log.getAll().lines().filter(line -> line.contains("Memory is short"))).hasSize(1);
        assertThat(log.getAll().lines().filter(line -> line.contains("enough memory again"))).hasSize(1);
    }

    @Test void a_collection_is_worth_a_look_only_where_it_left_much_or_load_is_shed() {
        assertThat(pressure.worthALook(79)).isFalse();
        assertThat(pressure.worthALook(80)).isTrue();
        after(90, 90);
        assertThat(pressure.worthALook(10)).isTrue();
    }

    @Test void thresholds_out_of_order_are_refused_in_a_sentence() {
        assertThatThrownBy(() -> new Thresholds(90, 88, 94, Duration.ZERO)).hasMessageContaining("drop-at <= shed-at");
    }
}
