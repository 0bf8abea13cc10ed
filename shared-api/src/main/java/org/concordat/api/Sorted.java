package org.concordat.api;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** Sets in one order, by their words: the order of {@link Set#copyOf} differs from one start of the JVM to the next. */
public final class Sorted {

    private Sorted() {}

    /** An unmodifiable copy, so that what is stored or hashed has the same bytes wherever it is written. */
    public static <T> Set<T> copyOf(Collection<T> values) {
        Set<T> sorted = new TreeSet<>(Comparator.comparing(String::valueOf));
        sorted.addAll(values);
        return Collections.unmodifiableSet(sorted);
    }
}
