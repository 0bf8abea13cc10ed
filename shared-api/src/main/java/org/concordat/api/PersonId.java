package org.concordat.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An opaque person id: the subject of the person's token. The directory, not the history, knows whose it is. */
public record PersonId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:|@-]{0,127}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("is not a person id (a token's subject)");
    }

    @Override public String toString() {
        return value;
    }
}
