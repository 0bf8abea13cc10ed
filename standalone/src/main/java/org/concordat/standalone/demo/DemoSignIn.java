package org.concordat.standalone.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.concordat.query.identity.SignInOffer;
import org.concordat.query.identity.TokenRules;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The demonstration signs its own people in. Without {@code concordat.demo=true} none of this exists. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "concordat.demo", havingValue = "true")
class DemoSignIn {

    /** A name, not an address: were it taken from the request, whoever sends a Host header would choose it. */
    static final String ISSUER = "https://demo.concordat.example";

    /** The one endpoint there is; every other path is the front door's to refuse. */
    @Bean @Order(1) SecurityFilterChain demoTokens(HttpSecurity http) throws Exception {
        return http
            .securityMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/oauth2/token"))
            .oauth2AuthorizationServer(Customizer.withDefaults())
            .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
            .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            // The client's own secret comes with each request, never a cookie.
            .csrf(AbstractHttpConfigurer::disable)
            .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
            .build();
    }

    @Bean RegisteredClientRepository demoPeople() {
        return new DemoPeople();
    }

    @Bean OAuth2AuthorizationService demoAuthorizations() {
        return new ForgetfulAuthorizations();
    }

    @Bean AuthorizationServerSettings demoIssuer() {
        return AuthorizationServerSettings.builder().issuer(ISSUER).build();
    }

    /** A key for this run: tokens of an earlier one are not taken. */
    @Bean JWKSource<SecurityContext> demoKeys() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    /** Checks with the key at hand; asking our own address for it would need the port to be open already. */
    @Bean JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
            .jwsAlgorithms(allowed -> allowed.addAll(TokenRules.ALGORITHMS)).build();
        decoder.setJwtValidator(TokenRules.forIssuer(ISSUER));
        return decoder;
    }

    @Bean OAuth2TokenCustomizer<JwtEncodingContext> demoAudience() {
        return context -> context.getClaims().audience(List.of(TokenRules.AUDIENCE));
    }

    @Bean SignInOffer demoOffer() {
        return new SignInOffer(DemoPeople.ALL);
    }
}
