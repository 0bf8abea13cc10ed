package org.concordat.query.waiting;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.query.api.Cursor;
import org.jspecify.annotations.Nullable;

/** Where a duty comes in the list: by the entry its subject began with, then the part or proviso, then the kind. */
record Place(long index, int number, int kind) implements Comparable<Place> {

    private static final Pattern WRITTEN = Pattern.compile("(0[0-9]{18})\\.([0-9]{3,9})\\.([0-9])");
    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::index).thenComparingInt(Place::number).thenComparingInt(Place::kind);

    /** Null where the list is read from its beginning. */
    static @Nullable Place after(char kind, @Nullable String cursor) {
        String key = Cursor.key(kind, cursor);
        if (key == null) return null;
        Matcher written = WRITTEN.matcher(key);
        if (!written.matches()) throw Cursor.strange();
        return new Place(Long.parseLong(written.group(1)), Integer.parseInt(written.group(2)), Integer.parseInt(written.group(3)));
    }

    @Override public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override public String toString() {
        return "%019d.%03d.%d".formatted(index, number, kind);
    }
}
