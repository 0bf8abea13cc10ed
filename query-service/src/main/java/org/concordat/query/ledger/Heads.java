package org.concordat.query.ledger;

import java.util.List;
import org.concordat.proof.Checkpoint;

/** The heads that this log is known to have had: signed by it, or cosigned by a partner. */
@FunctionalInterface
public interface Heads {
    List<Checkpoint> known();
}
