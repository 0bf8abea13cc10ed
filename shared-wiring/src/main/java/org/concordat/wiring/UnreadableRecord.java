package org.concordat.wiring;

import java.util.Optional;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/** Something recorded that this version cannot read: nothing may be decided on a history that holds it, nor shown of it. */
public final class UnreadableRecord extends SerializationException {

    private static final String EVENT_OF = "event of ";

    private final String what;

    public UnreadableRecord(String what, @Nullable Throwable cause) {
        super("This version cannot read a recorded " + what, cause);
        this.what = what;
    }

    /** An event in the history of a thing. */
    public static UnreadableRecord eventOf(String thing, @Nullable Throwable cause) {
        return new UnreadableRecord(EVENT_OF + thing, cause);
    }

    /** The thing in whose history it is, where that is known. */
    public Optional<String> history() {
        return what.startsWith(EVENT_OF) ? Optional.of(what.substring(EVENT_OF.length())) : Optional.empty();
    }

    /** Its place in words, such as {@code event of item-mash.leadership}. */
    public String what() {
        return what;
    }
}
