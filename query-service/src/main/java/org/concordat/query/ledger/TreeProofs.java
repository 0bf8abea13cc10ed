package org.concordat.query.ledger;

import java.util.List;
import java.util.Optional;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proofs from tiles. */
final class TreeProofs implements Proofs {

    private static final String SELECT =
            "select index, partnership, subject, version, envelope, payload, salt, leaf from ledger ";
    /** A range of one, as the ledger's own pages are read. */
    static final String OF_PARTNERSHIP = SELECT
            + "where partnership >= ? and partnership <= ? and index > ? order by partnership, index limit ?";
    private static final RowMapper<Recorded> ROW = (row, n) -> new Recorded(row.getLong("index"),
            row.getString("partnership").isEmpty() ? null : new PartnershipId(row.getString("partnership")),
            row.getString("subject"), row.getLong("version"), row.getBytes("envelope"), row.getBytes("payload"),
            row.getBytes("salt"), Sha256.of(row.getBytes("leaf")));

    private final JdbcClient jdbc;
    private final Tiles tiles;
    private final Progress progress;

    TreeProofs(JdbcClient jdbc, Tiles tiles, Progress progress) {
        this.jdbc = jdbc;
        this.tiles = tiles;
        this.progress = progress;
    }

    @Override public long size() {
        return progress.head();
    }

    @Override public Sha256 root(long size) {
        return Merkle.root(size, tiles.of(held(size)));
    }

    @Override public long sizeAnew() {
        return jdbc.sql("select coalesce(max(index), 0) from ledger").query(Long.class).single();
    }

    @Override public Sha256 rootAnew(long size) {
        return Merkle.root(size, tiles.anew().of(size));
    }

    @Override public List<Sha256> inclusion(long index, long size) {
        return Merkle.inclusion(index - 1, size, tiles.of(held(size)));
    }

    @Override public List<Sha256> consistency(long smaller, long larger) {
        return Merkle.consistency(smaller, larger, tiles.of(held(larger)));
    }

    @Override public List<Sha256> hashes(int level, long from, long to) {
        return tiles.hashes(level, from, to, size());
    }

    @Override public Optional<Recorded> recorded(long index) {
        return jdbc.sql(SELECT + "where index = ?").param(index).query(ROW).optional();
    }

    @Override public List<Recorded> recordedAfter(@Nullable PartnershipId partnership, long index, int limit) {
        return partnership == null
                ? jdbc.sql(SELECT + "where index > ? order by index limit ?").params(index, limit).query(ROW).list()
                : jdbc.sql(OF_PARTNERSHIP).params(partnership.value(), partnership.value(), index, limit).query(ROW).list();
    }

    private long held(long size) {
        if (size < 0 || size > size()) throw new IllegalArgumentException("there are " + size() + " entries, not " + size);
        return size;
    }
}
