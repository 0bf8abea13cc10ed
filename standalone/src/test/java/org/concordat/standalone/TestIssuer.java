package org.concordat.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Signs the demo's people in for services that run as a real installation does: by an issuer of their own. */
final class TestIssuer {

    private final HttpServer server;
    private final RSAKey key;

    TestIssuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, Map.of("issuer", address(),
                "jwks_uri", address() + "/jwks", "subject_types_supported", new String[] {"public"})));
        server.createContext("/jwks", exchange -> answer(exchange, new JWKSet(key).toJSONObject()));
        server.createContext("/oauth2/token", exchange -> answer(exchange, Map.of("access_token", token(exchange))));
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private String token(HttpExchange exchange) {
        String basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        String person = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":")[0];
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder().issuer(address()).audience("concordat").subject(person)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(3600))).build();
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] json = JsonMapper.shared().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        try (var out = exchange.getResponseBody()) {
            out.write(json);
        }
    }
}
