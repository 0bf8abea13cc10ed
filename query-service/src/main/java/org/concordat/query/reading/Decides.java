package org.concordat.query.reading;

import java.util.List;
import java.util.stream.Stream;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.WhoDecides;
import org.concordat.query.partnership.Mandate;
import org.concordat.query.partnership.Partner;
import org.concordat.query.partnership.PartnersView;
import org.jspecify.annotations.Nullable;

/** Whose decision something is, as a reader sees it; both sides judge it by the same roll. */
record Decides(Answer answer, List<Mandate> mandates, List<Partner> without, @Nullable String rule) {

    enum Answer { DECIDED, HOLE, CLASH }

    static Decides of(WhoDecides judged, PartnersView view) {
        return switch (judged) {
            case WhoDecides.Decided d ->
                new Decides(Answer.DECIDED, mandates(d.mandates(), view), partners(d.without(), view), d.rule());
            case WhoDecides.Hole h ->
                new Decides(Answer.HOLE, List.of(), partners(h.without(), view), null);
            case WhoDecides.Clash c ->
                new Decides(Answer.CLASH, mandates(c.finalWords(), view), List.of(), null);
        };
    }

    private static List<Mandate> mandates(List<org.concordat.api.partnership.Mandate> judged, PartnersView view) {
        return judged.stream().flatMap(m -> Stream.ofNullable(view.mandates().get(m.id()))).toList();
    }

    private static List<Partner> partners(List<PartnerId> ids, PartnersView view) {
        return ids.stream().flatMap(id -> Stream.ofNullable(view.partners().get(id))).toList();
    }
}
