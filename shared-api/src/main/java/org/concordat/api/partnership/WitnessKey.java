package org.concordat.api.partnership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.api.Hash;

/** The public key a partner cosigns checkpoints with: {@code name+id+base64} (C2SP tlog-cosignature, Ed25519). */
public record WitnessKey(@JsonValue String value) {

    /** A name as of an address, never a person's; eight hex digits; type 4 and 32 bytes in base64. */
    private static final Pattern FORM = Pattern.compile("([a-z0-9][a-z0-9./-]{0,99})\\+([0-9a-f]{8})\\+(B[A-Za-z0-9+/]{43})");
    private static final int TYPE = 0x04;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WitnessKey {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) throw new IllegalArgumentException("is not a witness key (name+id+base64 of an Ed25519 cosigner)");
        byte[] key = Base64.getDecoder().decode(form.group(3));
        if (key[0] != TYPE) throw new IllegalArgumentException("is the key of no cosigner: its type is not 4");
        if (!id(form.group(1), key).equals(form.group(2))) throw new IllegalArgumentException("has an id that is not its own");
    }

    /** C2SP: SHA-256(name, a line end, type, key), its first four bytes. */
    private static String id(String name, byte[] key) {
        byte[] line = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(line, line.length + key.length);
        System.arraycopy(key, 0, all, line.length, key.length);
        return Hash.of(all).value().substring(0, 8);
    }

    /** Whether both are the same key, under whatever name: a cosignature does not say which of two names it is of. */
    public boolean alike(WitnessKey other) {
        return point().equals(other.point());
    }

    private String point() {
        return value.substring(value.indexOf('+', value.indexOf('+') + 1));
    }

    @Override public String toString() {
        return value;
    }
}
