package org.concordat.wiring.memory;

/** How full the heap is. */
@FunctionalInterface
interface Heap {

    /** Percent in use, with nothing in it that could be collected. */
    int usedAfterCollecting();
}
