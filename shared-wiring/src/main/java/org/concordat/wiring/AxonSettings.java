package org.concordat.wiring;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settings of Axon that are not for choosing: its handler time-outs can stop a processor, its update check calls out,
 * and its default serializer would be made although nothing uses it.
 */
public final class AxonSettings implements EnvironmentPostProcessor {

    @Override public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addFirst(new MapPropertySource("axon settings", Map.of(
                "axon.timeout.enabled", "false",
                "axon.update-check.disabled", "true",
                "axon.serializer.general", "jackson3",
                "axon.serializer.messages", "jackson3",
                "axon.serializer.events", "jackson3",
                "disable-axoniq-console-message", "true")));
    }
}
