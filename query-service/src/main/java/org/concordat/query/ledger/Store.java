package org.concordat.query.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.concordat.wiring.Damage;
import org.jspecify.annotations.Nullable;

/** The event store, read for checking: by place, and from where it is kept rather than from anybody's memory. */
public final class Store {

    private static final int PATIENCE = 5;
    private static final int LOOKED_AHEAD = 500;

    private final Supplier<? extends StreamableMessageSource<? extends TrackedEventMessage<?>>> source;
    private final @Nullable EventStorageEngine engine;
    private final Supplier<StreamingEventProcessor> processor;
    private final Supplier<Optional<StreamingEventProcessor>> disposal;
    private final Places places;

    Store(Supplier<? extends StreamableMessageSource<? extends TrackedEventMessage<?>>> source, @Nullable EventStorageEngine engine,
          Supplier<StreamingEventProcessor> processor, Supplier<Optional<StreamingEventProcessor>> disposal, Places places) {
        this.source = source;
        this.engine = engine;
        this.processor = processor;
        this.disposal = disposal;
        this.places = places;
    }

    /** The place of its newest event; 0 where it has none. */
    public long head() {
        return places.head(source.get().createHeadToken());
    }

    /** The place up to which the ledger has taken events, by the token beside it; 0 where another process takes them. */
    public long taken() {
        return passed(processor.get());
    }

    /** The place up to which its own processor has carried out disposals; 0 where another process does, or none. */
    long carriedOut() {
        return disposal.get().map(this::passed).orElse(0L);
    }

    private long passed(StreamingEventProcessor by) {
        return by.processingStatus().values().stream()
                .mapToLong(segment -> Math.max(0, places.of(segment.getTrackingToken()))).max().orElse(0);
    }

    /** Events after a place, at most so many, and fewer where it holds no more. */
    List<TrackedEventMessage<?>> after(long place, int most) {
        TrackingToken token = place == 0 ? source.get().createTailToken() : new GlobalSequenceTrackingToken(places.token(place));
        // An embedded store remembers its newest events; the engine under it reads them from the database.
        if (engine != null) {
            try (Stream<? extends TrackedEventMessage<?>> read = engine.readEvents(token, false)) {
                return read.limit(most).<TrackedEventMessage<?>>map(event -> event).toList();
            }
        }
        return streamed(token, Math.min(most, Math.max(0, head() - place)));
    }

    /** The first event after a place that nobody can read, among the next few hundred; 0 where all of these can be read. */
    long unreadableAfter(long place) {
        long at = place;
        try {
            while (at < place + LOOKED_AHEAD) {
                List<TrackedEventMessage<?>> read = after(at, LOOKED_AHEAD);
                if (read.isEmpty()) return 0;
                at = place(read.getLast());
            }
            return 0;
        } catch (RuntimeException e) {
            if (Damage.is(e)) return at + 1;
            throw e;
        }
    }

    private List<TrackedEventMessage<?>> streamed(@Nullable TrackingToken token, long most) {
        List<TrackedEventMessage<?>> read = new ArrayList<>();
        try (BlockingStream<? extends TrackedEventMessage<?>> stream = source.get().openStream(token)) {
            while (read.size() < most && stream.hasNextAvailable(PATIENCE, TimeUnit.SECONDS)) read.add(stream.nextAvailable());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return read;
    }

    long place(TrackedEventMessage<?> event) {
        return places.of(event.trackingToken());
    }
}
