package org.concordat.query.reading;

import graphql.relay.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.RestedOn;
import org.concordat.query.api.Cursor;
import org.concordat.query.api.Page;
import org.concordat.query.authority.Authority;
import org.concordat.query.authority.Judged;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Acts and their authority, page by page. */
@Component
class Authorities {

    private static final char CURSOR = 'j';
    private static final int AT_ONCE = 500;

    private final Ledger ledger;

    Authorities(Ledger ledger) {
        this.ledger = ledger;
    }

    Connection<Judged> of(PartnershipAt at, Page page, Map<String, @Nullable Object> asked) {
        String mandate = (String) asked.get("mandate");
        MandateId on = mandate == null ? null : Arguments.id("filter.mandate", mandate, MandateId::new);
        boolean notWithin = Boolean.TRUE.equals(asked.get("notWithin"));
        Ledger.Filter filter = new Ledger.Filter(null, null, (String) asked.get("partner"), (String) asked.get("person"),
                (LocalDate) asked.get("from"), Histories.earlier((LocalDate) asked.get("to"), at.moment().asOf()));
        Authority authority = new Authority(at.view());
        List<Judged> found = new ArrayList<>();
        long read = Cursor.index(CURSOR, page.after());
        List<Entry> some;
        do {
            some = ledger.page(at.id(), filter, at.moment().asKnownAt(), read, AT_ONCE);
            some.stream().filter(e -> e.index() <= at.view().index() && !at.view().hides(e)
                            && (on == null || on.equals(RestedOn.mandate(e.event()))))
                    .map(authority::of).filter(judged -> !notWithin || !judged.within())
                    .limit(page.first() + 1L - found.size()).forEach(found::add);
            if (!some.isEmpty()) read = some.getLast().index();
        } while (Ledger.full(some, AT_ONCE) && found.size() <= page.first() && read < at.view().index());
        return page.connection(found, judged -> judged, judged -> Cursor.of(CURSOR, judged.act().index()));
    }
}
