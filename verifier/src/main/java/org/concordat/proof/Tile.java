package org.concordat.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hashes of one level side by side, at most 256 (C2SP tlog-tiles), and those of every whole subtree over them: computed once,
 * and kept in 32 bytes each.
 */
public final class Tile {

    /** A tile spans this many levels of the tree. */
    public static final int HEIGHT = 8;
    public static final int WIDTH = 1 << HEIGHT;

    private final int width;
    /** Level by level, the lowest first. */
    private final byte[] nodes;

    /** @throws IllegalArgumentException where it is no whole number of hashes, or more than a tile holds */
    public Tile(byte[] hashes) {
        width = hashes.length / Sha256.BYTES;
        if (hashes.length % Sha256.BYTES != 0 || width > WIDTH) {
            throw new IllegalArgumentException("a tile has at most " + WIDTH + " hashes, not " + hashes.length + " bytes");
        }
        nodes = Arrays.copyOf(hashes, place(HEIGHT + 1, 0));
        for (int level = 1; level <= HEIGHT; level++) {
            for (int n = 0; n < width >> level; n++) Sha256.join(nodes, place(level - 1, 2 * n), place(level, n));
        }
    }

    public Tile(List<Sha256> hashes) {
        this(Sha256.join(hashes));
    }

    public int width() {
        return width;
    }

    /**
     * The hash over the tile's hashes {@code n·2^level} until {@code (n+1)·2^level}.
     *
     * @throws IllegalArgumentException where it does not hold all of them
     */
    public Sha256 at(int level, int n) {
        if (level > HEIGHT || n < 0 || n >= width >> level) {
            throw new IllegalArgumentException("a tile of " + width + " has no hash " + n + " of level " + level);
        }
        int at = place(level, n);
        return Sha256.of(Arrays.copyOfRange(nodes, at, at + Sha256.BYTES));
    }

    public List<Sha256> hashes(int from, int to) {
        List<Sha256> hashes = new ArrayList<>(to - from);
        for (int n = from; n < to; n++) hashes.add(at(0, n));
        return hashes;
    }

    /** @throws IllegalArgumentException where the tile is not whole */
    public Sha256 root() {
        return at(HEIGHT, 0);
    }

    private int place(int level, int n) {
        int lower = 0;
        for (int below = 0; below < level; below++) lower += width >> below;
        return (lower + n) * Sha256.BYTES;
    }
}
