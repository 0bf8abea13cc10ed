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
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;

/** Who comes in by which door; every other path is shut. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
@PropertySource("classpath:concordat-front.properties")
class SecurityChain {

    /** Everything from here; GraphiQL writes its own styles. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
        + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
        + " frame-ancestors 'none'";

    /** They measured each filter of each request, and nobody looked. */
    @Bean SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean AuthenticationManager tokens(JwtDecoder decoder) {
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(CallerToken::of);
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
            .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)))
            .build();
    }

    private static boolean webSocketHandshake(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
            && request.getRequestURI().equals(request.getContextPath() + "/graphql");
    }
}
