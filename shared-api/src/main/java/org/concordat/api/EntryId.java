package org.concordat.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Id of a ledger entry: the thing it is about and its number in that thing's history, e.g. {@code entry-item-mash.leadership@3}. */
public record EntryId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("entry-[a-z]+-[A-Za-z0-9._-]{1,200}@[1-9][0-9]{0,17}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EntryId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("is not the id of an entry, such as entry-partnership-mash@1");
        }
    }

    /** @param version the number of the event in the subject's history, from 1 */
    public static EntryId of(String subject, long version) {
        return new EntryId("entry-" + subject + "@" + version);
    }

    public String subject() {
        return value.substring("entry-".length(), value.lastIndexOf('@'));
    }

    public long version() {
        return Long.parseLong(value.substring(value.lastIndexOf('@') + 1));
    }

    @Override public String toString() {
        return value;
    }
}
