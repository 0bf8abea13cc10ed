package org.concordat.query.proving;

import java.util.List;
import java.util.Optional;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.EntryCheck.Finding;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.concordat.wiring.UnreadableRecord;

/** Views as they are read against a fold from nothing. */
final class ViewCheck {

    private static final int PAGE = 1_000;

    private final Ledger ledger;
    private final Moments moments;

    ViewCheck(Ledger ledger, Moments moments) {
        this.ledger = ledger;
        this.moments = moments;
    }

    Optional<Finding> of(PartnershipId partnership) {
        try {
            return compared(partnership);
        } catch (UnreadableRecord e) {
            return Optional.of(new Finding(partnership.value(), "Nothing of " + partnership + " can be shown: " + e.what() + " cannot be read."));
        }
    }

    private Optional<Finding> compared(PartnershipId partnership) {
        PartnershipView read = moments.now(partnership);
        PartnershipView anew = PartnershipView.empty(partnership);
        long after = 0;
        List<Entry> page;
        do {
            page = ledger.after(partnership, after, PAGE);
            anew = anew.after(page.stream().filter(entry -> entry.index() <= read.index()).toList());
            if (!page.isEmpty()) after = page.getLast().index();
        } while (Ledger.full(page, PAGE) && after < read.index());
        return anew.equals(read) ? Optional.empty() : Optional.of(new Finding(partnership.value(),
                "What is read of " + partnership + " is not what its entries say when they are folded from the first on."));
    }
}
