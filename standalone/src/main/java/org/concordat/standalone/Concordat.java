package org.concordat.standalone;

import org.concordat.command.CommandModule;
import org.concordat.query.QueryModule;
import org.concordat.standalone.demo.DemoModule;
import org.concordat.standalone.disposal.DisposalModule;
import org.concordat.wiring.WiringModule;
import org.concordat.wiring.start.ExitOnOutOfMemory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Both services and their database in one JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
// The demo has a sign-in of its own; a real installation has none at all.
@EnableAutoConfiguration(exclude = {OAuth2AuthorizationServerAutoConfiguration.class,
    OAuth2AuthorizationServerJwtAutoConfiguration.class})
@Import({WiringModule.class, CommandModule.class, QueryModule.class, StoreModule.class, DisposalModule.class,
    DemoModule.class, ReadyLine.class})
public class Concordat {

    public static void main(String[] arguments) {
        ExitOnOutOfMemory.orStartAgain();
        if (CopyRun.asked(arguments)) CopyRun.start(arguments);
        else if (PurgeRun.asked(arguments)) PurgeRun.start(arguments);
        else SpringApplication.run(Concordat.class, arguments);
    }
}
