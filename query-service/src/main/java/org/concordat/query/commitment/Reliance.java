package org.concordat.query.commitment;

import java.util.List;
import org.concordat.api.commitment.Investment;
import org.concordat.api.commitment.YearAmount;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.query.proviso.ProvisoAttached;
import org.jspecify.annotations.Nullable;

/**
 * What relies on a proviso of a commitment coming true. R11: a lapse tells everybody who relied on it.
 *
 * @param years   while it is open, those that count now; once it failed or lapsed, those that counted until then
 * @param waiting open provisos of other partners that wait for an act of the partner whose commitment it is
 */
public record Reliance(Commitment commitment, List<YearAmount> years, List<ProvisoAttached> waiting) {

    /** Null where nothing can be loosened by it: it is attached to a decision, or settled otherwise. */
    public static @Nullable Reliance on(ProvisoAttached proviso, CommitmentsView view) {
        Commitment commitment = view.byId().get(proviso.thing());
        if (commitment == null || !proviso.open() && !proviso.broken()) return null;
        return new Reliance(commitment, proviso.open() ? commitment.account().counting()
                : commitment.loosened(proviso.id()), view.awaiting(commitment.partnerId()).toList());
    }

    public @Nullable Investment investment() {
        return commitment.investment();
    }

    static boolean awaits(ProvisoAttached proviso, PartnerId partner) {
        return proviso.open() && proviso.terms() instanceof ProvisoTerms.ActOf act && act.partner().equals(partner);
    }
}
