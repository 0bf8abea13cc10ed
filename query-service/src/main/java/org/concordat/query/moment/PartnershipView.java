package org.concordat.query.moment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.commitment.CommitmentsView;
import org.concordat.query.decision.DecisionsView;
import org.concordat.query.document.DocumentsView;
import org.concordat.query.ledger.Entry;
import org.concordat.query.partnership.PartnersView;
import org.concordat.query.plan.PlanView;
import org.concordat.wiring.UnreadableRecord;
import org.concordat.wiring.memory.Weight;

/**
 * Everything one partnership's entries say, folded; immutable.
 *
 * @param index   the place of the newest entry in it, 0 when there is none
 * @param entries how many entries are in it
 * @param bytes   about what it takes in memory
 * @param hidden  ids of what is left out of it: restricted things that its reader is not reading
 */
public record PartnershipView(PartnershipId id, PartnersView partners, PlanView plan, DecisionsView decisions,
                              DocumentsView documents, CommitmentsView commitments, long index, long entries,
                              long bytes, Set<String> hidden) {

    /** An empty one, and what an entry takes beside its event: the act, and its places in maps and lists. */
    private static final long EMPTY = 2_000;
    private static final long ENTRY = 300;

    public static PartnershipView empty(PartnershipId id) {
        return empty(id, Set.of());
    }

    public static PartnershipView empty(PartnershipId id, Set<String> hidden) {
        return new PartnershipView(id, PartnersView.NONE, PlanView.NONE, DecisionsView.NONE, DocumentsView.NONE,
                CommitmentsView.NONE, 0, 0, EMPTY, Set.copyOf(hidden));
    }

    /** @throws UnreadableRecord where one of them is damaged: without it the view would say what nobody agreed */
    public PartnershipView after(List<Entry> more) {
        if (more.isEmpty()) return this;
        long newest = more.stream().mapToLong(Entry::index).max().orElse(0);
        List<Entry> shown = hidden.isEmpty() ? more : more.stream().filter(entry -> !hides(entry)).toList();
        for (Entry entry : shown) if (entry.damaged()) throw new UnreadableRecord(entry.id().value(), null);
        return new PartnershipView(id, partners.after(shown), plan.after(shown), decisions.after(shown),
                documents.after(shown), commitments.after(shown), Math.max(index, newest), entries + more.size(),
                bytes + shown.stream().mapToLong(entry -> ENTRY + Weight.of(entry.event())).sum(), hidden);
    }

    /** Whether what the entry says is kept from the reader of this view; that there is such an entry is not. */
    public boolean hides(Entry entry) {
        return hidden.contains(entry.subject());
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
