package org.concordat.query.imports;

import org.concordat.query.api.Refused;
import java.time.LocalDate;
import org.concordat.api.Receipt;

/** The way to the write side, in the name of whoever is calling. */
public interface CommandDoor {

    /**
     * Sends a command and waits for its answer.
     *
     * @throws Refused where the write side rejects it, or cannot be reached (kind UNAVAILABLE)
     */
    Receipt send(Object command, String commandId, LocalDate effectiveOn);

    /** Waits a moment until what this receipt is for can be read, so that the next to ask is told the truth. */
    default void settle(Receipt last) {}
}
