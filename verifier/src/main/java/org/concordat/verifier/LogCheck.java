package org.concordat.verifier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.jspecify.annotations.Nullable;

/** Judges a whole log in the layout of C2SP tlog-tiles: every entry hashed, every tile and the root compared. */
final class LogCheck {

    private static final int AT_ONCE = 64;

    private final Tiles tiles;
    private final Findings findings;
    private final Head head;
    private final List<List<Sha256>> levels = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();
    private String lastly = "";

    LogCheck(Path folder, Findings findings) {
        tiles = new Tiles(folder);
        this.findings = findings;
        head = Inputs.head(folder.resolve("checkpoint"));
    }

    void run(Options options) {
        long size = head.size();
        List<Sha256> full = new ArrayList<>();
        List<Sha256> rest = List.of();
        for (long first = 0; first * Tiles.WIDTH < size; first += AT_ONCE) {
            long until = Math.min(first + AT_ONCE, (size + Tiles.WIDTH - 1) / Tiles.WIDTH);
            for (Bundle bundle : LongStream.range(first, until).parallel().mapToObj(this::read).toList()) {
                sequence(bundle);
                if (bundle.root() != null) full.add(bundle.root());
                else rest = bundle.leaves();
            }
        }
        levels.add(rest);
        if (levels(full, size)) findings.holds("Each of the " + size + " entries is in its tile, in its one form and in order,"
                + " and every tile follows from those below.");
        Sha256 root = Merkle.root(size, this::at);
        findings.judge(root.equals(head.checkpoint().root()), "The entries give the root of the checkpoint, " + root.base64() + ".",
                "The entries give the root " + root.base64() + ", the checkpoint says " + head.checkpoint().root().base64()
                        + ": an entry was changed, put in, taken out or moved, or the checkpoint is of another log.");
        signed(options);
        options.paths("--held").forEach(file -> held(file, Inputs.head(file)));
    }

    private void signed(Options options) {
        var keys = options.keys("--key", org.concordat.proof.VerifierKey.Type.NOTE);
        if (keys.isEmpty()) {
            findings.note("The log's key was not given (--key): who signed the checkpoint was not judged.");
            return;
        }
        new Signatures(keys, true, Map.of()).signed("The checkpoint of " + Shown.of(head.checkpoint().origin()) + " over "
                + head.size() + " entries", head.note(), findings);
    }

    private void held(Path file, Head held) {
        Checkpoint old = held.checkpoint();
        String what = "The checkpoint that you hold (" + Shown.of(file.getFileName() + "") + ", " + old.size() + " entries)";
        if (!old.origin().equals(head.checkpoint().origin())) {
            findings.fails(what + " is of another log, " + Shown.of(old.origin()) + ".");
        } else if (old.size() > head.size()) {
            findings.fails(what + " is larger than the log, " + head.size() + ": the end of the log was cut off, or it is an old copy.");
        } else {
            findings.judge(Merkle.root(old.size(), this::at).equals(old.root()), what + " is the head of this log's first entries,"
                    + " unchanged.", what + " is not the head of this log's first entries: REWRITTEN since you took it, or a FORK.");
        }
    }

    /** @param root over the leaves; null where they are not a whole tile's */
    private record Bundle(List<Sha256> leaves, @Nullable Sha256 root, List<Envelope> envelopes, List<String> problems) {}

    private Bundle read(long tile) {
        int width = tiles.width(tile, head.size());
        List<byte[]> entries = tiles.entries(tile, width);
        List<Sha256> leaves = entries.stream().map(Merkle::leaf).toList();
        List<Envelope> envelopes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            long index = tile * Tiles.WIDTH + i + 1;
            try {
                Envelope envelope = Envelope.parse(entries.get(i));
                envelopes.add(envelope);
                if (envelope.index() != index) problems.add("Entry " + index + " says that it is entry " + envelope.index() + ": it was moved.");
            } catch (IllegalArgumentException e) {
                problems.add("Entry " + index + " is no envelope: " + e.getMessage() + ".");
            }
        }
        List<Sha256> stored = tiles.hashes(0, tile, width);
        IntStream.range(0, width).filter(i -> !leaves.get(i).equals(stored.get(i))).forEach(i -> problems.add("Entry "
                + (tile * Tiles.WIDTH + i + 1) + " is not the one that the tree was made over: it was changed."));
        return new Bundle(leaves, width == Tiles.WIDTH ? tiles.root(leaves) : null, envelopes, problems);
    }

    private void sequence(Bundle bundle) {
        bundle.problems().forEach(findings::fails);
        for (Envelope envelope : bundle.envelopes()) {
            String at = envelope.text("recordedAt");
            if (at.compareTo(lastly) < 0) findings.fails("Entry " + envelope.index() + " was recorded before the entry before it.");
            lastly = at;
            long expected = versions.getOrDefault(envelope.subject(), 0L) + 1;
            if (envelope.version() != expected) findings.fails("Entry " + envelope.index() + " is version " + envelope.version() + " of "
                    + Shown.of(envelope.subject()) + "; version " + expected + " was to follow.");
            versions.put(envelope.subject(), envelope.version());
        }
    }

    /** @return whether all that is stored above the leaves follows from them */
    private boolean levels(List<Sha256> lowest, long size) {
        int before = findings.failed();
        List<Sha256> hashes = lowest;
        for (int level = 1; !hashes.isEmpty(); level++) {
            levels.add(hashes);
            List<Sha256> next = new ArrayList<>();
            for (int n = 0; n * Tiles.WIDTH < hashes.size(); n++) {
                List<Sha256> tile = hashes.subList(n * Tiles.WIDTH, Math.min((n + 1) * Tiles.WIDTH, hashes.size()));
                if (!tiles.hashes(level, n, tile.size()).equals(tile)) findings.fails("Tile " + level + "/" + n + " does not follow from"
                        + " the tiles below it: it was changed.");
                if (tile.size() == Tiles.WIDTH) next.add(tiles.root(tile));
            }
            hashes = next;
        }
        return findings.failed() == before && size >= 0;
    }

    /** The hash of a whole subtree, from the hashes computed; leaves of full tiles are read again, after they were compared. */
    private Sha256 at(int level, long n) {
        if (level % Tiles.HEIGHT != 0) return Merkle.node(at(level - 1, 2 * n), at(level - 1, 2 * n + 1));
        if (level > 0) return levels.get(level / Tiles.HEIGHT).get((int) n);
        long tile = n / Tiles.WIDTH;
        long last = head.size() / Tiles.WIDTH;
        List<Sha256> leaves = tile == last ? levels.get(0) : tiles.hashes(0, tile, Tiles.WIDTH);
        return leaves.get((int) (n % Tiles.WIDTH));
    }

    static boolean isLog(Path folder) {
        return Files.isDirectory(folder);
    }
}
