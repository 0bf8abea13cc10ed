package org.concordat.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Merkle;
import org.concordat.proof.Note;
import org.concordat.proof.Sha256;
import org.concordat.proof.SignerKey;
import org.concordat.proof.VerifierKey;

/** A log with entries of one decision and its partnership, kept as its writer keeps it: what is changed here is changed for good. */
final class SmallLog {

    static final String ORIGIN = "mash.example/log";
    static final SignerKey LOG = SignerKey.generate(ORIGIN, VerifierKey.Type.NOTE);
    static final SignerKey POLICE = SignerKey.generate("police.example/witness", VerifierKey.Type.COSIGNATURE);
    static final Instant NIGHT = Instant.parse("2026-11-24T02:00:00Z");

    /** One event as it was recorded. */
    record Recorded(byte[] envelope, byte[] payload, byte[] salt) {}

    final List<Recorded> entries = new ArrayList<>();
    private final Map<String, Integer> versions = new TreeMap<>();

    static SmallLog of(int size) {
        SmallLog log = new SmallLog();
        log.add("partnership.WitnessKeyRegistered", "partnership-mash",
                "{\"partnershipId\":\"partnership-mash\",\"partner\":\"partner-mash.police\",\"key\":\"" + POLICE + "\"}");
        for (int i = 1; i < size; i++) log.add("decision.PositionRecorded", "decision-mash.vision", "{\"position\":{\"agree\":{\"comment\":\"Nº " + i + "\"}}}");
        return log;
    }

    void add(String type, String subject, String payload) {
        byte[] salt = Sha256.over(("salt " + entries.size()).getBytes(UTF_8)).bytes();
        byte[] bytes = payload.getBytes(UTF_8);
        int version = versions.merge(subject, 1, Integer::sum);
        Map<String, String> members = new TreeMap<>(Map.of("v", "1", "index", entries.size() + 1 + "", "event", "e" + entries.size(), "type", type,
                "subject", subject, "version", version + "", "partnership", "partnership-mash", "recordedAt", "2026-11-24T01:00:00.000Z",
                "effectiveOn", "2026-11-24", "payloadHash", Sha256.over(salt, bytes).hex()));
        entries.add(new Recorded(object(members).getBytes(UTF_8), bytes, salt));
    }

    static String object(Map<String, String> members) {
        return members.entrySet().stream().map(m -> string(m.getKey()) + ":" + string(m.getValue())).collect(Collectors.joining(",", "{", "}"));
    }

    static String string(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    int size() {
        return entries.size();
    }

    Sha256 node(int level, long n) {
        return level == 0 ? Merkle.leaf(entries.get((int) n).envelope()) : Merkle.node(node(level - 1, 2 * n), node(level - 1, 2 * n + 1));
    }

    Checkpoint head(int size) {
        return new Checkpoint(ORIGIN, size, Merkle.root(size, this::node));
    }

    Note signed(int size) {
        String text = head(size).text();
        return new Note(text, List.of(LOG.sign(text)));
    }

    Note cosigned(int size) {
        Note note = signed(size);
        return note.with(List.of(POLICE.cosign(note.text(), NIGHT)));
    }

    static String lines(List<Sha256> hashes) {
        return hashes.stream().map(h -> h.base64() + "\n").collect(Collectors.joining());
    }

    String line(int index) {
        Recorded entry = entries.get(index - 1);
        String proof = Merkle.inclusion(index - 1, size(), this::node).stream().map(h -> string(h.base64())).collect(Collectors.joining(",", "[", "]"));
        return "{\"envelope\":" + string(new String(entry.envelope(), UTF_8)) + ",\"payload\":" + string(new String(entry.payload(), UTF_8))
                + ",\"proof\":" + proof + ",\"salt\":\"" + HexFormat.of().formatHex(entry.salt()) + "\"}";
    }

    /** The log as files, C2SP tlog-tiles. */
    void write(Path folder) throws IOException {
        write(folder, size(), i -> entries.get(i).envelope());
        Files.writeString(folder.resolve("checkpoint"), signed(size()).toString());
    }

    /** @return the hashes of the lowest level whose tiles are all whole, or of the edge: the leaves first */
    static List<List<Sha256>> write(Path folder, int size, IntFunction<byte[]> envelope) throws IOException {
        List<Sha256> roots = new ArrayList<>();
        List<Sha256> edge = List.of();
        for (int n = 0; n * 256 < size; n++) {
            int to = Math.min(size, (n + 1) * 256);
            List<Sha256> leaves = new ArrayList<>();
            ByteBuffer bundle = ByteBuffer.allocate((to - n * 256) * 17_000);
            for (int i = n * 256; i < to; i++) {
                byte[] bytes = envelope.apply(i);
                leaves.add(Merkle.leaf(bytes));
                bundle.putShort((short) bytes.length).put(bytes);
            }
            put(folder, "tile/0", n, leaves);
            write(path(folder, "tile/entries", n, leaves.size()), Arrays.copyOf(bundle.array(), bundle.position()));
            if (leaves.size() == 256) roots.add(new Tiles(folder).root(leaves));
            else edge = leaves;
        }
        List<List<Sha256>> levels = new ArrayList<>(List.of(edge));
        for (int level = 1; !roots.isEmpty(); level++) {
            levels.add(roots);
            List<Sha256> above = new ArrayList<>();
            for (int n = 0; n * 256 < roots.size(); n++) {
                List<Sha256> tile = roots.subList(n * 256, Math.min(roots.size(), (n + 1) * 256));
                put(folder, "tile/" + level, n, tile);
                if (tile.size() == 256) above.add(new Tiles(folder).root(tile));
            }
            roots = above;
        }
        return levels;
    }

    private static void put(Path folder, String kind, int n, List<Sha256> hashes) throws IOException {
        ByteBuffer tile = ByteBuffer.allocate(hashes.size() * 32);
        hashes.forEach(h -> tile.put(h.bytes()));
        write(path(folder, kind, n, hashes.size()), tile.array());
    }

    static Path path(Path folder, String kind, int n, int width) {
        String high = n < 1_000 ? "" : String.format("x%03d/", n / 1_000);
        return folder.resolve(kind + "/" + high + String.format("%03d", n % 1_000) + (width == 256 ? "" : ".p/" + width));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
