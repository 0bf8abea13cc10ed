package org.concordat.query.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Flaw;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.springframework.stereotype.Component;

/** What readers are shown, against a fold of the same entries from nothing. */
@Component
class ViewCheck {

    private static final int PAGE = 1_000;

    private final Ledger ledger;
    private final Moments moments;

    ViewCheck(Ledger ledger, Moments moments) {
        this.ledger = ledger;
        this.moments = moments;
    }

    Optional<Flaw> of(PartnershipId partnership) {
        PartnershipView shown = moments.now(partnership);
        return folded(partnership, shown.index()).equals(shown) ? Optional.empty()
                : Optional.of(new Flaw(Flaw.Part.VIEW, shown.index(), "What is shown of " + partnership
                    + " is not what its entries up to " + shown.index() + " say."));
    }

    private PartnershipView folded(PartnershipId partnership, long to) {
        List<Entry> all = new ArrayList<>();
        List<Entry> page;
        do {
            page = ledger.after(partnership, all.isEmpty() ? 0 : all.getLast().index(), PAGE);
            page.stream().filter(entry -> entry.index() <= to).forEach(all::add);
        } while (page.size() == PAGE && page.getLast().index() < to);
        return PartnershipView.empty(partnership).after(all);
    }
}
