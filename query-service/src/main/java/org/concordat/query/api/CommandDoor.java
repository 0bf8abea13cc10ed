package org.concordat.query.api;

import java.time.LocalDate;
import org.concordat.api.PersonId;
import org.concordat.api.Receipt;
import org.jspecify.annotations.Nullable;

/** The one way from the front door to the rules. */
public interface CommandDoor {

    /**
     * Sends a command and waits, at most ten seconds, for its receipt.
     *
     * @param effectiveOn     the day the act claims; null is today in the partnership's time zone
     * @param expectedVersion the version the client believes the thing to have; null asks nothing
     * @throws Refused with the rejection, where it is refused or the store does not answer in time
     */
    Receipt send(PersonId person, Object command, String commandId, @Nullable LocalDate effectiveOn,
                 @Nullable Long expectedVersion);
}
