package org.concordat.query.api;

import java.time.Duration;
import org.concordat.query.limits.Allowances;
import org.concordat.query.limits.Places;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The transports of the API and their limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
class Transports implements WebMvcConfigurer {

    /** After security: who is not signed in does not get a megabyte read. */
    @Bean FilterRegistrationBean<BodyLimit> bodyLimit(Limits limits) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(limits.body()));
        filter.addUrlPatterns("/graphql");
        return filter;
    }

    @Bean @SuppressWarnings("unchecked")
    Sockets graphQlWebSocketHandler(WebGraphQlHandler handler, JsonMapper json,
            @Value("${spring.graphql.websocket.connection-init-timeout}") Duration initTimeout,
            @Value("${spring.graphql.websocket.keep-alive}") Duration keepAlive, Allowances allowances, @Qualifier("sockets") Places sockets) {
        HttpMessageConverter<?> converter = new JacksonJsonHttpMessageConverter(json);
        return new Sockets(handler, (HttpMessageConverter<Object>) converter, initTimeout, keepAlive, allowances, sockets);
    }

    @Override public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/graphiql").setViewName("forward:/graphiql/index.html");
    }
}
