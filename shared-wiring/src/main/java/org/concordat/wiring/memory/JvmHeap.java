package org.concordat.wiring.memory;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** This process's heap, by whichever collector it has. */
final class JvmHeap implements Heap {

    private static final Set<String> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getName).collect(Collectors.toSet());

    @Override public int usedAfterCollecting() {
        System.gc();
        long used = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> POOLS.contains(pool.getName()))
                .map(MemoryPoolMXBean::getCollectionUsage).mapToLong(usage -> usage == null ? 0 : usage.getUsed()).sum();
        return percent(used);
    }

    private static int percent(long used) {
        return (int) (100 * used / Runtime.getRuntime().maxMemory());
    }

    /** Tells after each collection how much it left; what answers runs on the JVM's own thread and must be quick. */
    static Runnable afterEachCollection(IntConsumer left) {
        NotificationListener listener = (notification, _) -> told(notification, left);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) emitter.addNotificationListener(listener, null, null);
        }
        return () -> ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> silence(collector, listener));
    }

    private static void silence(GarbageCollectorMXBean collector, NotificationListener listener) {
        try {
            if (collector instanceof NotificationEmitter emitter) emitter.removeNotificationListener(listener);
        } catch (ListenerNotFoundException gone) {
            // It listens no more, which is what was asked.
        }
    }

    private static void told(Notification notification, IntConsumer left) {
        if (!GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(notification.getType())) return;
        Map<String, MemoryUsage> after = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                .getGcInfo().getMemoryUsageAfterGc();
        left.accept(percent(after.entrySet().stream().filter(pool -> POOLS.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed()).sum()));
    }
}
