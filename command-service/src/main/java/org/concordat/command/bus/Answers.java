package org.concordat.command.bus;

import org.axonframework.commandhandling.CommandMessage;

/** Told of each command how it was answered. */
@FunctionalInterface
interface Answers {

    String RECORDED = "RECORDED";
    /** Neither a receipt nor a rejection: a mistake of ours. */
    String INTERNAL = "INTERNAL";

    /** @param code of the rejection, or one of the words above */
    void told(CommandMessage<?> command, String code);
}
