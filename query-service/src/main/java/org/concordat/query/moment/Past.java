package org.concordat.query.moment;

import java.time.LocalDate;
import java.util.List;
import org.concordat.query.ledger.Entry;

/**
 * A view of a past moment, and how far the ledger was read for it.
 *
 * @param latest the latest day that anything in it counts from
 */
record Past(PartnershipView view, long readTo, LocalDate latest) {

    Past readTo(long head) {
        return head <= readTo ? this : new Past(view, head, latest);
    }

    /** Entries that count from no earlier a day than those it holds follow them, so it need not be folded anew. */
    boolean takes(List<Entry> covered) {
        return covered.stream().noneMatch(entry -> entry.effectiveOn().isBefore(latest));
    }

    Past with(List<Entry> inEffect) {
        return inEffect.isEmpty() ? this : new Past(view.after(inEffect), readTo, inEffect.getLast().effectiveOn());
    }
}
