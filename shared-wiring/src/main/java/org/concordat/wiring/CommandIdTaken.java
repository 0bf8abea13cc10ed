package org.concordat.wiring;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.concordat.api.Receipt;

/** A command with that id is on record in the partnership already, and nothing of this append is: no race was lost. */
public final class CommandIdTaken extends EventStoreException {

    private final transient Receipt earlier;
    private final boolean repeated;

    /**
     * @param earlier  what the command on record was answered
     * @param repeated whether this is the same command, sent again
     */
    public CommandIdTaken(Receipt earlier, boolean repeated) {
        super("The command id " + earlier.commandId() + " is taken");
        this.earlier = earlier;
        this.repeated = repeated;
    }

    public Receipt earlier() {
        return earlier;
    }

    public boolean repeated() {
        return repeated;
    }
}
