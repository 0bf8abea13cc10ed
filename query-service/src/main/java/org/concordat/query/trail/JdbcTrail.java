package org.concordat.query.trail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.concordat.api.Hash;
import org.concordat.api.Ids;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.query.api.ApiCode;
import org.concordat.query.api.ApiRefusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The trail in the ledger's database. */
final class JdbcTrail implements Trail {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTrail.class);
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final TrailTable table;
    private final Repeats repeats;
    private final Predicate<PartnershipId> known;
    private final Clock clock;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile Head newest = Head.NONE;
    private volatile @Nullable Instant troubleSince;

    JdbcTrail(TrailTable table, Repeats repeats, Predicate<PartnershipId> known, Clock clock) {
        this.table = table;
        this.repeats = repeats;
        this.known = known;
        this.clock = clock;
    }

    @Override public void refused(PersonId person, String command, @Nullable String target, @Nullable String commandId,
                                  String code) {
        note(Said.of(Kind.ATTEMPT, person, perhapsOf(target), "command", command, "code", code)
                .and("target", target).and("commandId", commandId));
    }

    @Override public void question(PersonId person, PartnershipId partnership, @Nullable String operation,
                                   SortedSet<String> fields, Hash text) {
        note(Said.of(Kind.QUESTION, person, partnership.value(), "fields", String.join(",", fields), "text", text.value())
                .and("operation", operation));
    }

    @Override public void read(PersonId person, String subject) {
        must(Said.of(Kind.READ, person, partnershipOf(subject), "target", subject));
    }

    @Override public void export(PersonId person, @Nullable PartnershipId partnership, String what, @Nullable String target) {
        if (!what.matches("[a-z][a-z-]{0,39}")) throw new IllegalArgumentException("an export is named by a word");
        must(Said.of(Kind.EXPORT, person, partnership == null ? "" : partnership.value(), "what", what).and("target", target));
    }

    @Override public void forgetting(PersonId person, PartnershipId partnership, PersonId forgotten) {
        must(Said.of(Kind.FORGETTING, person, partnership.value(), "target", forgotten.value()));
    }

    /** What was counted since the last time is written; called every minute, and at the end. */
    void settle() {
        for (Repeats.Counted counted : repeats.take()) {
            if (!written(counted.key().times(counted.times(), counted.since()))) {
                repeats.count(counted.key(), counted.times(), counted.since());
            }
        }
    }

    /** Since when nothing could be written; null where the last record was. */
    @Nullable Instant troubleSince() {
        return troubleSince;
    }

    @Override public List<Recorded> attempts(PartnershipId partnership, TrailFilter filter, long after, int limit) {
        return table.page(partnership, true, filter, after, limit);
    }

    @Override public List<Recorded> reads(PartnershipId partnership, TrailFilter filter, long after, int limit) {
        return table.page(partnership, false, filter, after, limit);
    }

    @Override public Head head() {
        return seen(table.last().map(row -> new Head(row.number(), row.hash())).orElse(Head.NONE));
    }

    /** One at a time: it reads the whole trail. */
    @Override public Check check(@Nullable Head held) {
        try {
            if (!checking.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw ApiRefusal.notYet("The trail is being checked for somebody else; ask again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiRefusal.notYet("The check was interrupted; ask again.");
        }
        try {
            return new Chain(table, Stream.of(newest, held == null ? Head.NONE : held).toList()).check();
        } finally {
            checking.unlock();
        }
    }

    /** What cannot be written now is counted, and written when it can be. */
    private void note(Said said) {
        Instant now = clock.instant();
        if (repeats.first(said, now) && !written(said)) repeats.count(said.withoutCommandId(), 1, now);
        if (repeats.full()) settle();
    }

    private void must(Said said) {
        if (written(said)) return;
        throw new ApiRefusal(ApiCode.NOT_RECORDED,
                "This has to be recorded, and the trail cannot be written now; so it was not done. Ask again.");
    }

    private boolean written(Said said) {
        try {
            seen(table.append(said, clock.instant()));
            troubleSince = null;
            return true;
        } catch (DataAccessException | TransactionException e) {
            troubled(e);
            return false;
        }
    }

    /** Logged once for an outage; health tells it as long as it lasts. */
    private void troubled(RuntimeException e) {
        if (troubleSince == null) {
            troubleSince = clock.instant();
            LOG.error("The trail cannot be written", e);
        }
    }

    private synchronized Head seen(Head head) {
        if (head.size() > newest.size()) newest = head;
        return head;
    }

    /** While it cannot be asked whether there is such a partnership, an attempt is nobody's rather than lost. */
    private String perhapsOf(@Nullable String target) {
        try {
            return partnershipOf(target);
        } catch (DataAccessException unknown) {
            troubled(unknown);
            return "";
        }
    }

    /** Of the partnership that the id names, where there is such a one. */
    private String partnershipOf(@Nullable String target) {
        if (target == null) return "";
        PartnershipId partnership = Ids.partnershipOf(target);
        return known.test(partnership) ? partnership.value() : "";
    }
}
