package org.concordat.wiring.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.wiring.pool.Starving.Verdict.STARVES;
import static org.concordat.wiring.pool.Starving.Verdict.TOO_LONG;
import static org.concordat.wiring.pool.Starving.Verdict.WELL;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StarvingTest {

    private final Starving starving = new Starving(Duration.ofSeconds(60));
    private boolean answers = true;

    private Starving.Verdict after(int seconds, boolean allLent, int waiting, long returned) {
        return starving.judge(new Starving.Look(allLent, waiting, returned), Duration.ofSeconds(seconds).toNanos(), () -> answers);
    }

    @Test void a_pool_starves_that_gets_nothing_back_for_a_minute() {
        assertThat(after(0, false, 0, 5)).isEqualTo(WELL);
        assertThat(after(5, true, 0, 5)).isEqualTo(STARVES);
        assertThat(after(40, true, 3, 5)).isEqualTo(STARVES);
        assertThat(after(64, true, 0, 5)).isEqualTo(STARVES);
        assertThat(after(65, true, 0, 5)).isEqualTo(TOO_LONG);
    }

    @Test void a_busy_one_gets_something_back() {
        after(0, true, 9, 5);
        assertThat(after(59, true, 9, 6)).isEqualTo(WELL);
        assertThat(after(70, true, 9, 6)).isEqualTo(STARVES);
        assertThat(after(129, true, 9, 7)).isEqualTo(WELL);
    }

    @Test void nothing_ends_while_the_database_is_away_and_the_minute_begins_once_it_answers() {
        after(-5, false, 0, 5);
        answers = false;
        for (int second = 0; second < 600; second += 5) assertThat(after(second, true, 9, 5)).isEqualTo(WELL);
        answers = true;
        assertThat(after(600, true, 9, 5)).isEqualTo(STARVES);
        assertThat(after(655, true, 9, 5)).isEqualTo(STARVES);
        assertThat(after(660, true, 9, 5)).isEqualTo(TOO_LONG);
    }

    @Test void where_nobody_waits_nothing_ends() {
        after(-5, false, 0, 5);
        after(0, true, 0, 5);
        assertThat(after(600, true, 0, 5)).isEqualTo(STARVES);
        assertThat(after(605, true, 1, 5)).isEqualTo(TOO_LONG);
    }
}
