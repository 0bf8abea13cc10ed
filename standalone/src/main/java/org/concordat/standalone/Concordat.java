package org.concordat.standalone;

import org.concordat.command.CommandModule;
import org.concordat.query.QueryModule;
import org.concordat.wiring.WiringModule;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Both services and their database in one JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WiringModule.class, CommandModule.class, QueryModule.class, StoreModule.class, ReadyLine.class})
public class Concordat {

    public static void main(String[] arguments) {
        SpringApplication.run(Concordat.class, arguments);
    }
}
