package org.concordat.query.identity;

import static jakarta.servlet.DispatcherType.ASYNC;
import static jakarta.servlet.DispatcherType.ERROR;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;

/** Who comes in by which door; every other path is shut. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentitySettings.class, CorsSettings.class})
@PropertySource("classpath:concordat-front.properties")
class SecurityChain {

    /** Spring Security stands at -100. */
    private static final int BEFORE_SIGN_IN = -101;

    /** Answers are data: a browser that shows one as a page runs nothing in it. */
    private static final String DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** Everything from here; GraphiQL writes its own styles. */
    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
        + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
        + " frame-ancestors 'none'";

    /** They measured each filter of each request, and nobody looked. */
    @Bean SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean AuthenticationManager tokens(JwtDecoder decoder, IdentitySettings settings) {
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(jwt -> CallerToken.of(jwt, settings.operators()));
        return new KeptTokens(new ProviderManager(provider), Clock.systemUTC());
    }

    @Bean @Order(2) SecurityFilterChain frontDoor(HttpSecurity http, AuthenticationManager tokens, IdentitySettings settings) throws Exception {
        Unauthenticated unauthenticated = new Unauthenticated();
        return http
            .authorizeHttpRequests(paths -> paths
                .dispatcherTypeMatchers(ASYNC, ERROR).permitAll()
                .requestMatchers(GET, "/graphiql", "/graphiql/**").permitAll()
                .requestMatchers(GET, "/actuator/health/liveness", "/actuator/health/readiness").permitAll()
                // A browser cannot send a token with the handshake: it comes in connection_init, before any operation.
                .requestMatchers(SecurityChain::webSocketHandshake).permitAll()
                .requestMatchers(POST, "/imports").authenticated()
                .requestMatchers(GET, "/imports/*").authenticated()
                .requestMatchers(GET, "/directory/*").authenticated()
                .requestMatchers(PUT, "/directory/*").authenticated()
                .requestMatchers(DELETE, "/directory/*").authenticated()
                .requestMatchers(GET, "/ledger/checkpoint", "/ledger/tile/**", "/evidence").authenticated()
                .requestMatchers(POST, "/ledger/cosignatures", "/ledger/self-check").authenticated()
                .requestMatchers("/graphql", "/actuator/health").authenticated()
                .requestMatchers(GET, "/actuator/prometheus").access((signedIn, _) ->
                    new AuthorizationDecision(settings.operatedBy(signedIn.get())))
                .anyRequest().denyAll())
            .oauth2ResourceServer(server -> server
                .jwt(jwt -> jwt.authenticationManager(tokens))
                .authenticationEntryPoint(unauthenticated)
                .accessDeniedHandler(new Denied())
                .withObjectPostProcessor(unauthenticated.onFailure()))
            .exceptionHandling(e -> e.authenticationEntryPoint(unauthenticated).accessDeniedHandler(new Denied()))
            .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            // Only a bearer token signs in, and no browser adds one by itself: a foreign page has nothing to ride on.
            .csrf(AbstractHttpConfigurer::disable)
            .logout(AbstractHttpConfigurer::disable)
            .requestCache(AbstractHttpConfigurer::disable)
            .headers(SecurityChain::headers)
            .build();
    }

    /** HSTS is Spring's own, sent where the request came by TLS, as a proxy's forwarded headers may say. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
            .addHeaderWriter((request, response) -> response.setHeader("Content-Security-Policy", page(request) ? PAGE : DATA));
    }

    private static boolean page(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals("/graphiql") || path.startsWith("/graphiql/");
    }

    /** Before everything that reads the Origin header. */
    @Bean FilterRegistrationBean<Origins> origins(CorsConfiguration allowed) {
        FilterRegistrationBean<Origins> filter = new FilterRegistrationBean<>(new Origins(allowed));
        filter.setOrder(BEFORE_SIGN_IN);
        return filter;
    }

    @Bean CorsConfiguration allowedOrigins(CorsSettings settings) {
        return settings.allowed();
    }

    private static boolean webSocketHandshake(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
            && request.getRequestURI().equals(request.getContextPath() + "/graphql");
    }
}
