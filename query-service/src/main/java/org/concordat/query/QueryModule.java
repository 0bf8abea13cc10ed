package org.concordat.query;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The front door and the read side, as one import. */
@Configuration(proxyBeanMethods = false)
// The main class beside this one is for a process of its own.
@ComponentScan(excludeFilters = @ComponentScan.Filter(SpringBootConfiguration.class))
public class QueryModule {}
