package org.concordat.query.trail;

import java.time.Instant;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while the trail cannot be written: reads of restricted content and exports are refused meanwhile. */
final class TrailHealth extends AbstractHealthIndicator {

    private final JdbcTrail trail;

    TrailHealth(JdbcTrail trail) {
        super("The trail did not answer.");
        this.trail = trail;
    }

    @Override protected void doHealthCheck(Health.Builder health) {
        Instant since = trail.troubleSince();
        if (since == null) health.up(); else health.down().withDetail("problem", "Nothing could be written since " + since + ".");
        health.withDetail("size", trail.head().size());
    }
}
