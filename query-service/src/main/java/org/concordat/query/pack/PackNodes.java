package org.concordat.query.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.concordat.query.ledger.Proofs;

/** The tree as one pack reads it, entry after entry: neighbours share most of their way, so what was read last is kept. */
final class PackNodes implements Merkle.Nodes {

    private static final int HEIGHT = 8;
    private static final int KEPT = 4_096;

    private record Place(int level, long n) {}

    private final Proofs proofs;
    private final Map<Place, Sha256> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override protected boolean removeEldestEntry(Map.Entry<Place, Sha256> eldest) {
            return size() > KEPT;
        }
    };

    PackNodes(Proofs proofs) {
        this.proofs = proofs;
    }

    @Override public Sha256 at(int level, long n) {
        Place place = new Place(level, n);
        Sha256 known = kept.get(place);
        if (known != null) return known;
        int inside = level % HEIGHT;
        Sha256 hash = inside == 0 ? proofs.hashes(level / HEIGHT, n, n + 1).getFirst() : Merkle.node(at(level - 1, 2 * n), at(level - 1, 2 * n + 1));
        kept.put(place, hash);
        return hash;
    }
}
