package org.concordat.query.reading;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.history.EntryAt;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.PartnershipView;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Entries as they are recorded; the place read to is a key in the ledger, so a slow reader costs no memory. */
@Component
class Stream {

    private static final int PAGE = 100;

    private final Ledger ledger;
    private final Readers readers;

    Stream(Ledger ledger, Readers readers) {
        this.ledger = ledger;
        this.readers = readers;
    }

    /** Who may see is asked again for each page: an appointment that ends, ends the stream. */
    Flux<EntryAt> entries(PartnershipId partnership, long after, String person) {
        readers.mustSee(partnership, person, partnership.value());
        return Flux.defer(() -> {
            AtomicLong read = new AtomicLong(after);
            // Heads may be dropped for a slow reader, since each reads on to the newest; entries never are.
            return ledger.heads().onBackpressureLatest().publishOn(Schedulers.boundedElastic(), 1)
                    .concatMap(head -> pages(partnership, read, person), 0);
        });
    }

    private Flux<EntryAt> pages(PartnershipId partnership, AtomicLong read, String person) {
        return Flux.<List<EntryAt>>generate(sink -> {
            List<Entry> page = ledger.after(partnership, read.get(), PAGE);
            if (page.isEmpty()) {
                sink.complete();
            } else {
                // After the page is read: the entry that ends the reader's appointment is not theirs to see any more.
                PartnershipView now = readers.mustSee(partnership, person, partnership.value());
                PartnershipView shown = readers.shown(now, Moment.NOW);
                read.set(page.getLast().index());
                sink.next(page.stream().map(entry -> new EntryAt(entry, shown)).toList());
            }
        }).concatMapIterable(page -> page, 1);
    }
}
