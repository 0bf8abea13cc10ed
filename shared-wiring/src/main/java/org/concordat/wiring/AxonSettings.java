package org.concordat.wiring;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settings of Axon that are not for choosing: its handler time-outs can stop a processor, its update check calls out. */
public final class AxonSettings implements EnvironmentPostProcessor {

    @Override public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addFirst(new MapPropertySource("axon settings", Map.of(
                "axon.timeout.enabled", "false",
                "axon.update-check.disabled", "true",
                "disable-axoniq-console-message", "true")));
    }
}
