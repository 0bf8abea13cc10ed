package org.concordat.query.ledger;

import static org.concordat.query.ledger.Flaw.Part.STORE;
import static org.concordat.query.ledger.Flaw.Part.TREE;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.concordat.proof.Checkpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole ledger against the event store, and the tree against the ledger, from the first entry to the newest. */
public final class RecordCheck {

    /**
     * @param entries   how many were looked at
     * @param flaws     what was found, the first hundred
     * @param found     how many were found
     * @param abandoned the ledger was filled again meanwhile: nothing is said
     */
    public record Outcome(long entries, List<Flaw> flaws, long found, boolean abandoned) {}

    private static final int PAGE = 500;
    /** The columns that entries are found and folded by repeat their envelope. */
    private static final String COLUMNS = """
            select index from (select *, convert_from(envelope, 'UTF8')::json e from ledger where index > ? and index <= ?) l
            where (e ->> 'index', e ->> 'event', e ->> 'type', e ->> 'revision', e ->> 'subject', e ->> 'version',
                e ->> 'partnership', e ->> 'effectiveOn', e ->> 'person', e ->> 'partner', e ->> 'appointment',
                e ->> 'recordedFor', e ->> 'command', e ->> 'authority', (e ->> 'recordedAt')::timestamptz)
              is distinct from (index::text, event_id, type, revision, subject, version::text,
                partnership, effective_on::text, person, partner, appointment,
                recorded_for, command_id, authority, recorded_at)""";

    private final Supplier<? extends StreamableMessageSource<TrackedEventMessage<?>>> store;
    private final JdbcTemplate jdbc;
    private final Proofs proofs;
    private final Recorder recorder;
    private final Places places;
    private final Heads heads;

    RecordCheck(Supplier<? extends StreamableMessageSource<TrackedEventMessage<?>>> store, JdbcTemplate jdbc, Proofs proofs,
                Recorder recorder, Places places, Heads heads) {
        this.store = store;
        this.jdbc = jdbc;
        this.proofs = proofs;
        this.recorder = recorder;
        this.places = places;
        this.heads = heads;
    }

    /** @param afterPage called after each 500 entries: for those who want it slowly */
    public Outcome run(Runnable afterPage) {
        // Heads first: each is of entries that were there before.
        List<Checkpoint> known = heads.known();
        long size = proofs.size();
        Flaws flaws = new Flaws();
        TreeCheck tree = new TreeCheck(jdbc, known, flaws);
        try (StoreEvents events = new StoreEvents(store.get().openStream(null), places)) {
            Walk walk = new Walk(events, tree, flaws);
            while (walk.read < size && walk.goesOn(size)) {
                if (proofs.size() < size) return new Outcome(walk.read, List.of(), 0, true);
                afterPage.run();
            }
            if (walk.whole) tree.end();
            else flaws.add(TREE, size, "Entries are missing, so the tree over them cannot be compared.");
        }
        if (proofs.size() < size) return new Outcome(size, List.of(), 0, true);
        return new Outcome(size, flaws.list(), flaws.count(), false);
    }

    /** One pass over both, in step. */
    private final class Walk {

        private final StoreEvents events;
        private final TreeCheck tree;
        private final Flaws flaws;
        private long read;
        private boolean whole = true;
        private Instant notBefore = Instant.MIN;

        Walk(StoreEvents events, TreeCheck tree, Flaws flaws) {
            this.events = events;
            this.tree = tree;
            this.flaws = flaws;
        }

        boolean goesOn(long size) {
            List<Proofs.Recorded> page = proofs.recordedAfter(null, read, (int) Math.min(PAGE, size - read));
            if (page.isEmpty()) {
                missing(size);
                return false;
            }
            Set<Long> strange = new HashSet<>(jdbc.queryForList(COLUMNS, Long.class, read, page.getLast().index()));
            for (Proofs.Recorded row : page) {
                if (row.index() > read + 1) missing(row.index() - 1);
                if (strange.contains(row.index())) {
                    flaws.add(STORE, row.index(), "What entry " + row.index() + " is found by is not what its envelope says.");
                }
                if (whole) tree.add(row.envelope(), row.leaf());
                compare(row);
                read = row.index();
            }
            return true;
        }

        private void missing(long to) {
            whole = false;
            for (long index = read + 1; index <= to; index++) {
                flaws.add(STORE, index, "The ledger has no entry " + index + (events.place() == index
                        ? ", which the store has." : "."));
                if (events.place() == index) notBefore = recorder.write(events.take(), index, notBefore).envelope().recordedAt();
            }
            read = to;
        }

        private void compare(Proofs.Recorded row) {
            while (events.place() < row.index()) events.take();
            if (events.place() > row.index()) {
                flaws.add(STORE, row.index(), "The store has no event at place " + row.index() + ", of which the ledger has an entry.");
                return;
            }
            Recorder.Written written = recorder.write(events.take(), row.index(), notBefore);
            notBefore = written.envelope().recordedAt();
            String what = difference(row, written);
            if (what != null) flaws.add(STORE, row.index(), what);
        }

        private @Nullable String difference(Proofs.Recorded row, Recorder.Written written) {
            Envelope envelope = written.envelope();
            String entry = "entry " + row.index();
            if (!row.subject().equals(envelope.subject()) || row.version() != envelope.version()) {
                return "The store has " + envelope.subject() + "@" + envelope.version() + " where " + entry + " is "
                        + row.subject() + "@" + row.version() + ".";
            }
            if (!Arrays.equals(row.payload(), written.payload()) || !Arrays.equals(row.salt(), written.salt())) {
                return "The payload of " + entry + " is not the one in the store.";
            }
            return Arrays.equals(row.envelope(), envelope.canonical()) ? null
                    : "The envelope of " + entry + " is not the one that its event in the store gives.";
        }
    }
}
