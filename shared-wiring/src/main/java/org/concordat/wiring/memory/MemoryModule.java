package org.concordat.wiring.memory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Memory is shared out and watched alike in every process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HeapShares.class, Thresholds.class})
public class MemoryModule {

    @Bean Memory memory(HeapShares shares) {
        return new Memory(shares, Runtime.getRuntime().maxMemory());
    }

    @Bean Pressure memoryPressure(Memory memory, Thresholds thresholds) {
        return new Pressure(memory, new JvmHeap(), thresholds);
    }

    @Bean PressureWatch memoryWatch(Pressure pressure) {
        return new PressureWatch(pressure);
    }

    @Bean MemoryMeters memoryMeters(Memory memory, Pressure pressure) {
        return new MemoryMeters(memory, pressure);
    }

    @Bean MemoryHealth memoryHealthIndicator(Pressure pressure) {
        return new MemoryHealth(pressure);
    }
}
