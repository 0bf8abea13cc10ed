package org.concordat.query.history;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.concordat.query.history.Facts.Key;
import org.concordat.query.moment.PartnershipView;
import org.jspecify.annotations.Nullable;

/** What differs between two moments: both views laid flat and compared, so nothing can be forgotten field by field. */
public final class Changes {

    private Changes() {}

    /** In the order of subject and field. */
    public static Stream<Change> between(PartnershipView before, PartnershipView after) {
        return between(Facts.of(before), Facts.of(after), Called.at(before), Called.at(after));
    }

    static Stream<Change> between(Map<Key, Object> old, Map<Key, Object> young, Called then, Called now) {
        TreeSet<Key> keys = new TreeSet<>(old.keySet());
        keys.addAll(young.keySet());
        return keys.stream().filter(key -> !Objects.equals(old.get(key), young.get(key)))
                .map(key -> change(key, old.get(key), young.get(key), then, now));
    }

    private static Change change(Key key, @Nullable Object before, @Nullable Object after, Called then, Called now) {
        String subject = now.subject(key.subject(), then);
        String was = empty(before) ? "" : ", was " + then.words().of(before);
        String is = empty(after) ? " is no longer there" : " is " + now.words().of(after);
        return new Change(key.subject(), key.what(), before, after, subject + ": " + key.what() + is + was + ".");
    }

    private static boolean empty(@Nullable Object value) {
        return value == null || value instanceof Collection<?> all && all.isEmpty();
    }
}
