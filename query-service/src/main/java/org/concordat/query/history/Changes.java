package org.concordat.query.history;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
        Map<Key, Object> old = Facts.of(before);
        Map<Key, Object> young = Facts.of(after);
        Words words = new Words(after.names());
        Words oldWords = new Words(before.names());
        TreeSet<Key> keys = new TreeSet<>(old.keySet());
        keys.addAll(young.keySet());
        TreeMap<Key, String> named = new TreeMap<>(Facts.subjects(before));
        named.putAll(Facts.subjects(after));
        return keys.stream().filter(key -> !Objects.equals(old.get(key), young.get(key)))
                .map(key -> change(key, named, old.get(key), young.get(key), oldWords, words));
    }

    private static Change change(Key key, Map<Key, String> named, @Nullable Object before, @Nullable Object after,
                                 Words oldWords, Words words) {
        String subject = named.getOrDefault(new Key(key.subject(), ""), key.subject());
        String was = empty(before) ? "" : ", was " + oldWords.of(before);
        String is = empty(after) ? " is no longer there" : " is " + words.of(after);
        return new Change(key.subject(), key.what(), before, after, subject + ": " + key.what() + is + was + ".");
    }

    private static boolean empty(@Nullable Object value) {
        return value == null || value instanceof Collection<?> all && all.isEmpty();
    }
}
