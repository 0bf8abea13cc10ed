package org.concordat.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of bytes, of a text's in UTF-8, as 64 lower-case hex digits: partners sign up to what they read. */
public record Hash(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Hash {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("is not a SHA-256 (64 lower-case hex digits)");
    }

    public static Hash of(Text text) {
        return of(text.value().getBytes(StandardCharsets.UTF_8));
    }

    public static Hash of(byte[] bytes) {
        try {
            return new Hash(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override public String toString() {
        return value;
    }
}
