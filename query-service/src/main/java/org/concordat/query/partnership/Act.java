package org.concordat.query.partnership;

import java.time.Instant;
import java.time.LocalDate;
import org.concordat.api.EntryId;
import org.concordat.query.ledger.Entry;

/** What stands behind a line of a view: the entry, who said so, and the day it counts from. */
public record Act(long index, EntryId entry, Actor by, LocalDate on, Instant recordedAt) {

    public static Act of(Entry entry) {
        return new Act(entry.index(), entry.id(), Actor.of(entry), entry.effectiveOn(), entry.recordedAt());
    }
}
