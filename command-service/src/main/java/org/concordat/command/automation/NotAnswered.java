package org.concordat.command.automation;

import org.jspecify.annotations.Nullable;

/** A command of Concordat's own got no answer: it is to be sent again, with the same id. */
final class NotAnswered extends RuntimeException {

    NotAnswered(String commandId, @Nullable Throwable cause) {
        super("No answer to " + commandId, cause);
    }
}
