package org.concordat.command.bus;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.concordat.command.act.Weighed;
import org.concordat.wiring.memory.Kept;
import org.concordat.wiring.memory.Memory;
import org.jspecify.annotations.Nullable;

/** Aggregates kept strongly, the most used of a bounded number: without it each command reads the whole history. */
final class AggregateCache implements Cache {

    /** What Axon needs around a thing. */
    private static final int AGGREGATE = 1_000;

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    AggregateCache(Memory memory) {
        entries = memory.cache(Kept.AGGREGATES, (_, value) -> AGGREGATE + weight(value));
    }

    /** It is put again after each command, so it is weighed as it is. */
    private static long weight(Object value) {
        return value instanceof AggregateCacheEntry<?> entry
                && entry.recreateAggregate(null, null, null, null).getAggregateRoot() instanceof Weighed root ? root.weight() : 0;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    @Override public <K, V> @Nullable V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    /** A thing whose creation was refused has no id, and there is nothing to keep. */
    @Override public void put(@Nullable Object key, Object value) {
        if (key != null) entries.put(key, value);
    }

    @Override public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @SuppressWarnings("unchecked")
    @Override public <T> T computeIfAbsent(Object key, Supplier<T> supplier) {
        return (T) entries.get(key, k -> supplier.get());
    }

    @SuppressWarnings("unchecked")
    @Override public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (k, value) -> update.apply((V) value));
    }

    @Override public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override public void removeAll() {
        entries.invalidateAll();
    }

    @Override public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    /** Only sagas listen to a cache, and there are none. */
    @Override public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("This cache is for aggregates, which do not listen to it");
    }
}
