package org.concordat.query.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Appends every event of the store to the ledger: a batch at a time, in the transaction that moves the
 * processor's token.
 */
@ProcessingGroup(LedgerProjector.GROUP)
final class LedgerProjector {

    static final String GROUP = "ledger";
    private static final String BATCH = LedgerProjector.class.getName();

    private final LedgerTables tables;
    private final Recorder recorder;
    private final Progress progress;
    private final Places places;

    LedgerProjector(LedgerTables tables, Recorder recorder, Progress progress, Places places) {
        this.tables = tables;
        this.recorder = recorder;
        this.progress = progress;
        this.places = places;
    }

    /** The message, not its payload: an event of an unknown type comes too. */
    @EventHandler
    void on(EventMessage<?> message, UnitOfWork<?> unit) {
        List<EventMessage<?>> batch = unit.root().getResource(BATCH);
        if (batch == null) {
            List<EventMessage<?>> begun = batch = new ArrayList<>();
            unit.root().resources().put(BATCH, begun);
            unit.onPrepareCommit(u -> append(begun, u));
            unit.onRollback(u -> progress.stuckOn(sentence(u.getExecutionResult() == null
                    ? null : u.getExecutionResult().getExceptionResult())));
        }
        batch.add(message);
    }

    @ResetHandler
    void reset() {
        tables.clear();
    }

    private void append(List<EventMessage<?>> batch, UnitOfWork<?> unit) {
        LedgerTables.Last last = tables.last();
        long index = last.index();
        Instant recordedAt = last.recordedAt();
        List<Recorder.Written> entries = new ArrayList<>(batch.size());
        for (EventMessage<?> message : batch) {
            follows(index++, message);
            Recorder.Written entry = recorder.write(message, index, recordedAt);
            recordedAt = entry.envelope().recordedAt();
            entries.add(entry);
        }
        tables.append(entries);
        long head = index;
        unit.afterCommit(u -> progress.movedTo(head));
    }

    /** The index is the place the store gave the event when it was committed; nothing is counted or sorted here. */
    private void follows(long newest, EventMessage<?> message) {
        long place = places.of(message instanceof TrackedEventMessage<?> t ? t.trackingToken() : null);
        if (place == newest + 1) return;
        throw new LedgerOutOfPlace(newest, place < 0 ? "no certain place" : Long.toString(place));
    }

    /** No text of a foreign exception: it could carry content. */
    private static String sentence(@Nullable Throwable cause) {
        return cause instanceof LedgerOutOfPlace outOfPlace ? String.valueOf(outOfPlace.getMessage())
                : "The last batch could not be written; it is tried again.";
    }
}
