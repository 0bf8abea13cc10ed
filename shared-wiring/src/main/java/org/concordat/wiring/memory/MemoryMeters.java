package org.concordat.wiring.memory;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What is kept in memory, what it may take, and what is refused for want of it. */
record MemoryMeters(Memory memory, Pressure pressure) implements MeterBinder {

    @Override public void bindTo(MeterRegistry registry) {
        for (Kept kept : Kept.values()) {
            Gauge.builder("concordat.kept.bytes", memory, m -> m.weight(kept)).tag("kept", kept.word())
                    .description("What it is thought to take in memory").register(registry);
            Gauge.builder("concordat.kept.share.bytes", memory, m -> m.share(kept)).tag("kept", kept.word())
                    .description("What it may take in memory").register(registry);
        }
        Gauge.builder("concordat.memory.shedding", pressure, p -> p.shed().ordinal())
                .description("0: nothing is refused; 1: new reads are; 2: commands too").register(registry);
    }
}
