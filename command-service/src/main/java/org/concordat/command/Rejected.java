package org.concordat.command;

import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.concordat.api.Rejection;

/** A refusal on its way out: its details are the {@link Rejection}, the same value in one JVM and across two. */
public final class Rejected extends CommandExecutionException {

    public Rejected(Rejection rejection) {
        super(rejection.sentence(), null, rejection, false);
    }

    public static void when(boolean refused, Rejection why) {
        if (refused) throw new Rejected(why);
    }

    /** Where the rejection can only be written once it is true. */
    public static void when(boolean refused, Supplier<Rejection> why) {
        if (refused) throw new Rejected(why.get());
    }
}
