package org.concordat.wiring.memory;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Readiness: down only where load has been shed for long, so that a proxy asks another node. Liveness never asks. */
final class MemoryHealth extends AbstractHealthIndicator {

    private final Pressure pressure;

    MemoryHealth(Pressure pressure) {
        super("The memory could not be looked at.");
        this.pressure = pressure;
    }

    @Override protected void doHealthCheck(Health.Builder health) {
        health.status(pressure.lasts() ? "DOWN" : "UP").withDetail("refused", pressure.shed().words());
    }
}
