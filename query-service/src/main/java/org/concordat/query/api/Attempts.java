package org.concordat.query.api;

import org.concordat.api.PersonId;
import org.jspecify.annotations.Nullable;

/** Where a refused command is recorded, whatever refused it. */
public interface Attempts {

    /**
     * Never fails the answer.
     *
     * @param command   its name, e.g. {@code AcceptLead}
     * @param target    the id it was sent to, as far as it is one
     * @param commandId the client's own id for it; null where it gave none that could be one
     * @param code      as the client is told it
     */
    void refused(PersonId person, String command, @Nullable String target, @Nullable String commandId, String code);
}
