package org.concordat.query;

import org.concordat.query.ledger.FollowingModule;
import org.concordat.wiring.WiringModule;
import org.concordat.wiring.server.OverAxonServer;
import org.concordat.wiring.start.ExitOnOutOfMemory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The front door and the read side as a process of its own; there may be several, and one of them writes the ledger. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WiringModule.class, OverAxonServer.class, FollowingModule.class, QueryModule.class})
public class QueryService {

    /** Its settings have a name of their own, because another process may have both services on its class path. */
    public static void main(String[] arguments) {
        ExitOnOutOfMemory.orStartAgain();
        new SpringApplicationBuilder(QueryService.class).properties("spring.config.name=query-service").run(arguments);
    }
}
