package org.concordat.command.act;

import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.Roll;

/** Reads a partnership's roll from its own stream, to its head at that moment. */
@FunctionalInterface
public interface Rolls {

    /** @param version the number of events read; 0 where there is no such partnership */
    record Read(Roll roll, long version) {}

    Read of(PartnershipId partnership);

    /** Drops what is kept of that partnership: its stream says less than it did. */
    default void drop(PartnershipId partnership) {}
}
