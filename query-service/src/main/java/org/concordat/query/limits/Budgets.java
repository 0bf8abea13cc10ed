package org.concordat.query.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.concordat.api.PersonId;
import org.springframework.stereotype.Component;

/** Each person's budgets, kept in this process: several query nodes have one each. */
@Component
public class Budgets {

    private record Of(PersonId person, Budget budget) {}

    /** A budget nobody used for its whole time is full again, so forgetting it changes nothing. */
    private final Cache<Of, Bucket> buckets;
    private final Allowances allowances;
    private final TimeMeter time;

    Budgets(Allowances allowances, TimeMeter time) {
        this.allowances = allowances;
        this.time = time;
        this.buckets = Caffeine.newBuilder().maximumSize(20_000).expireAfterAccess(allowances.per().plusMinutes(1)).build();
    }

    /**
     * An operation that costs more than the whole budget waits for the whole budget.
     *
     * @throws TooMany when less is left; then nothing is used
     */
    public Charge take(PersonId person, Budget budget, long cost) {
        long whole = allowances.of(budget);
        ConsumptionProbe probe = buckets.get(new Of(person, budget), this::filled).tryConsumeAndReturnRemaining(Math.clamp(cost, 1, whole));
        if (!probe.isConsumed()) {
            throw TooMany.overTime(budget, cost, probe.getRemainingTokens(), whole, allowances.per(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        return new Charge(budget, cost, probe.getRemainingTokens(), allowances.per());
    }

    private Bucket filled(Of of) {
        long whole = allowances.of(of.budget());
        return Bucket.builder().addLimit(limit -> limit.capacity(whole).refillGreedy(whole, allowances.per()))
            .withCustomTimePrecision(time).build();
    }
}
