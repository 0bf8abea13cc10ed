package org.concordat.command.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.concordat.api.CommonRejection.CommandIdReused;
import org.concordat.api.CommonRejection.Contended;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.CommonRejection.StoreUnavailable;
import org.concordat.api.CommonRejection.UnreadableHistory;
import org.concordat.api.Receipt;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.PlanItemCommand.CloseItem;
import org.concordat.command.Rejected;
import org.concordat.wiring.CommandIdTaken;
import org.concordat.wiring.StoreUnavailableException;
import org.concordat.wiring.UnreadableRecord;
import org.concordat.wiring.memory.Pressure;
import org.junit.jupiter.api.Test;

class StoreAnsweringCommandBusTest {

    private static final String ITEM = "item-mash.leadership";

    private final List<String> told = new ArrayList<>();
    private final StoreAnsweringCommandBus bus =
            new StoreAnsweringCommandBus(StoreAnsweringCommandBus.builder(), (_, code) -> told.add(code), Pressure.none());
    private final AtomicInteger attempts = new AtomicInteger();

    @Test void a_lost_race_is_tried_again() throws Exception {
        onCommit(n -> { if (n < 4) throw new ConcurrencyException("lost"); });
        assertThat(send().get()).isEqualTo("done");
        assertThat(attempts).hasValue(4);
    }

    @Test void a_race_lost_every_time_is_contended() {
        onCommit(n -> { throw new EventStoreException("no", duplicate()); });
        assertThat(refusal()).isEqualTo(new Contended(ITEM));
        assertThat(attempts).hasValue(StoreAnsweringCommandBus.ATTEMPTS);
    }

    @Test void the_store_s_own_failures_become_rejections_at_once() {
        onCommit(n -> { throw new AggregateNotFoundException(ITEM, "no"); });
        assertThat(refusal()).isEqualTo(new NotFound(ITEM));
        onCommit(n -> { throw new StoreUnavailableException("no", null); });
        assertThat(refusal()).isEqualTo(new StoreUnavailable());
        onCommit(n -> { throw new EventStoreException("no", new SQLException("gone", "57P01")); });
        assertThat(refusal()).isEqualTo(new StoreUnavailable());
        onCommit(n -> { throw new UnreadableRecord("planitem.LeadBeamedUp", null); });
        assertThat(refusal()).isEqualTo(new UnreadableHistory(ITEM));
        assertThat(attempts).hasValue(1);
    }

    @Test void a_command_id_that_is_taken_is_no_lost_race() throws Exception {
        var earlier = new Receipt(ITEM, 3, "c-1");
        onCommit(n -> { throw new CommandIdTaken(earlier, true); });
        assertThat(send().get()).isEqualTo(earlier);
        assertThat(attempts).hasValue(1);
        onCommit(n -> { throw new CommandIdTaken(earlier, false); });
        assertThat(refusal()).isEqualTo(new CommandIdReused("c-1"));
        assertThat(attempts).hasValue(1);
        assertThat(told).containsExactly("RECORDED", "COMMAND_ID_REUSED");
    }

    @Test void axon_server_s_words_mean_the_same() {
        onCommit(n -> { throw new StatusRuntimeException(Status.OUT_OF_RANGE.withDescription("[AXONIQ-2000] Invalid sequence")); });
        assertThat(refusal()).isEqualTo(new Contended(ITEM));
        assertThat(attempts).hasValue(StoreAnsweringCommandBus.ATTEMPTS);
        onCommit(n -> { throw new StatusRuntimeException(Status.UNAVAILABLE); });
        assertThat(refusal()).isEqualTo(new StoreUnavailable());
        onCommit(n -> { throw new ExecutionException("Timeout while executing request", new TimeoutException()); });
        assertThat(refusal()).isEqualTo(new StoreUnavailable());
        assertThat(attempts).hasValue(1);
    }

    @Test void each_command_is_told_once_by_its_last_answer() throws Exception {
        onCommit(n -> { if (n < 4) throw new ConcurrencyException("lost"); });
        send().get();
        onCommit(n -> { throw new AggregateNotFoundException(ITEM, "no"); });
        refusal();
        onCommit(n -> { throw new IllegalStateException("bug"); });
        assertThat(send()).failsWithin(java.time.Duration.ofSeconds(1));
        assertThat(told).containsExactly("RECORDED", "NOT_FOUND", "INTERNAL");
    }

    @Test void a_bug_stays_a_bug() {
        var bug = new IllegalStateException("bug");
        onCommit(n -> { throw bug; });
        assertThat(send()).failsWithin(java.time.Duration.ofSeconds(1)).withThrowableThat().havingCause().isSameAs(bug);
    }

    @Test void a_refusal_rolls_nothing_back() {
        var phase = new AtomicReference<String>();
        bus.subscribe(CloseItem.class.getName(), command -> {
            UnitOfWork<?> work = CurrentUnitOfWork.get();
            work.onRollback(u -> phase.set("rolled back"));
            work.afterCommit(u -> phase.set("committed"));
            throw new Rejected(new NotFound(ITEM));
        });
        assertThat(refusal()).isEqualTo(new NotFound(ITEM));
        assertThat(phase).hasValue("committed");
    }

    private interface Commit { void attempt(int number); }

    private void onCommit(Commit commit) {
        attempts.set(0);
        StoreAnsweringCommandBusTest.this.subscription.accept(commit);
    }

    private final java.util.function.Consumer<Commit> subscription = new java.util.function.Consumer<>() {
        private org.axonframework.common.Registration last = () -> true;

        @Override public void accept(Commit commit) {
            last.cancel();
            last = bus.subscribe(CloseItem.class.getName(), command -> {
                CurrentUnitOfWork.get().onPrepareCommit(u -> commit.attempt(attempts.incrementAndGet()));
                return "done";
            });
        }
    };

    private Object refusal() {
        var failure = new AtomicReference<Object>();
        send().whenComplete((result, thrown) -> failure.set(((Rejected) thrown).getDetails().orElseThrow()));
        return failure.get();
    }

    private CompletableFuture<Object> send() {
        var future = new CompletableFuture<Object>();
        bus.dispatch(new GenericCommandMessage<Object>(new CloseItem(new ItemId(ITEM))), (command, result) -> {
            if (result.isExceptional()) future.completeExceptionally(result.exceptionResult());
            else future.complete(result.getPayload());
        });
        return future;
    }

    private static BatchUpdateException duplicate() {
        var batch = new BatchUpdateException("batch", new int[0]);
        batch.setNextException(new SQLException("duplicate key", "23505"));
        return batch;
    }
}
