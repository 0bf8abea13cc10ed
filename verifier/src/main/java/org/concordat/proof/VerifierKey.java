package org.concordat.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of an Ed25519 key, as notes name it: {@code name+id+base64} (C2SP signed-note, “vkey”).
 *
 * @param type   what it signs
 * @param point  the 32 bytes of RFC 8032
 */
public record VerifierKey(String name, Type type, byte[] point) {

    /** What a key signs; the byte goes into its id, so that the same key cannot be taken for another kind. */
    public enum Type {
        /** A note's text. */
        NOTE(0x01),
        /** A checkpoint, with the time (C2SP tlog-cosignature). */
        COSIGNATURE(0x04);

        final byte code;

        Type(int code) {
            this.code = (byte) code;
        }
    }

    /** SubjectPublicKeyInfo of an Ed25519 key (RFC 8410) up to the key itself. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int POINT = 32;
    private static final int SIGNATURE = 64;

    public VerifierKey {
        if (!Note.isName(name)) throw new IllegalArgumentException("a key's name is not empty, without white space or +");
        if (point.length != POINT) throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
        point = point.clone();
    }

    /** @throws IllegalArgumentException with the reason, where it is no such key */
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) throw new IllegalArgumentException("a key is name+id+base64");
        byte[] material = Base64.getDecoder().decode(parts[2]);
        if (material.length != 1 + POINT) throw new IllegalArgumentException("the key is not an Ed25519 key");
        Type type = Arrays.stream(Type.values()).filter(t -> t.code == material[0]).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the key signs neither notes nor cosignatures"));
        VerifierKey key = new VerifierKey(parts[0], type, Arrays.copyOfRange(material, 1, material.length));
        if (!key.id().equals(parts[1])) throw new IllegalArgumentException("the key's id " + parts[1] + " is not its own");
        return key;
    }

    @Override public byte[] point() {
        return point.clone();
    }

    /** Eight hex digits: the beginning of SHA-256(name ‖ 0x0A ‖ type ‖ key). */
    public String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    byte[] idBytes() {
        byte[] hash = Sha256.over((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {type.code}, point).bytes();
        return Arrays.copyOf(hash, Integer.BYTES);
    }

    /** Whether the line says that it is of this key; it may still not hold. */
    public boolean named(Note.Line line) {
        return line.name().equals(name) && Arrays.equals(Arrays.copyOf(line.bytes(), Integer.BYTES), idBytes());
    }

    /** Whether this key signed the note: every line of its name and id must hold, and there is one. */
    public boolean signed(Note note) {
        return type == Type.NOTE && note.signatures().stream().anyMatch(this::named)
                && note.signatures().stream().filter(this::named).allMatch(line -> holds(utf8(note.text()), tail(line)));
    }

    /** When this key cosigned the checkpoint; nothing where it did not, or its line does not hold. */
    public Optional<Instant> cosigned(Note note) {
        if (type != Type.COSIGNATURE) return Optional.empty();
        return note.signatures().stream().filter(this::named).findFirst().flatMap(line -> cosigned(note.text(), line));
    }

    private Optional<Instant> cosigned(String text, Note.Line line) {
        byte[] said = tail(line);
        if (said.length != Long.BYTES + SIGNATURE) return Optional.empty();
        long time = ByteBuffer.wrap(said).getLong();
        byte[] signature = Arrays.copyOfRange(said, Long.BYTES, said.length);
        return time >= 0 && time <= Instant.MAX.getEpochSecond() && holds(cosigning(text, time), signature)
                ? Optional.of(Instant.ofEpochSecond(time)) : Optional.empty();
    }

    /** C2SP tlog-cosignature: two lines, then the checkpoint. */
    static byte[] cosigning(String checkpoint, long time) {
        return utf8("cosignature/v1\ntime " + time + "\n" + checkpoint);
    }

    private boolean holds(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(
                    ByteBuffer.allocate(X509.length + POINT).put(X509).put(point).array())));
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] tail(Note.Line line) {
        byte[] bytes = line.bytes();
        return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override public boolean equals(Object other) {
        return other instanceof VerifierKey key && toString().equals(key.toString());
    }

    @Override public int hashCode() {
        return toString().hashCode();
    }

    @Override public String toString() {
        byte[] material = ByteBuffer.allocate(1 + POINT).put(type.code).put(point).array();
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(material);
    }
}
