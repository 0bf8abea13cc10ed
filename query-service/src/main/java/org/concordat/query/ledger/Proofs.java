package org.concordat.query.ledger;

import java.util.List;
import java.util.Optional;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.proof.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as its tree proves it (RFC 6962). Entries are named by their index, from 1; the leaf of the entry at index n is
 * leaf number n − 1. Sizes are numbers of entries.
 */
public interface Proofs {

    /**
     * What a leaf hashes and what the envelope commits to.
     *
     * @param partnership null where the entry belongs to none
     * @param salt        with the payload, what the commitment is over; empty once its words are disposed of
     */
    record Recorded(long index, @Nullable PartnershipId partnership, String subject, long version, byte[] envelope,
                    byte[] payload, byte[] salt, Sha256 leaf) {}

    /** How many entries there are. */
    long size();

    /** The same, by the ledger itself and not by what this process remembers of it. */
    long sizeAnew();

    /** @throws IllegalArgumentException where there are fewer entries */
    Sha256 root(long size);

    /**
     * The same, from tiles read anew: what is checked is not what this process remembers.
     *
     * @throws IllegalStateException where the tree has a hole
     */
    Sha256 rootAnew(long size);

    /**
     * That the tree of that size holds the entry, lowest hash first.
     *
     * @throws IllegalArgumentException where it does not
     */
    List<Sha256> inclusion(long index, long size);

    /**
     * That the tree of the larger size begins with the smaller one.
     *
     * @throws IllegalArgumentException where there are fewer entries
     */
    List<Sha256> consistency(long smaller, long larger);

    /**
     * The hashes of a tile's level, at most 256 and all of one tile: level 0 are leaves, each further one the roots of whole tiles.
     *
     * @param from the number of the first, from 0
     * @param to   the number after the last
     */
    List<Sha256> hashes(int level, long from, long to);

    Optional<Recorded> recorded(long index);

    /** Entries of a partnership, or of all of them and of none (null), with a higher index, oldest first. */
    List<Recorded> recordedAfter(@Nullable PartnershipId partnership, long index, int limit);
}
