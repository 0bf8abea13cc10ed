package org.concordat.query.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** An issuer is asked for its keys when it has new ones, not whenever somebody sends a token. */
class IssuerTest {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private RSAKey key;
    private String address;

    @BeforeEach void start() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("real").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            String answer = exchange.getRequestURI().getPath().equals("/keys") ? new JWKSet(key.toPublicJWK()).toString()
                : "{\"issuer\":\"" + address + "\",\"jwks_uri\":\"" + address + "/keys\",\"subject_types_supported\":[\"public\"]}";
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach void stop() {
        server.stop(0);
    }

    private String token(String keyId) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), new JWTClaimsSet.Builder()
            .issuer(address).audience("concordat").subject("programme").expirationTime(Date.from(Instant.now().plusSeconds(600))).build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Test void tokens_of_unknown_keys_do_not_make_us_ask_the_issuer_each_time() throws Exception {
        JwtDecoder decoder = new Issuer().jwtDecoder(new IdentitySettings(address, List.of("programme"), List.of(), false));
        assertThat(decoder.decode(token("real")).getSubject()).isEqualTo("programme");
        for (int i = 0; i < 200; i++) {
            String forged = token("forged-" + i);
            assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(JwtException.class);
        }
        assertThat(asked.get()).isLessThan(30);
        assertThat(decoder.decode(token("real")).getSubject()).as("meanwhile").isEqualTo("programme");
    }
}
