package org.concordat.standalone.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.concordat.wiring.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/** Events that are recorded together or not at all, and somebody who waits to hear which. */
final class Append {

    private final List<EventRow> rows;
    private final CompletableFuture<@Nullable Void> answer = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();

    Append(List<EventRow> rows) {
        this.rows = rows;
    }

    List<EventRow> rows() {
        return rows;
    }

    /** True for the first who asks: the writer, or the waiter who gives up before the writer came. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void recorded() {
        answer.complete(null);
    }

    void failed(Exception why) {
        answer.completeExceptionally(why);
    }

    /** Returns once the events are durable; throws what the writer said, or that it said nothing. */
    void await(Duration patience) throws Exception {
        try {
            answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException e) {
            boolean never = take();
            throw new StoreUnavailableException(
                    never ? "The store had no time for the events" : "The store did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("Interrupted while the store was writing", e);
        }
    }
}
