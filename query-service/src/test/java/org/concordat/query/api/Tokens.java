package org.concordat.query.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** Tokens, good and forged. */
final class Tokens {

    static final String ISSUER = "https://issuer.example";
    static final RSAKey KEY = key();

    private Tokens() {}

    static String good() {
        return with(UnaryOperator.identity());
    }

    static String with(UnaryOperator<JWTClaimsSet.Builder> claims) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), signer(KEY), claims);
    }

    static String expiring(Instant moment) {
        return with(c -> c.issueTime(Date.from(moment.minusSeconds(600))).expirationTime(Date.from(moment)));
    }

    static String unsigned() {
        return new PlainJWT(claims().build()).serialize();
    }

    /** The public key taken for a shared secret. */
    static String hs256() throws JOSEException {
        MACSigner signer = new MACSigner(KEY.toRSAPublicKey().getEncoded());
        return signed(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.getKeyID()).build(), signer, c -> c);
    }

    static String ofAnotherKey() {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), signer(key()), c -> c);
    }

    static String withKeyId(String keyId) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), signer(key()), c -> c);
    }

    static String rs512() {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(KEY.getKeyID()).build(), signer(KEY), c -> c);
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(ISSUER).audience("concordat").subject("programme")
            .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(600)));
    }

    private static String signed(JWSHeader header, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> claims) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims.apply(claims()).build());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
