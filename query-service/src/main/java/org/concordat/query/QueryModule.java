package org.concordat.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The front door and the read side, as one import. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QueryModule {}
