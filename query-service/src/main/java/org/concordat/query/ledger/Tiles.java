package org.concordat.query.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Objects;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tree's hashes in tiles of 256 (C2SP tlog-tiles). Only whole tiles are kept, written once and never again; the right edge
 * is made of leaves and of the roots of whole tiles below it.
 */
final class Tiles implements Merkle.Nodes {

    static final int WIDTH = 256;
    /** A tile spans this many levels of the tree. */
    private static final int HEIGHT = 8;
    /** 64 levels of a tree and no more: a size has 63 bits. */
    private static final int LEVELS = 8;
    private static final long KEPT = 1_000;

    private static final String LEAVES = "select leaf from ledger where index > ? and index <= ? order by index";
    private static final String ROOTS = "select root from ledger_tile where level = ? and n >= ? and n < ? order by n";
    private static final String TILE = "select hashes from ledger_tile where level = ? and n = ?";
    private static final String FILL =
            "insert into ledger_tile (level, n, hashes, root) values (?, ?, ?, ?) on conflict do nothing";
    private static final String FILLED = "select coalesce(max(n) + 1, 0) from ledger_tile where level = 0";

    private record Place(int level, long n) {}

    private final JdbcTemplate jdbc;
    private final Cache<Place, List<Sha256>> whole = Caffeine.newBuilder().maximumSize(KEPT).build();

    Tiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the tiles that entries after the first number, up to the second, have made whole; in the caller's transaction. */
    void grown(long before, long after) {
        long from = before;
        long to = after;
        for (int level = 0; level < LEVELS && to / WIDTH > from / WIDTH; level++) {
            from /= WIDTH;
            to /= WIDTH;
            for (long n = from; n < to; n++) fill(level, n);
        }
    }

    /** What a ledger from before there were tiles lacks; nothing where it lacks none. */
    void level(long size) {
        long filled = Objects.requireNonNull(jdbc.queryForObject(FILLED, Long.class));
        for (long n = filled; n < size / WIDTH; n++) grown(n * WIDTH, (n + 1) * WIDTH);
    }

    /** The same tiles without what is remembered of them. */
    Tiles anew() {
        return new Tiles(jdbc);
    }

    /** The root over the hashes of a whole tile. */
    static Sha256 whole(List<Sha256> hashes) {
        return Merkle.root(WIDTH, Merkle.over(hashes));
    }

    void forget() {
        whole.invalidateAll();
    }

    private void fill(int level, long n) {
        List<Sha256> hashes = read(level, n * WIDTH, (n + 1) * WIDTH);
        jdbc.update(FILL, level, n, Sha256.join(hashes), whole(hashes).bytes());
    }

    /** Hashes of a tile's level: of one whole tile, or of the edge, as many as there are. */
    List<Sha256> hashes(int level, long from, long to) {
        long n = from / WIDTH;
        if (to <= (n + 1) * WIDTH) {
            List<Sha256> tile = tile(level, n);
            if (!tile.isEmpty()) return tile.subList((int) (from - n * WIDTH), (int) (to - n * WIDTH));
        }
        return read(level, from, to);
    }

    /** Empty while the tile is not whole. */
    private List<Sha256> tile(int level, long n) {
        Place place = new Place(level, n);
        List<Sha256> kept = whole.getIfPresent(place);
        if (kept != null) return kept;
        List<Sha256> found = jdbc.query(TILE, (row, i) -> Sha256.split(row.getBytes(1)), level, n).stream().findFirst()
                .orElse(List.of());
        if (!found.isEmpty()) whole.put(place, found);
        return found;
    }

    private List<Sha256> read(int level, long from, long to) {
        List<Sha256> hashes = level == 0 ? jdbc.query(LEAVES, (row, i) -> Sha256.of(row.getBytes(1)), from, to)
                : jdbc.query(ROOTS, (row, i) -> Sha256.of(row.getBytes(1)), level - 1, from, to);
        if (hashes.size() != to - from) {
            throw new IllegalStateException("the tree lacks hashes of level " + level + " from " + from + " to " + to);
        }
        return hashes;
    }

    @Override public Sha256 at(int level, long n) {
        int inside = level % HEIGHT;
        List<Sha256> under = hashes(level / HEIGHT, n << inside, (n + 1) << inside);
        return Merkle.root(under.size(), Merkle.over(under));
    }
}
