package org.concordat.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The read side as one import: everything in this package and below it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QueryModule {}
