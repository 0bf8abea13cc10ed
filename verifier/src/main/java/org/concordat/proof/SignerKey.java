package org.concordat.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Both halves of an Ed25519 key. As text: the private half, a line end, the public half; whoever holds that can sign. */
public final class SignerKey {

    private static final String BEGINS = "PRIVATE+KEY+";
    /** PrivateKeyInfo of an Ed25519 key (RFC 8410) up to the seed. */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final int SEED = 32;

    private final byte[] seed;
    private final VerifierKey verifier;

    private SignerKey(byte[] seed, VerifierKey verifier) {
        this.seed = seed;
        this.verifier = verifier;
    }

    public static SignerKey generate(String name, VerifierKey.Type type) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] point = pair.getPublic().getEncoded();
            byte[] seed = pair.getPrivate().getEncoded();
            return new SignerKey(Arrays.copyOfRange(seed, seed.length - SEED, seed.length),
                    new VerifierKey(name, type, Arrays.copyOfRange(point, point.length - SEED, point.length)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of today has Ed25519", e);
        }
    }

    /**
     * @param text two lines: the private half {@code PRIVATE+KEY+name+id+base64} and the public half
     * @throws IllegalArgumentException with the reason, which never repeats the text
     */
    public static SignerKey parse(String text) {
        String[] lines = text.strip().split("\\s+");
        if (lines.length != 2 || !lines[0].startsWith(BEGINS)) {
            throw new IllegalArgumentException("a signing key is two lines, " + BEGINS + "… and the public key");
        }
        VerifierKey verifier = VerifierKey.parse(lines[1]);
        String[] parts = lines[0].substring(BEGINS.length()).split("\\+", 3);
        byte[] material = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        boolean alike = material.length == 1 + SEED && parts[0].equals(verifier.name()) && parts[1].equals(verifier.id())
                && material[0] == verifier.type().code;
        if (!alike) throw new IllegalArgumentException("the private and the public line are not of one key");
        SignerKey key = new SignerKey(Arrays.copyOfRange(material, 1, material.length), verifier);
        if (!key.works()) throw new IllegalArgumentException("the private and the public line are not of one key");
        return key;
    }

    private boolean works() {
        String text = "try\n";
        Note note = new Note(text, verifier.type() == VerifierKey.Type.NOTE
                ? java.util.List.of(sign(text)) : java.util.List.of(cosign(text, Instant.EPOCH)));
        return verifier.signed(note) || verifier.cosigned(note).isPresent();
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** A signature of a note's text. */
    public Note.Line sign(String text) {
        demand(VerifierKey.Type.NOTE);
        return line(signature(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A statement that at this time this was the largest consistent tree seen. */
    public Note.Line cosign(String checkpoint, Instant at) {
        demand(VerifierKey.Type.COSIGNATURE);
        long time = at.getEpochSecond();
        byte[] signature = signature(VerifierKey.cosigning(checkpoint, time));
        return line(ByteBuffer.allocate(Long.BYTES + signature.length).putLong(time).put(signature).array());
    }

    private void demand(VerifierKey.Type type) {
        if (verifier.type() != type) throw new IllegalStateException("this key is for " + verifier.type());
    }

    private Note.Line line(byte[] said) {
        byte[] id = verifier.idBytes();
        return new Note.Line(verifier.name(), ByteBuffer.allocate(id.length + said.length).put(id).put(said).array());
    }

    private byte[] signature(byte[] text) {
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(
                    ByteBuffer.allocate(PKCS8.length + SEED).put(PKCS8).put(seed).array()));
            Signature sign = Signature.getInstance("Ed25519");
            sign.initSign(key);
            sign.update(text);
            return sign.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs everything", e);
        }
    }

    /** The secret: for the key's file alone. */
    public String secret() {
        byte[] material = ByteBuffer.allocate(1 + SEED).put(verifier.type().code).put(seed).array();
        return BEGINS + verifier.name() + "+" + verifier.id() + "+" + Base64.getEncoder().encodeToString(material) + "\n"
                + verifier + "\n";
    }

    @Override public String toString() {
        return verifier.toString();
    }
}
