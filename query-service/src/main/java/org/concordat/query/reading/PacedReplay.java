package org.concordat.query.reading;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.history.Called;
import org.concordat.query.history.Change;
import org.concordat.query.history.EntryAt;
import org.concordat.query.history.Replay;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.PartnershipView;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** A replay to watch: one entry a tick of the reactor's clock, up to what was on record when it began. */
@Component
class PacedReplay {

    private static final int FASTEST = 50;

    private final Ledger ledger;
    private final Readers readers;

    PacedReplay(Ledger ledger, Readers readers) {
        this.ledger = ledger;
        this.readers = readers;
    }

    /** Who may see is asked again at each entry: an appointment that ends, ends the replay. */
    Flux<Step> of(PartnershipId partnership, Span span, long after, int pace, String person) {
        if (pace < 1 || pace > FASTEST) {
            throw ApiRefusal.badInput("pace: is 1 to " + FASTEST + " entries a second, not " + pace + ".");
        }
        long end = readers.mustSee(partnership, person, partnership.value()).index();
        return Flux.defer(() -> {
            AtomicLong told = new AtomicLong(after);
            return Flux.defer(() -> from(told, end, span, pace, readers.mustSee(partnership, person, partnership.value()), person))
                    .retryWhen(Retry.indefinitely().filter(WordsGone.class::isInstance));
        });
    }

    /** Words were disposed of, and what was read ahead may still hold them: it is dropped and read again. */
    private static final class WordsGone extends RuntimeException {}

    private Flux<Step> from(AtomicLong told, long end, Span span, int pace, PartnershipView begun, String person) {
        PartnershipView then = readers.shown(begun, Moment.NOW);
        Replay replay = Replay.of(begun.id(), then.hidden());
        Called called = Called.at(then);
        return entries(replay, span, told.get(), end, begun.id()).subscribeOn(Schedulers.boundedElastic())
                .delayElements(Duration.ofMillis(1_000 / pace)).publishOn(Schedulers.boundedElastic(), 1)
                .map(entry -> step(entry, replay.next(entry, called), begun, person))
                .doOnNext(step -> told.set(step.index()));
    }

    /** What was restricted since it began is not told either. */
    private Step step(Entry entry, List<Change> changes, PartnershipView begun, String person) {
        PartnershipView whole = readers.mustSee(begun.id(), person, begun.id().value());
        if (whole.partners().disposals().size() != begun.partners().disposals().size()) throw new WordsGone();
        PartnershipView now = readers.shown(whole, Moment.NOW);
        return new Step(new EntryAt(entry, now), now.hides(entry) ? List.of() : changes);
    }

    private Flux<Entry> entries(Replay replay, Span span, long after, long end, PartnershipId partnership) {
        AtomicLong read = new AtomicLong();
        return Flux.<List<Entry>>generate(sink -> {
            List<Entry> page = ledger.after(partnership, read.get(), Replays.AT_ONCE);
            List<Entry> seen = page.stream().filter(e -> e.index() <= end && !span.beyond(e)).toList();
            replay.past(seen.stream().filter(e -> e.index() <= after || span.before(e)).toList());
            if (page.isEmpty() || seen.isEmpty()) {
                sink.complete();
            } else {
                read.set(page.getLast().index());
                sink.next(seen.stream().filter(e -> e.index() > after && !span.before(e)).toList());
            }
        }).concatMapIterable(page -> page, 1);
    }
}
