package org.concordat.query.moment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import java.util.Set;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every read's one way to a view, whatever the moment. Memory only: dropping it loses nothing. */
@Component
public class Moments {

    private static final int PAGE = 1_000;

    /** Entries folded into the views kept, all partnerships together; a view costs no more than its entries. */
    private static final long NEWEST_ENTRIES = 2_000_000;
    private static final long PAST_ENTRIES = 500_000;

    /** @param readTo the ledger's head up to which the view holds everything */
    private record Kept(PartnershipView view, long readTo) {}

    /** Where nothing is restricted, which is usual, everybody shares the same views. */
    private record Reader(PartnershipId partnership, Set<String> hidden) {}

    private record Past(Reader reader, Moment moment, long head) {}

    /** Days only: the sort is stable, so what counts from the same day stays in the order of the ledger. */
    private static final Comparator<Entry> IN_EFFECT = Comparator.comparing(Entry::effectiveOn, LocalDate::compareTo);

    private final Ledger ledger;
    private final Cache<Reader, Kept> newest = Caffeine.newBuilder().maximumWeight(NEWEST_ENTRIES)
            .weigher((Reader reader, Kept kept) -> weight(kept.view())).build();
    private final Cache<Past, PartnershipView> past = Caffeine.newBuilder().maximumWeight(PAST_ENTRIES)
            .weigher((Past key, PartnershipView view) -> weight(view)).build();

    public Moments(Ledger ledger) {
        this.ledger = ledger;
    }

    /** With everything in it, whatever is restricted: for judging, never for showing. */
    public PartnershipView view(PartnershipId partnership, Moment moment) {
        return view(partnership, moment, Set.of());
    }

    /** @param hidden what is left out: the restricted things that the reader is not reading */
    public PartnershipView view(PartnershipId partnership, Moment moment, Set<String> hidden) {
        Reader reader = new Reader(partnership, hidden);
        PartnershipView now = now(reader);
        Moment at = moment.in(now.partners().timeZone());
        if (at.isNow()) return now;
        Past key = new Past(reader, at, now.index());
        return Objects.requireNonNull(past.get(key, missing -> folded(reader, at, now.index())));
    }

    /** With everything in it, whatever is restricted: for judging, never for showing. */
    public PartnershipView now(PartnershipId partnership) {
        return now(new Reader(partnership, Set.of()));
    }

    private PartnershipView now(Reader reader) {
        long head = ledger.head();
        Kept kept = newest.getIfPresent(reader);
        if (kept != null && kept.readTo() >= head) return kept.view();
        return Objects.requireNonNull(newest.asMap().compute(reader, (_, known) ->
                known != null && known.readTo() >= head ? known : advanced(reader, known, head))).view();
    }

    /** A payload disposed of is gone from every moment: what was folded with its words is dropped and folded anew. */
    private Kept advanced(Reader reader, @Nullable Kept known, long head) {
        PartnershipView view = known == null ? PartnershipView.empty(reader.partnership(), reader.hidden()) : known.view();
        long read = known == null ? 0 : known.readTo();
        List<Entry> page;
        do {
            page = ledger.after(reader.partnership(), read, PAGE);
            if (known != null && page.stream().anyMatch(entry -> entry.event() instanceof PayloadDisposedOf)) {
                past.asMap().keySet().removeIf(kept -> kept.reader().partnership().equals(reader.partnership()));
                return advanced(reader, null, head);
            }
            view = view.after(page);
            if (!page.isEmpty()) read = page.getLast().index();
        } while (page.size() == PAGE);
        return new Kept(view, Math.max(read, head));
    }

    private PartnershipView folded(Reader reader, Moment moment, long head) {
        List<Entry> covered = new ArrayList<>();
        long read = 0;
        List<Entry> page;
        do {
            page = ledger.after(reader.partnership(), read, PAGE);
            for (Entry entry : page) if (entry.index() <= head && moment.covers(entry)) covered.add(entry);
            if (!page.isEmpty()) read = page.getLast().index();
        } while (page.size() == PAGE && read < head);
        covered.sort(IN_EFFECT);
        return PartnershipView.empty(reader.partnership(), reader.hidden()).after(covered);
    }

    long newestWeight() {
        return weight(newest);
    }

    long pastWeight() {
        return weight(past);
    }

    private static long weight(Cache<?, ?> kept) {
        return kept.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private static int weight(PartnershipView view) {
        return (int) Math.min(Integer.MAX_VALUE, 10 + view.entries());
    }
}
