package org.concordat.query.identity;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** The issuer of a real installation. Its keys are fetched at the first token: one out of reach stops no start. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "concordat.demo", havingValue = "false", matchIfMissing = true)
class Issuer {

    static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean JwtDecoder jwtDecoder(IdentitySettings settings) {
        String issuer = settings.required();
        SupplierJwtDecoder keys = new SupplierJwtDecoder(() -> decoder(issuer));
        return token -> {
            try {
                return keys.decode(token);
            } catch (JwtDecoderInitializationException e) {
                // A plain JwtException is the issuer's failure, not the token's: it is answered 503, not 401.
                throw new JwtException("the issuer is out of reach", e);
            }
        };
    }

    private static JwtDecoder decoder(String issuer) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        RestTemplate http = new RestTemplate(requests);
        http.getInterceptors().add(new AskedSeldom());
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).validateType(false)
            .restOperations(http)
            .jwsAlgorithms(allowed -> allowed.addAll(TokenRules.ALGORITHMS)).build();
        decoder.setJwtValidator(TokenRules.forIssuer(issuer));
        return decoder;
    }
}
