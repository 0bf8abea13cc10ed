package org.concordat.query.moment;

import com.github.benmanes.caffeine.cache.Cache;
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
import org.concordat.wiring.memory.Memory;
import org.concordat.wiring.memory.Weight;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every read's one way to a view, whatever the moment. Memory only: dropping it loses nothing. */
@Component
public class Moments {

    private static final int PAGE = 1_000;

    /** What reading takes beside the view that comes of it: a page of entries, decoded. */
    private static final long A_PAGE = 4L * Ledger.FULL;

    /** @param readTo the ledger's head up to which the view holds everything */
    private record Kept(PartnershipView view, long readTo) {}

    /** Where nothing is restricted, which is usual, everybody shares the same views. */
    private record Reader(PartnershipId partnership, Set<String> hidden) {}

    private record Then(Reader reader, Moment moment) {}

    /** Days only: the sort is stable, so what counts from the same day stays in the order of the ledger. */
    private static final Comparator<Entry> IN_EFFECT = Comparator.comparing(Entry::effectiveOn, LocalDate::compareTo);

    private final Ledger ledger;
    private final Cache<Reader, Kept> newest;
    private final Cache<Then, Past> past;
    private final Folds folds;

    public Moments(Ledger ledger) {
        this(ledger, Memory.usual());
    }

    @Autowired Moments(Ledger ledger, Memory memory) {
        this.ledger = ledger;
        newest = memory.cache(org.concordat.wiring.memory.Kept.VIEWS, (reader, kept) -> Weight.of(reader) + kept.view().bytes());
        past = memory.cache(org.concordat.wiring.memory.Kept.PAST_VIEWS, (then, kept) -> Weight.of(then) + kept.view().bytes());
        folds = new Folds(memory.folds());
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
        return then(new Then(reader, at), now);
    }

    /** A past that is kept is read on like the present: most of what is new changes nothing in it. */
    private PartnershipView then(Then then, PartnershipView now) {
        Past kept = past.getIfPresent(then);
        if (kept != null && kept.readTo() >= now.index()) return kept.view();
        return Objects.requireNonNull(past.asMap().compute(then, (_, known) ->
                known != null && known.readTo() >= now.index() ? known : known == null ? folded(then, now) : readOn(then, known, now)))
                .view();
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
                known != null && known.readTo() >= head ? known
                        : known == null ? folds.within(A_PAGE, () -> advanced(reader, null, head)) : advanced(reader, known, head)))
                .view();
    }

    /** A payload disposed of is gone from every moment: what was folded with its words is dropped and folded anew. */
    private Kept advanced(Reader reader, @Nullable Kept known, long head) {
        PartnershipView view = known == null ? PartnershipView.empty(reader.partnership(), reader.hidden()) : known.view();
        long read = known == null ? 0 : known.readTo();
        List<Entry> page;
        do {
            page = ledger.after(reader.partnership(), read, PAGE);
            if (known != null && page.stream().anyMatch(Moments::disposes)) {
                past.asMap().keySet().removeIf(then -> then.reader().partnership().equals(reader.partnership()));
                return advanced(reader, null, head);
            }
            view = view.after(page);
            if (!page.isEmpty()) read = page.getLast().index();
        } while (Ledger.full(page, PAGE));
        return new Kept(view, Math.max(read, head));
    }

    private static boolean disposes(Entry entry) {
        return entry.event() instanceof PayloadDisposedOf;
    }

    /** Holds all that it covers before it can be put in order: so it takes room for as much as the present does. */
    private Past folded(Then then, PartnershipView now) {
        return folds.within(A_PAGE + 2 * now.bytes(), () -> {
            List<Entry> covered = new ArrayList<>();
            long read = 0;
            List<Entry> page;
            do {
                page = ledger.after(now.id(), read, PAGE);
                page.stream().filter(entry -> entry.index() <= now.index() && then.moment().covers(entry))
                        .map(Entry::withoutPayload).forEach(covered::add);
                if (!page.isEmpty()) read = page.getLast().index();
            } while (Ledger.full(page, PAGE) && read < now.index());
            covered.sort(IN_EFFECT);
            PartnershipView empty = PartnershipView.empty(now.id(), then.reader().hidden());
            return new Past(empty, now.index(), LocalDate.MIN).with(covered);
        });
    }

    private Past readOn(Then then, Past known, PartnershipView now) {
        Past past = known;
        List<Entry> page;
        do {
            page = ledger.after(now.id(), past.readTo(), PAGE);
            if (page.stream().anyMatch(Moments::disposes)) return folded(then, now);
            List<Entry> covered = page.stream().filter(entry -> entry.index() <= now.index() && then.moment().covers(entry))
                    .sorted(IN_EFFECT).toList();
            if (!past.takes(covered)) return folded(then, now);
            past = past.with(covered);
            if (!page.isEmpty()) past = past.readTo(Math.min(page.getLast().index(), now.index()));
        } while (Ledger.full(page, PAGE) && past.readTo() < now.index());
        return past.readTo(now.index());
    }
}
