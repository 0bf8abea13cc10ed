package org.concordat.command;

import org.concordat.wiring.WiringModule;
import org.concordat.wiring.server.OverAxonServer;
import org.concordat.wiring.start.ExitOnOutOfMemory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The write side as a process of its own: commands come and events go over Axon Server, nothing else is served. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WiringModule.class, OverAxonServer.class, CommandModule.class})
public class CommandService {

    /** Its settings have a name of their own, because another process may have both services on its class path. */
    public static void main(String[] arguments) {
        ExitOnOutOfMemory.orStartAgain();
        new SpringApplicationBuilder(CommandService.class).properties("spring.config.name=command-service").run(arguments);
    }
}
