package org.concordat.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a pack: a line of JSON.
 *
 * @param payload  the very bytes that were recorded; null where the pack withholds them
 * @param withheld why there is no payload: {@code RESTRICTED}, {@code DISPOSED}; else empty
 */
record Evidence(byte[] bytes, Envelope envelope, byte @Nullable [] payload, byte @Nullable [] salt, String withheld,
                List<Sha256> proof) {

    private static final Set<String> MEMBERS = Set.of("envelope", "payload", "payloadBytes", "salt", "withheld", "proof");
    private static final Set<String> REASONS = Set.of("RESTRICTED", "DISPOSED");
    private static final int SALT = 32;

    /** @throws IllegalArgumentException with the reason, where the line is no entry */
    static Evidence parse(byte[] line) {
        Map<String, Object> all = Json.object(Json.utf8(line));
        if (!MEMBERS.containsAll(all.keySet())) throw new IllegalArgumentException("it has members that no entry has");
        if (!(all.get("envelope") instanceof String text)) throw new IllegalArgumentException("it has no envelope");
        byte[] envelope = text.getBytes(StandardCharsets.UTF_8);
        byte[] payload = all.get("payload") instanceof String words ? words.getBytes(StandardCharsets.UTF_8)
                : all.get("payloadBytes") instanceof String base64 ? Base64.getDecoder().decode(base64) : null;
        byte[] salt = all.get("salt") instanceof String hex ? HexFormat.of().parseHex(hex) : null;
        String withheld = all.get("withheld") instanceof String why ? why : "";
        if (payload == null ? !REASONS.contains(withheld) || salt != null : salt == null || !withheld.isEmpty()) {
            throw new IllegalArgumentException("it has neither payload and salt nor a reason why they are withheld");
        }
        return new Evidence(envelope, Envelope.parse(envelope), payload, salt, withheld, proof(all.get("proof")));
    }

    private static List<Sha256> proof(@Nullable Object given) {
        if (!(given instanceof List<?> list)) throw new IllegalArgumentException("its proof is missing");
        List<Sha256> proof = new ArrayList<>();
        for (Object hash : list) proof.add(Sha256.ofBase64(hash instanceof String base64 ? base64 : ""));
        return proof;
    }

    /** RFC 6962: entry 1 is leaf 0. */
    boolean isIn(long size, Sha256 root) {
        return Merkle.includes(Merkle.leaf(bytes), envelope.index() - 1, size, proof, root);
    }

    /** Whether the payload given is the one recorded; nothing is said of one that is withheld. */
    boolean isRecorded() {
        byte[] content = payload;
        byte[] random = salt;
        if (content == null || random == null) return true;
        boolean zero = true;
        for (byte b : random) zero &= b == 0;
        return random.length == SALT && zero == envelope.unsalted()
                && Sha256.over(random, content).hex().equals(envelope.text("payloadHash"));
    }
}
