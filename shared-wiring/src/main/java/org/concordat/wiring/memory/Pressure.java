package org.concordat.wiring.memory;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sheds load while memory is short. What is kept is dropped first; only if the heap is then still full are new reads refused, and
 * commands last. It looks again each second until there is enough.
 */
public final class Pressure {

    /** What a client is told to wait. */
    public static final Duration AGAIN = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Pressure.class);

    private final Memory memory;
    private final Heap heap;
    private final Thresholds thresholds;
    private volatile Shed shed = Shed.NOTHING;
    private volatile long since;

    Pressure(Memory memory, Heap heap, Thresholds thresholds) {
        this.memory = memory;
        this.heap = heap;
        this.thresholds = thresholds;
    }

    /** Nothing is ever short: for tests and tools. */
    public static Pressure none() {
        return new Pressure(Memory.usual(), () -> 0, new Thresholds(80, 88, 94, Duration.ofSeconds(30)));
    }

    public Shed shed() {
        return shed;
    }

    /** Whether it has refused for so long that somebody else should be asked. */
    boolean lasts() {
        return shed != Shed.NOTHING && System.nanoTime() - since > thresholds.unreadyAfter().toNanos();
    }

    /** A collection left that much in use, perhaps with garbage in it: whether that is worth a look. */
    boolean worthALook(int percent) {
        return shed != Shed.NOTHING || percent >= thresholds.dropAt();
    }

    /** Collects, drops and decides. */
    synchronized void look() {
        int used = heap.usedAfterCollecting();
        if (used >= thresholds.dropAt()) {
            memory.drop();
            used = heap.usedAfterCollecting();
        }
        Shed before = shed;
        Shed now = decided(before, used);
        if (now == before) return;
        if (before == Shed.NOTHING) since = System.nanoTime();
        shed = now;
        tell(before, used);
    }

    private Shed decided(Shed before, int used) {
        if (used >= thresholds.commandsAt()) return Shed.ALL;
        if (used >= thresholds.shedAt()) return before == Shed.ALL ? Shed.ALL : Shed.READS;
        return used < thresholds.enoughBelow() ? Shed.NOTHING : before == Shed.NOTHING ? Shed.NOTHING : Shed.READS;
    }

    /** One line when it begins and one when it ends; what lies between is a metric. */
    private void tell(Shed before, int used) {
        if (before == Shed.NOTHING) {
            LOG.warn("Memory is short: {} % of the heap is in use after collecting it and dropping what was kept. From now on {} are"
                    + " refused with OVERLOADED.", used, shed.words());
        } else if (shed == Shed.NOTHING) {
            LOG.warn("There is enough memory again after {} s: {} % of the heap is in use. Nothing is refused any more.",
                    Duration.ofNanos(System.nanoTime() - since).toSeconds(), used);
        }
    }
}
