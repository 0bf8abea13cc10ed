package org.concordat.query.limits;

import io.github.bucket4j.TimeMeter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted for each person. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Allowances.class)
class LimitsModule {

    @Bean TimeMeter budgetsTime() {
        return TimeMeter.SYSTEM_NANOTIME;
    }

    @Bean Places operationsAtOnce(Allowances allowances) {
        return new Places("requests under way", allowances.operations());
    }

    @Bean Places subscriptions(Allowances allowances) {
        return new Places("subscriptions", allowances.subscriptions());
    }

    @Bean Places sockets(Allowances allowances) {
        return new Places("sockets", allowances.socketsEach());
    }

    /** After security, which says who asks, and before a body is read. */
    @Bean FilterRegistrationBean<Doors> doors(@Qualifier("operationsAtOnce") Places operations, Budgets budgets) {
        FilterRegistrationBean<Doors> filter = new FilterRegistrationBean<>(new Doors(operations, budgets));
        filter.setOrder(0);
        return filter;
    }
}
