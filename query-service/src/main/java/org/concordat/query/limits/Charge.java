package org.concordat.query.limits;

import java.time.Duration;
import java.util.Map;

/**
 * What was used of a budget.
 *
 * @param cost what this operation used
 * @param left what the person may use now
 * @param per  the time in which the whole budget fills up again
 */
public record Charge(Budget budget, long cost, long left, Duration per) {

    public Map<String, Object> plain() {
        return Map.of("cost", cost, "left", left, "per", per.toString());
    }
}
