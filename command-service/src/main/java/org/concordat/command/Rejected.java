package org.concordat.command;

import org.axonframework.commandhandling.CommandExecutionException;
import org.concordat.api.Rejection;

/** A refusal on its way out: its details are the {@link Rejection}, the same value in one JVM and across two. */
public final class Rejected extends CommandExecutionException {

    public Rejected(Rejection rejection) {
        super(rejection.sentence(), null, rejection, false);
    }
}
