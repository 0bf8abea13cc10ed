package org.concordat.query.ledger;

import java.util.Arrays;
import java.util.List;
import org.concordat.proof.Sha256;
import org.concordat.proof.Tile;
import org.concordat.query.ledger.EntryCheck.Finding;
import org.concordat.wiring.Damage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stored tiles against the leaves they are over. */
record TileCheck(JdbcClient jdbc) {

    private static final int UNIT = Tiles.WIDTH;

    private record Filled(byte[] hashes, byte[] root) {}

    /** The tile over these leaves and, where it is the last of one, the tile over such tiles, and so on; the first that is wrong. */
    List<Finding> of(long number, List<Sha256> leaves) {
        List<Sha256> hashes = leaves;
        long n = number;
        for (int level = 0; hashes.size() == UNIT; level++) {
            String wrong = wrong(level, n, hashes);
            if (wrong != null) return List.of(finding(level, n, number, wrong));
            if ((n + 1) % UNIT != 0) return List.of();
            n /= UNIT;
            try {
                hashes = jdbc.sql("select root from ledger_tile where level = ? and n >= ? and n < ? order by n")
                        .params(level, n * UNIT, (n + 1) * UNIT).query((row, i) -> Sha256.of(row.getBytes(1))).list();
            } catch (RuntimeException e) {
                if (!Damage.is(e)) throw e;
                return List.of(finding(level + 1, n, number, "cannot be checked: a row of a tile under it is damaged."));
            }
        }
        return List.of();
    }

    private @Nullable String wrong(int level, long n, List<Sha256> hashes) {
        try {
            Filled tile = jdbc.sql("select hashes, root from ledger_tile where level = ? and n = ?").params(level, n)
                    .query((row, i) -> new Filled(row.getBytes(1), row.getBytes(2))).optional().orElse(null);
            if (tile == null) return "is missing.";
            boolean same = Arrays.equals(tile.hashes(), Sha256.join(hashes)) && Arrays.equals(tile.root(), new Tile(hashes).root().bytes());
            return same ? null : "is not the one that they give.";
        } catch (RuntimeException e) {
            if (Damage.is(e)) return "cannot be read: its row is damaged.";
            throw e;
        }
    }

    private static Finding finding(int level, long n, long number, String wrong) {
        return new Finding("", "Tile " + level + "/" + n + " of the tree, over the entries from "
                + ((number + 1) * UNIT - (1L << Byte.SIZE * (level + 1)) + 1) + " to " + (number + 1) * UNIT + (wrong.startsWith("is") ? ", " : " ")
                + wrong);
    }
}
