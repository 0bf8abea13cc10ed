package org.concordat.wiring.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightTest {

    record Words(String text, List<String> more, Map<String, Integer> counted) {}

    private static long usedBy(int many, java.util.function.IntFunction<Object> make) {
        Object[] held = new Object[many];
        System.gc();
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        for (int i = 0; i < many; i++) held[i] = make.apply(i);
        System.gc();
        long after = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        return (after - before) / held.length;
    }

    private static Words words(int i) {
        return new Words("An agreed text of the plan, number " + i, List.of("first " + i, "second " + i), Map.of("k" + i, i + 1_000));
    }

    @Test void it_is_about_what_the_value_takes() {
        long measured = usedBy(20_000, WeightTest::words);
        assertThat(Weight.of(words(12_345))).isBetween(measured * 7 / 10, measured * 16 / 10);
    }

    @Test void long_words_weigh_what_they_are_and_twice_beyond_latin() {
        assertThat(Weight.of("x".repeat(10_000))).isBetween(10_000L, 10_100L);
        assertThat(Weight.of("\u2019" + "x".repeat(9_999))).isBetween(20_000L, 20_100L);
        assertThat(Weight.of(null)).isZero();
    }
}
