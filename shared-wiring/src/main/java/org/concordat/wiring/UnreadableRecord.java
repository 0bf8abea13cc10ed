package org.concordat.wiring;

import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/** Something recorded that this version cannot read: nothing may be decided on a history that holds it. */
public final class UnreadableRecord extends SerializationException {

    public UnreadableRecord(String type, @Nullable Throwable cause) {
        super("This version cannot read a recorded " + type, cause);
    }
}
