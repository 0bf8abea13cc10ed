package org.concordat.query.api;

import java.time.Duration;
import java.time.LocalDate;
import org.concordat.query.limits.Allowances;
import org.concordat.query.limits.Places;
import org.concordat.wiring.memory.Pressure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
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

    @Bean GraphQlHttpHandler graphQlHttpHandler(WebGraphQlHandler handler) {
        return new OneAnswer(handler);
    }

    @Bean GraphQlSseHandler graphQlSseHandler(WebGraphQlHandler handler, @Value("${spring.graphql.http.sse.timeout}") Duration timeout,
            @Value("${spring.graphql.http.sse.keep-alive}") Duration keepAlive) {
        return new AnyEvents(handler, timeout, keepAlive);
    }

    @Bean WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals() {
        return tomcat -> tomcat.addContextCustomizers(RefusalValve::install);
    }

    @Bean FilterRegistrationBean<SheddingFilter> sheddingFilter(ObjectProvider<Pressure> pressure) {
        FilterRegistrationBean<SheddingFilter> filter =
                new FilterRegistrationBean<>(new SheddingFilter(pressure.getIfAvailable(Pressure::none)));
        filter.addUrlPatterns("/imports/*", "/evidence", "/ledger/*");
        return filter;
    }

    @Bean @SuppressWarnings("unchecked")
    Sockets graphQlWebSocketHandler(WebGraphQlHandler handler, JsonMapper json, CorsConfiguration allowedOrigins,
            @Value("${spring.graphql.websocket.connection-init-timeout}") Duration initTimeout,
            @Value("${spring.graphql.websocket.keep-alive}") Duration keepAlive, Allowances allowances, @Qualifier("sockets") Places sockets) {
        HttpMessageConverter<?> converter = new JacksonJsonHttpMessageConverter(json);
        return new Sockets(handler, (HttpMessageConverter<Object>) converter, initTimeout, keepAlive, allowedOrigins, allowances, sockets);
    }

    /** The pages are no addresses of the API, and sign-in is not ours: an issuer adds what it likes. */
    @Override public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/graphql", "/evidence", "/ledger/**", "/imports/**", "/directory/**");
    }

    @Override public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, Scalars::day);
    }

    @Override public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/graphiql").setViewName("forward:/graphiql/index.html");
    }
}
