package org.concordat.proof;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A SHA-256: 32 bytes, equal by content. */
public final class Sha256 {

    public static final int BYTES = 32;

    private static final byte NODE = 0x01;
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::digest);

    private final byte[] bytes;

    private Sha256(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of the parts, one after the other. */
    public static Sha256 over(byte[]... parts) {
        MessageDigest digest = begun();
        for (byte[] part : parts) digest.update(part);
        return new Sha256(digest.digest());
    }

    /** RFC 6962, 2.1, among hashes that lie side by side: the one over the two at a place is put at another. */
    static void join(byte[] hashes, int two, int one) {
        MessageDigest digest = begun();
        digest.update(NODE);
        digest.update(hashes, two, 2 * BYTES);
        try {
            digest.digest(hashes, one, BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 has " + BYTES + " bytes", e);
        }
    }

    /** What a hash that was broken off left in it is gone. */
    private static MessageDigest begun() {
        MessageDigest digest = DIGEST.get();
        digest.reset();
        return digest;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @throws IllegalArgumentException where it is not 32 bytes */
    public static Sha256 of(byte[] hash) {
        if (hash.length != BYTES) throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + hash.length);
        return new Sha256(hash.clone());
    }

    /** @throws IllegalArgumentException where it is not 64 hex digits */
    public static Sha256 ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** @throws IllegalArgumentException where it is not the base64 of 32 bytes */
    public static Sha256 ofBase64(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    /** The hashes one after the other, as tiles hold them. */
    public static byte[] join(List<Sha256> hashes) {
        ByteBuffer all = ByteBuffer.allocate(hashes.size() * BYTES);
        for (Sha256 hash : hashes) all.put(hash.bytes);
        return all.array();
    }

    /** What {@link #join} put together; fewer bytes than a hash has at the end are left aside. */
    public static List<Sha256> split(byte[] hashes) {
        List<Sha256> all = new ArrayList<>(hashes.length / BYTES);
        for (int at = 0; at + BYTES <= hashes.length; at += BYTES) all.add(new Sha256(Arrays.copyOfRange(hashes, at, at + BYTES)));
        return all;
    }

    /** The bytes themselves: for who only reads them. */
    byte[] raw() {
        return bytes;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override public boolean equals(Object other) {
        return other instanceof Sha256 hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override public String toString() {
        return hex();
    }
}
