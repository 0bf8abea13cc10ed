package org.concordat.command.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.command.Hub.*;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.concordat.api.ActMetadata;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionCommand.RecordPosition;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.Position;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.concordat.api.partnership.PartnershipEvent.MandateRevoked;
import org.concordat.command.Rejected;
import org.concordat.wiring.StreamHeads;
import org.junit.jupiter.api.Test;

/** Revoke, then act at once on another decision: once the store has the revocation, no act gets through. */
class RevokedTest {

    private static final int CLIENTS = 32;
    private static final MandateId M = new MandateId("mandate-mash.police");
    private static final MandateScope SCOPE =
            new MandateScope(DecisionClass.PARTNERSHIP, null, Set.of(Level.STRATEGIC), null, null, false, false);

    private final List<DomainEventMessage<?>> recorded = new CopyOnWriteArrayList<>();
    private final EventStore store = mock(EventStore.class);
    private final StreamHeads heads = new StreamHeads("partnership-");
    /** As over Axon Server, and as in one process. */
    private final Desk asking = new Desk(new StreamRolls(store, null), store, Set.of());
    private final Desk told = new Desk(new StreamRolls(store, heads), store, Set.of());

    RevokedTest() {
        FOUNDING.forEach(this::record);
        record(new MandateGiven(MASH, M, new PersonId("police"), POLICE, SCOPE, START, null, text("Minute 4"), null, null));
        when(store.readEvents(anyString(), anyLong())).thenAnswer(call -> {
            List<DomainEventMessage<?>> all = List.copyOf(recorded);
            return DomainEventStream.of(all.subList(Math.toIntExact(call.<Long>getArgument(1)), all.size()));
        });
    }

    private void record(PartnershipEvent event) {
        recorded.add(new GenericDomainEventMessage<>("t", MASH.value(), recorded.size(), event,
                Map.of(ActMetadata.EFFECTIVE_ON, START.toString())));
        heads.recorded(MASH.value(), recorded.size());
    }

    private boolean acts(Desk desk, int n) {
        CommandMessage<?> message = new GenericCommandMessage<>(new RecordPosition(new DecisionId("decision-mash.d" + n),
                Hash.of(text("w")), new Position.Agree(null))).withMetaData(by("police", "c-" + n, null));
        try {
            desk.carryOut(message, "decision-mash.d" + n, new Journal(), act -> {
                if (act.mandate(DecisionClass.PARTNERSHIP, null, Level.STRATEGIC).isEmpty()) {
                    throw new Rejected(new NotFound(M.value()));
                }
                return List.of();
            });
            return true;
        } catch (Rejected refused) {
            return false;
        }
    }

    @Test void no_act_gets_through_after_the_revocation() throws InterruptedException {
        revokedUnder(asking);
    }

    @Test void nor_where_the_only_writer_says_that_nothing_is_newer() throws InterruptedException {
        revokedUnder(told);
    }

    private void revokedUnder(Desk desk) throws InterruptedException {
        var revoked = new AtomicBoolean();
        var before = new AtomicInteger();
        var through = new AtomicInteger();
        var refused = new AtomicInteger();
        var warm = new CountDownLatch(CLIENTS);
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                int first = client * 1_000;
                clients.submit(() -> {
                    for (int n = first, after = 0; after < 20; n++) {
                        boolean late = revoked.get();
                        boolean done = acts(desk, n);
                        if (late) after++;
                        (late ? done ? through : refused : before).incrementAndGet();
                        warm.countDown();
                    }
                });
            }
            warm.await();
            record(new MandateRevoked(MASH, M, text("Moved on")));
            revoked.set(true);
        }
        assertThat(before.get()).isPositive();
        assertThat(refused.get()).isEqualTo(CLIENTS * 20);
        assertThat(through.get()).isZero();
    }
}
