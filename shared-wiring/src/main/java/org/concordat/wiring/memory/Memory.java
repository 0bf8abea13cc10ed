package org.concordat.wiring.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place that caches come from: each has a share of the heap and is weighed in bytes. What is bigger than its share is
 * used and not kept. All of it is dropped where memory is short.
 */
public final class Memory {

    /** Caches weigh in whole numbers of 32 bits, so they count these. */
    private static final int UNIT = 64;
    /** What a cache itself needs for an entry. */
    private static final int ENTRY = 120;

    private final HeapShares shares;
    private final long heap;
    private final Map<Kept, List<WeakReference<Cache<?, ?>>>> caches = Stream.of(Kept.values())
            .collect(Collectors.toUnmodifiableMap(kept -> kept, _ -> new CopyOnWriteArrayList<>()));

    public Memory(HeapShares shares, long heap) {
        this.shares = shares;
        this.heap = heap;
    }

    /** The usual shares of this process's heap. */
    public static Memory usual() {
        return new Memory(HeapShares.usual(), Runtime.getRuntime().maxMemory());
    }

    /** @param bytes about what an entry takes, key included; asked again whenever it is put */
    public <K, V> Cache<K, V> cache(Kept kept, ToLongBiFunction<K, V> bytes) {
        return cache(kept, bytes, Caffeine.newBuilder());
    }

    /** @param how what else is wished of the cache, e.g. that entries end by themselves */
    public <K, V> Cache<K, V> cache(Kept kept, ToLongBiFunction<K, V> bytes, Caffeine<Object, Object> how) {
        // What is too much goes at once, on the thread that brought it, and not when another thread finds the time.
        Cache<K, V> cache = how.executor(Runnable::run).maximumWeight(Math.max(1, share(kept) / UNIT))
                .<K, V>weigher((key, value) -> units(ENTRY + bytes.applyAsLong(key, value))).build();
        List<WeakReference<Cache<?, ?>>> all = Objects.requireNonNull(caches.get(kept));
        all.removeIf(gone -> gone.get() == null);
        all.add(new WeakReference<>(cache));
        return cache;
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, 1 + bytes / UNIT);
    }

    /** The bytes it may take. */
    public long share(Kept kept) {
        return shares.of(kept, heap);
    }

    /** The bytes that histories on their way into views may take, all together. */
    public long folds() {
        return shares.ofFolds(heap);
    }

    /** The bytes it is thought to take. */
    public long weight(Kept kept) {
        return live(kept).mapToLong(cache -> cache.policy().eviction().orElseThrow().weightedSize().orElseThrow()).sum() * UNIT;
    }

    /** Everything that is kept; it is read again when it is asked for. */
    public void drop() {
        for (Kept kept : Kept.values()) live(kept).forEach(Cache::invalidateAll);
    }

    private Stream<Cache<?, ?>> live(Kept kept) {
        return Objects.requireNonNull(caches.get(kept)).stream().<Cache<?, ?>>map(WeakReference::get).filter(Objects::nonNull);
    }
}
