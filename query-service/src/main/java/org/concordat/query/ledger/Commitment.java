package org.concordat.query.ledger;

import java.util.HexFormat;
import org.concordat.proof.Sha256;
import org.jspecify.annotations.Nullable;

/** What an envelope says of a payload without giving it away: SHA-256 over the salt's 32 bytes and the stored bytes. */
final class Commitment {

    /** A salt as the event brought it; {@code absent} where it brought none, and then it is 32 zero bytes. */
    record Salt(byte[] bytes, boolean absent) {}

    private static final int SALT_DIGITS = 64;

    private Commitment() {}

    static Salt salt(@Nullable Object hex) {
        return hex instanceof String s && s.length() == SALT_DIGITS && s.chars().allMatch(HexFormat::isHexDigit)
                ? new Salt(HexFormat.of().parseHex(s), false)
                : new Salt(new byte[SALT_DIGITS / 2], true);
    }

    /** The commitment an event brings along once its words are disposed of; null where it brings none. */
    static @Nullable String hashOrNull(@Nullable Object hex) {
        return hex instanceof String s && s.length() == SALT_DIGITS
                && s.chars().allMatch(c -> HexFormat.isHexDigit(c) && !Character.isUpperCase(c)) ? s : null;
    }

    /** 64 lower-case hex digits. */
    static String to(byte[] payload, Salt salt) {
        return Sha256.over(salt.bytes(), payload).hex();
    }
}
