package org.concordat.query.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.concordat.proof.Tile;
import org.concordat.wiring.memory.Kept;
import org.concordat.wiring.memory.Memory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tree's hashes in tiles of 256 (C2SP tlog-tiles). Only whole tiles are stored, written once and never again; the right edge
 * is made of leaves and of the roots of whole tiles below it.
 */
final class Tiles {

    static final int WIDTH = Tile.WIDTH;
    /** 64 levels of a tree and no more: a size has 63 bits. */
    private static final int LEVELS = 8;

    private static final String LEAVES = "select leaf from ledger where index > ? and index <= ? order by index";
    private static final String ROOTS = "select root from ledger_tile where level = ? and n >= ? and n < ? order by n";
    private static final String TILE = "select hashes from ledger_tile where level = ? and n = ?";
    private static final String FILL =
            "insert into ledger_tile (level, n, hashes, root) values (?, ?, ?, ?) on conflict do nothing";
    private static final String FILLED = "select coalesce(max(n) + 1, 0) from ledger_tile where level = 0";

    private record Place(int level, long n) {}

    private final JdbcTemplate jdbc;
    private final Memory memory;
    /** Another one each time it forgets: a read begun before that keeps what it found in the former. */
    private volatile Cache<Place, Tile> kept;

    Tiles(JdbcTemplate jdbc, Memory memory) {
        this.jdbc = jdbc;
        this.memory = memory;
        kept = none();
    }

    /**
     * Stores the tiles that leaves after the first so many make whole; in the caller's transaction. What stands before them in
     * such a tile is read, since whoever wrote it last need not be this process.
     */
    void grown(long before, List<Sha256> leaves) {
        List<Object[]> rows = new ArrayList<>();
        long from = before;
        List<Sha256> added = leaves;
        for (int level = 0; level < LEVELS && (from + added.size()) / WIDTH > from / WIDTH; level++) {
            long first = from / WIDTH;
            List<Sha256> hashes = new ArrayList<>(read(level, first * WIDTH, from));
            hashes.addAll(added);
            List<Sha256> roots = new ArrayList<>();
            for (int at = 0; at + WIDTH <= hashes.size(); at += WIDTH) {
                List<Sha256> tile = hashes.subList(at, at + WIDTH);
                Sha256 root = new Tile(tile).root();
                rows.add(new Object[] {level, first + roots.size(), Sha256.join(tile), root.bytes()});
                roots.add(root);
            }
            from = first;
            added = roots;
        }
        if (!rows.isEmpty()) jdbc.batchUpdate(FILL, rows);
    }

    /** What a ledger from before there were tiles lacks; nothing where it lacks none. */
    void level(long size) {
        long filled = Objects.requireNonNull(jdbc.queryForObject(FILLED, Long.class));
        for (long n = filled; n < size / WIDTH; n++) grown(n * WIDTH, read(0, n * WIDTH, (n + 1) * WIDTH));
    }

    /** The same tiles without what is remembered of them. */
    Tiles anew() {
        return new Tiles(jdbc, memory);
    }

    void forget() {
        kept = none();
    }

    /** Each takes as much as a whole one: its hashes, and the roots between them. */
    private Cache<Place, Tile> none() {
        return memory.cache(Kept.TILES, (_, _) -> 2L * WIDTH * Sha256.BYTES);
    }

    /** The tree over the first so many entries, all of them committed. */
    Merkle.Nodes of(long size) {
        return (level, n) -> {
            int inside = level % Tile.HEIGHT;
            long first = n << inside;
            Tile tile = tile(level / Tile.HEIGHT, first / WIDTH, first + (1L << inside), size);
            return tile.at(inside, (int) (first % WIDTH >> inside));
        };
    }

    /** Hashes of a tile's level, all of one tile; as {@link #of}. */
    List<Sha256> hashes(int level, long from, long to, long size) {
        long n = from / WIDTH;
        return tile(level, n, to, size).hashes((int) (from - n * WIDTH), (int) (to - n * WIDTH));
    }

    /**
     * A tile up to a hash of its level at least, and as much of it as a tree of that size has. What it has never changes, so of
     * two that are remembered the wider one is right for both.
     */
    private Tile tile(int level, long n, long to, long size) {
        Cache<Place, Tile> remembered = kept;
        Place place = new Place(level, n);
        Tile known = remembered.getIfPresent(place);
        if (known != null && known.width() >= to - n * WIDTH) return known;
        Tile found = found(level, n, Math.max(to, Math.min((n + 1) * WIDTH, size >> level * Tile.HEIGHT)));
        remembered.asMap().merge(place, found, (one, other) -> one.width() > other.width() ? one : other);
        return found;
    }

    private Tile found(int level, long n, long to) {
        List<byte[]> whole = to < (n + 1) * WIDTH ? List.of() : jdbc.query(TILE, (row, i) -> row.getBytes(1), level, n);
        byte[] hashes = whole.isEmpty() ? Sha256.join(read(level, n * WIDTH, to)) : whole.getFirst();
        if (hashes.length != (to - n * WIDTH) * Sha256.BYTES) throw lacking(level, n * WIDTH, to);
        return new Tile(hashes);
    }

    private List<Sha256> read(int level, long from, long to) {
        if (from == to) return List.of();
        List<Sha256> hashes = level == 0 ? jdbc.query(LEAVES, (row, i) -> Sha256.of(row.getBytes(1)), from, to)
                : jdbc.query(ROOTS, (row, i) -> Sha256.of(row.getBytes(1)), level - 1, from, to);
        if (hashes.size() != to - from) throw lacking(level, from, to);
        return hashes;
    }

    private static IllegalStateException lacking(int level, long from, long to) {
        return new IllegalStateException("the tree lacks hashes of level " + level + " from " + from + " to " + to);
    }
}
