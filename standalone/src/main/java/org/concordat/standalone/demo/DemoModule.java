package org.concordat.standalone.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** What only a demo has; without {@code concordat.demo=true} none of it exists. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "concordat.demo", havingValue = "true")
@ComponentScan
public class DemoModule {}
