package org.concordat.wiring.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class MemoryTest {

    private static final long MB = 1 << 20;

    private final Memory memory = new Memory(HeapShares.usual(), 256 * MB);
    private final Cache<String, Integer> views = memory.cache(Kept.VIEWS, (key, mb) -> mb * MB);

    @Test void shares_are_of_the_heap_and_leave_half_of_it_free() {
        for (long heap : new long[] {100 * MB, 136 * MB, 256 * MB, 2048 * MB, 64 * 1024 * MB}) {
            Memory of = new Memory(HeapShares.usual(), heap);
            long all = Stream.of(Kept.values()).mapToLong(of::share).sum() + of.folds();
            assertThat(all).isBetween(1L, heap * 55 / 100);
        }
        assertThat(memory.share(Kept.VIEWS)).isEqualTo(160 * MB / 100 * 18);
    }

    @Test void however_much_is_put_no_more_is_kept_than_the_share() {
        for (int i = 0; i < 200; i++) {
            String key = "view " + i;
            assertThat(views.get(key, _ -> 1)).isEqualTo(1);
            assertThat(memory.weight(Kept.VIEWS)).isLessThanOrEqualTo(memory.share(Kept.VIEWS));
        }
        assertThat(views.estimatedSize()).isBetween(20L, 28L);
    }

    @Test void what_is_bigger_than_its_share_is_given_and_not_kept() {
        assertThat(views.get("big", _ -> 100)).isEqualTo(100);
        assertThat(views.asMap().compute("big", (_, known) -> 100)).isEqualTo(100);
        assertThat(views.getIfPresent("big")).isNull();
        assertThat(memory.weight(Kept.VIEWS)).isZero();
    }

    @Test void all_of_it_is_dropped_at_once() {
        views.put("a", 3);
        memory.cache(Kept.DOCUMENTS, (String key, String text) -> 1_000L).put("q", "{ me }");
        assertThat(memory.weight(Kept.VIEWS)).isGreaterThan(3 * MB);
        assertThat(memory.weight(Kept.DOCUMENTS)).isPositive();
        memory.drop();
        assertThat(memory.weight(Kept.VIEWS)).isZero();
        assertThat(memory.weight(Kept.DOCUMENTS)).isZero();
    }

    @Test void shares_that_leave_no_room_are_refused_in_a_sentence() {
        DataSize program = DataSize.ofMegabytes(96);
        assertThatThrownBy(() -> new HeapShares(program, 60, 7, 8, 2, 3, 3, 3, 1, 6)).hasMessageContaining("add up to 93");
        assertThatThrownBy(() -> new HeapShares(program, 0, 7, 8, 2, 3, 3, 3, 1, 6)).hasMessageContaining("1 or more");
    }
}
