package org.concordat.query.proving;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.proof.Sha256;
import org.concordat.query.ledger.Proofs;
import org.concordat.query.ledger.Proofs.Recorded;

/** The bytes of tiles and entry bundles. A bundle holds envelopes, so no content of an act. */
final class Bundles {

    /** @param of the partnerships that it holds entries of */
    record Bundle(byte[] bytes, List<PartnershipId> of) {}

    private final Proofs proofs;

    Bundles(Proofs proofs) {
        this.proofs = proofs;
    }

    byte[] hashes(TilePath tile) {
        return Sha256.join(proofs.hashes(tile.level(), tile.first(), tile.first() + tile.width()));
    }

    /** Each envelope after its length in two bytes, which 16,384 fit into. */
    Bundle entries(TilePath tile) {
        List<Recorded> entries = proofs.recordedAfter(null, tile.first(), tile.width());
        ByteBuffer bytes = ByteBuffer.allocate(entries.stream().mapToInt(e -> Short.BYTES + e.envelope().length).sum());
        for (Recorded entry : entries) bytes.putShort((short) entry.envelope().length).put(entry.envelope());
        return new Bundle(bytes.array(), entries.stream().map(e -> Optional.ofNullable(e.partnership()))
                .flatMap(id -> id.stream()).distinct().toList());
    }

    /** All that a tree of the size has and one of the smaller size had not. */
    static Stream<TilePath> grown(long before, long size) {
        Stream.Builder<TilePath> grown = Stream.builder();
        for (int level = 0; level < Long.SIZE / Byte.SIZE && size >> Byte.SIZE * level > 0; level++) {
            long hashes = size >> Byte.SIZE * level;
            long had = before >> Byte.SIZE * level;
            if (hashes == had) continue;
            for (long n = had / TilePath.WIDTH; n <= hashes / TilePath.WIDTH; n++) {
                int width = (int) Math.min(TilePath.WIDTH, hashes - n * TilePath.WIDTH);
                if (width == 0) continue;
                grown.add(new TilePath(false, level, n, width));
                if (level == 0) grown.add(new TilePath(true, 0, n, width));
            }
        }
        return grown.build();
    }
}
