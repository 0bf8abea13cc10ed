package org.concordat.query.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.concordat.api.EntryId;
import org.concordat.api.Receipt;
import org.concordat.api.partnership.PartnershipId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Every event once, in the store's order. Reading only: what is appended comes from the store alone. */
public interface Ledger {

    /** Which entries of a partnership; a null field does not narrow. Period bounds are inclusive effective days. */
    record Filter(@Nullable String subject, @Nullable String type, @Nullable String partner, @Nullable String person,
                  @Nullable LocalDate from, @Nullable LocalDate to) {
        public static final Filter NONE = new Filter(null, null, null, null, null, null);
    }

    /** The index of the newest entry, 0 when there is none. */
    long head();

    /**
     * Emits the head when it moves, at once on subscription, and never an older one after a newer one: while the
     * ledger is filled again it is silent until passed. A slow subscriber misses heads, never the newest.
     * Not on the ledger's thread.
     */
    Flux<Long> heads();

    /** A page holds no more entries once their payloads have so many bytes, however many were asked for. */
    long FULL = 1 << 20;

    /** Whether there may be more entries after a page. */
    static boolean full(List<Entry> page, int limit) {
        return page.size() == limit || page.stream().mapToLong(entry -> entry.payload().length).sum() >= FULL;
    }

    /** Entries of the partnership with a higher index, oldest first; fewer where the page is {@link #full} before. */
    List<Entry> after(PartnershipId partnership, long index, int limit);

    /** As {@link #after}, narrowed by the filter and recorded no later than {@code knownAt} (null: no bound). */
    List<Entry> page(PartnershipId partnership, Filter filter, @Nullable Instant knownAt, long afterIndex, int limit);

    /** Empty also for an entry that belongs to no partnership: a foreign event, which nobody is shown. */
    Optional<Entry> entry(EntryId id);

    /** The partnerships in which this person was ever appointed, in ascending order of id, after the given id. */
    List<PartnershipId> partnershipsOf(String person, @Nullable String afterId, int limit);

    boolean knows(PartnershipId partnership);

    /** Waits until the ledger holds the receipt's version; false when it does not in time (a minute at most). */
    boolean awaits(Receipt receipt, Duration atMost);
}
