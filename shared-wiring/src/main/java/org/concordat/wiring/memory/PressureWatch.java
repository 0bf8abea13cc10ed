package org.concordat.wiring.memory;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Looks at the heap when a collection left it nearly full, and each second while load is shed; otherwise it costs nothing. */
final class PressureWatch implements SmartLifecycle {

    /** A look collects the whole heap, which takes time: no more often than this, and no more than a tenth of all time. */
    private static final long PAUSE = 1_000_000_000;
    private static final int TIMES = 9;

    private final Pressure pressure;
    private final Semaphore wanted = new Semaphore(0);
    private volatile @Nullable Thread watching;
    private Runnable silence = () -> {};

    PressureWatch(Pressure pressure) {
        this.pressure = pressure;
    }

    @Override public void start() {
        silence = JvmHeap.afterEachCollection(percent -> {
            if (pressure.worthALook(percent)) wanted.release();
        });
        // A thread of the platform's: under pressure there may be no carrier free for a virtual one.
        watching = Thread.ofPlatform().daemon().name("memory").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                if (pressure.shed() == Shed.NOTHING) wanted.acquire();
                long began = System.nanoTime();
                pressure.look();
                TimeUnit.NANOSECONDS.sleep(Math.max(PAUSE, TIMES * (System.nanoTime() - began)));
                wanted.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override public void stop() {
        silence.run();
        Thread thread = watching;
        if (thread != null) thread.interrupt();
        watching = null;
    }

    @Override public boolean isRunning() {
        return watching != null;
    }
}
