package org.concordat.query.moment;

import java.time.LocalDate;
import java.util.List;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.commitment.CommitmentsView;
import org.concordat.query.decision.DecisionsView;
import org.concordat.query.document.DocumentsView;
import org.concordat.query.ledger.Entry;
import org.concordat.query.partnership.PartnersView;
import org.concordat.query.plan.PlanView;

/**
 * Everything one partnership's entries say, folded; immutable.
 *
 * @param index   the place of the newest entry in it, 0 when there is none
 * @param entries how many entries are in it
 */
public record PartnershipView(PartnershipId id, PartnersView partners, PlanView plan, DecisionsView decisions,
                              DocumentsView documents, CommitmentsView commitments, long index, long entries) {

    public static PartnershipView empty(PartnershipId id) {
        return new PartnershipView(id, PartnersView.NONE, PlanView.NONE, DecisionsView.NONE, DocumentsView.NONE,
                CommitmentsView.NONE, 0, 0);
    }

    public PartnershipView after(List<Entry> more) {
        if (more.isEmpty()) return this;
        long newest = more.stream().mapToLong(Entry::index).max().orElse(0);
        return new PartnershipView(id, partners.after(more), plan.after(more), decisions.after(more),
                documents.after(more), commitments.after(more), Math.max(index, newest), entries + more.size());
    }

    public boolean established() {
        return partners.name() != null;
    }

    public boolean appointed(String person, LocalDate on) {
        return partners.heldOn(on).anyMatch(a -> a.person().value().equals(person));
    }

    public Names names() {
        return new Names(partners, plan, decisions, documents, commitments);
    }
}
