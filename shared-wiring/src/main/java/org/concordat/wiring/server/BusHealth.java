package org.concordat.wiring.server;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Readiness: Axon Server is connected. It comes back by itself, so this never asks for a restart. */
final class BusHealth extends AbstractHealthIndicator {

    private final AxonServerConnectionManager connections;

    BusHealth(AxonServerConnectionManager connections) {
        super("Axon Server did not answer.");
        this.connections = connections;
    }

    @Override protected void doHealthCheck(Health.Builder health) {
        boolean connected = connections.isConnected(connections.getDefaultContext());
        health.status(connected ? "UP" : "DOWN").withDetail("axonServer", connected ? "connected" : "out of reach");
    }
}
