package org.concordat.query.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.concordat.api.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class BudgetsTest {

    private static final PersonId PERSON = new PersonId("programme");

    /** Time stands still until it is moved. */
    private static final class Clock implements TimeMeter {
        private long now = Duration.ofDays(1).toNanos();

        void goesOn(Duration time) {
            now += time.toNanos();
        }

        @Override public long currentTimeNanos() {
            return now;
        }

        @Override public boolean isWallClockBased() {
            return false;
        }
    }

    private final Clock clock = new Clock();
    private final Allowances defaults = Binder.get(new MockEnvironment()).bindOrCreate("concordat.limits", Allowances.class);
    private final Budgets budgets = new Budgets(defaults, clock);

    @Test void ten_minutes_of_a_dashboard_and_an_import_of_two_thousand_actions_meet_no_refusal() {
        assertThatCode(() -> {
            for (int second = 0; second < 600; second++) {
                // A page of eight panels, each asking for a whole plan's worth every five seconds.
                if (second % 5 == 0) for (int panel = 0; panel < 8; panel++) budgets.take(PERSON, Budget.READING, Budget.BASE + 50_000);
                // Two thousand actions drawn up, given a lead and accepted, one after the other, within the first minute.
                if (second < 60) budgets.take(PERSON, Budget.ACTING, 100);
                clock.goesOn(Duration.ofSeconds(1));
            }
        }).doesNotThrowAnyException();
    }

    @Test void a_flood_is_refused_with_when_to_come_back() {
        TooMany refused = catchThrowableOfType(TooMany.class, () -> {
            for (int i = 0; i < 100_000; i++) budgets.take(PERSON, Budget.READING, Budget.BASE + 50_000);
        });
        assertThat(refused.retryAfter()).isBetween(1L, 60L);
        assertThat(refused.sentence()).startsWith("You have used your budget for reading: 10000000 fields every minute. Ask again in ");
        assertThat(refused.details()).containsEntry("budget", "reading").containsEntry("allowed", 10_000_000L);
        clock.goesOn(Duration.ofSeconds(refused.retryAfter()));
        assertThat(budgets.take(PERSON, Budget.READING, Budget.BASE + 50_000).cost()).isEqualTo(50_500);
    }

    @Test void reading_never_stops_acting() {
        assertThatThrownBy(() -> {
            for (int i = 0; i < 100_000; i++) budgets.take(PERSON, Budget.READING, 50_000);
        }).isInstanceOf(TooMany.class);
        assertThat(budgets.take(PERSON, Budget.ACTING, 1).left()).isEqualTo(5_999);
        assertThat(budgets.take(PERSON, Budget.PACKS, 1).left()).isEqualTo(59);
        assertThat(budgets.take(PERSON, Budget.PROOFS, 1).left()).isEqualTo(5_999);
    }

    @Test void nobody_pays_for_another() {
        budgets.take(PERSON, Budget.PACKS, 60);
        assertThatThrownBy(() -> budgets.take(PERSON, Budget.PACKS, 1)).isInstanceOf(TooMany.class);
        assertThat(budgets.take(new PersonId("police"), Budget.PACKS, 1).left()).isEqualTo(59);
    }

    @Test void what_costs_more_than_a_whole_budget_uses_the_whole_and_is_not_refused_for_ever() {
        assertThat(budgets.take(PERSON, Budget.PACKS, 1_000).left()).isZero();
    }

    @Test void as_many_as_are_allowed_at_once_and_each_leaves_once() {
        Places places = new Places("requests under way", 2);
        Places.Place first = places.take(PERSON);
        places.take(PERSON);
        TooMany refused = catchThrowableOfType(TooMany.class, () -> places.take(PERSON));
        assertThat(refused.sentence()).isEqualTo("You have 2 requests under way; no more are allowed at once. Wait until one has ended.");
        first.leave();
        first.leave();
        places.take(PERSON);
        assertThatThrownBy(() -> places.take(PERSON)).isInstanceOf(TooMany.class);
    }

    @Test void who_has_nothing_under_way_is_forgotten() {
        Places places = new Places("requests under way", 2);
        places.take(PERSON).leave();
        assertThat(places.of(PERSON)).isZero();
    }

    @Test void a_setting_that_allows_nothing_is_refused_in_a_sentence() {
        MockEnvironment wrong = new MockEnvironment().withProperty("concordat.limits.sockets-each", "0");
        assertThatThrownBy(() -> Binder.get(wrong).bind("concordat.limits", Allowances.class))
            .rootCause().hasMessage("Set --concordat.limits.sockets-each to 1 or more.");
    }
}
