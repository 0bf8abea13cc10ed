package org.concordat.wiring.server;

import java.time.Duration;

/** The message is the sentence that the person at the keyboard reads. */
final class ServerMissing extends RuntimeException {

    ServerMissing(String server, Duration waited, String why) {
        super("Axon Server at " + server + " did not answer for " + waited.toSeconds() + " s (" + why
                + "): start it, or say where it is with --concordat.axonserver=HOST:PORT and --concordat.axonserver.token=.");
    }
}
