package org.concordat.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.concordat.proof.Sha256;
import org.concordat.proof.Tile;

/** The files of a log (C2SP tlog-tiles), each read whole and no longer than it may be. */
record Tiles(Path folder) {

    static final int HEIGHT = Tile.HEIGHT;
    static final int WIDTH = Tile.WIDTH;
    private static final int LENGTH = 2;

    int width(long tile, long size) {
        return (int) Math.min(WIDTH, size - tile * WIDTH);
    }

    List<Sha256> hashes(int level, long n, int width) {
        byte[] bytes = Inputs.bytes(path("tile/" + level, n, width), WIDTH * Sha256.BYTES);
        if (bytes.length != width * Sha256.BYTES) {
            throw new Unreadable("Tile " + level + "/" + n + " has " + bytes.length + " bytes, not " + width * Sha256.BYTES + ".");
        }
        return Sha256.split(bytes);
    }

    /** Each with its length before it, two bytes, the larger first. */
    List<byte[]> entries(long n, int width) {
        byte[] bytes = Inputs.bytes(path("tile/entries", n, width), WIDTH * (LENGTH + 0xffff));
        List<byte[]> entries = new ArrayList<>(width);
        int at = 0;
        while (at < bytes.length) {
            int from = at + LENGTH;
            int to = from > bytes.length ? from : from + ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff);
            if (to > bytes.length) throw new Unreadable("The entries of tile " + n + " end in the middle of one.");
            entries.add(Arrays.copyOfRange(bytes, from, to));
            at = to;
        }
        if (entries.size() != width) throw new Unreadable("Tile " + n + " holds " + entries.size() + " entries, not " + width + ".");
        return entries;
    }

    Sha256 root(List<Sha256> tile) {
        return new Tile(tile).root();
    }

    /** Three digits a folder, all but the last with an x before them; a tile that is not full says its width. */
    private Path path(String kind, long n, int width) {
        StringBuilder name = new StringBuilder(String.format("%03d", n % 1_000));
        for (long rest = n / 1_000; rest > 0; rest /= 1_000) name.insert(0, String.format("x%03d/", rest % 1_000));
        return folder.resolve(kind + "/" + name + (width == WIDTH ? "" : ".p/" + width));
    }
}
