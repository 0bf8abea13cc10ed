package org.concordat.query.ledger;

import static org.concordat.query.ledger.Flaw.Part.CHECKPOINT;
import static org.concordat.query.ledger.Flaw.Part.TREE;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.concordat.proof.Checkpoint;
import org.concordat.proof.Frontier;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tree computed anew from the envelopes, against what is kept of it and against every head that it was known by. */
final class TreeCheck {

    private static final String TILE = "select hashes, root from ledger_tile where level = ? and n = ?";

    private final JdbcTemplate jdbc;
    private final Flaws flaws;
    private final Queue<Checkpoint> heads = new PriorityQueue<>(Comparator.comparingLong(Checkpoint::size));
    private final Frontier all = new Frontier();
    /** The hashes of each level that do not make a whole tile yet. */
    private final List<List<Sha256>> edges = new ArrayList<>();

    TreeCheck(JdbcTemplate jdbc, List<Checkpoint> known, Flaws flaws) {
        this.jdbc = jdbc;
        this.flaws = flaws;
        heads.addAll(known);
    }

    void add(byte[] envelope, Sha256 kept) {
        Sha256 leaf = Merkle.leaf(envelope);
        long index = all.size() + 1;
        if (!leaf.equals(kept)) {
            flaws.add(TREE, index, "The leaf of entry " + index + " is not the hash of its envelope.");
        }
        all.add(leaf);
        grow(0, leaf, index);
        while (!heads.isEmpty() && heads.peek().size() == index) head(heads.remove());
    }

    private void head(Checkpoint known) {
        if (known.root().equals(all.root())) return;
        flaws.add(CHECKPOINT, known.size(), "A checkpoint of " + known.size() + " entries is known with the root "
                + known.root().base64() + "; the entries on record have " + all.root().base64()
                + ": what is on record is not what it was when the checkpoint was made.");
    }

    private void grow(int level, Sha256 hash, long index) {
        if (edges.size() == level) edges.add(new ArrayList<>());
        List<Sha256> edge = edges.get(level);
        edge.add(hash);
        if (edge.size() < Tiles.WIDTH) return;
        long n = (index >> 8 * (level + 1)) - 1;
        Sha256 root = Merkle.root(Tiles.WIDTH, Tiles.within(edge));
        if (!kept(level, n, edge, root)) {
            flaws.add(TREE, index, "Tile " + n + " of level " + level + ", of the entries up to " + index
                    + ", is missing or is not made of their hashes.");
        }
        edge.clear();
        grow(level + 1, root, index);
    }

    private boolean kept(int level, long n, List<Sha256> hashes, Sha256 root) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Sha256.BYTES);
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        return jdbc.query(TILE, (row, i) -> Arrays.equals(row.getBytes(1), bytes.array())
                && Arrays.equals(row.getBytes(2), root.bytes()), level, n).stream().findFirst().orElse(false);
    }

    /** No more entries: heads that are larger were of more. */
    void end() {
        while (!heads.isEmpty()) {
            Checkpoint larger = heads.remove();
            flaws.add(CHECKPOINT, larger.size(), "A checkpoint of " + larger.size() + " entries is known, and there are only "
                    + all.size() + ": the end of the record is missing.");
        }
    }
}
