package org.concordat.query.reading;

import graphql.relay.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.concordat.api.EntryId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.query.api.Cursor;
import org.concordat.query.api.Page;
import org.concordat.query.history.EntryAt;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The entries of a partnership, page by page. */
@Component
class Histories {

    private static final int AT_ONCE = 200;

    private final Ledger ledger;

    Histories(Ledger ledger) {
        this.ledger = ledger;
    }

    Connection<EntryAt> of(PartnershipAt at, Page page, Map<String, @Nullable Object> asked) {
        return of(at, page, asked, entry -> new EntryAt(entry, at.view()));
    }

    /** The same, with what is said of each. */
    <T> Connection<T> of(PartnershipAt at, Page page, Map<String, ? extends @Nullable Object> asked, Function<Entry, T> said) {
        String subject = (String) asked.get("subject");
        ActionId action = subject != null && subject.startsWith("action-")
                ? Arguments.id("filter.subject", subject, ActionId::new) : null;
        Ledger.Filter filter = new Ledger.Filter(action == null ? subject : action.itemId().value(),
                (String) asked.get("type"), (String) asked.get("partner"), (String) asked.get("person"),
                (LocalDate) asked.get("from"), earlier((LocalDate) asked.get("to"), at.moment().asOf()));
        List<Entry> found = found(at, filter, page, entry -> entry.index() <= at.view().index()
                && (action == null || !at.view().hides(entry)
                    && entry.event() instanceof PlanItemEvent.OfAction of && of.action().equals(action)));
        return page.connection(found, said,
                entry -> Cursor.of(EntryAt.CURSOR, entry.index()));
    }

    private List<Entry> found(PartnershipAt at, Ledger.Filter filter, Page page, Predicate<Entry> also) {
        List<Entry> found = new ArrayList<>();
        long read = Cursor.index(EntryAt.CURSOR, page.after());
        List<Entry> some;
        do {
            some = ledger.page(at.id(), filter, at.moment().asKnownAt(), read, AT_ONCE);
            some.stream().filter(also).limit(page.first() + 1L - found.size()).forEach(found::add);
            if (!some.isEmpty()) read = some.getLast().index();
        } while (Ledger.full(some, AT_ONCE) && found.size() <= page.first() && read < at.view().index());
        return found;
    }

    @Nullable EntryAt corrector(EntryAt wrong) {
        EntryId by = wrong.corrector();
        return by == null ? null : ledger.entry(by).map(entry -> new EntryAt(entry, wrong.view())).orElse(null);
    }

    static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isBefore(other) ? one : other;
    }
}
