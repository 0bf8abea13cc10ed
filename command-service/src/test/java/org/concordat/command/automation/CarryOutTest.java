package org.concordat.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.command.Hub.*;
import static org.concordat.command.automation.Days.D;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.concordat.api.ActMetadata;
import org.concordat.api.CommonRejection.Contended;
import org.concordat.api.CommonRejection.StoreUnavailable;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Rejection;
import org.concordat.api.commitment.CommitmentEvent.CommitmentProvisosMetTogether;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionEvent.DecisionClosed;
import org.concordat.api.decision.DueCommand.*;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Result;
import org.concordat.api.document.DocumentId;
import org.concordat.api.document.DocumentRejection.AlreadyInForce;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.PlanItemCommand.AgreeAction;
import org.concordat.api.planitem.Timescale;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.command.Rejected;
import org.junit.jupiter.api.Test;

class CarryOutTest {

    private static final DocumentId VISION = new DocumentId("document-mash.vision");
    private static final Hash WORDING = Hash.of(text("w"));
    private static final PersonId CHAIR = new PersonId("chair");
    private static final MandateId M = new MandateId("mandate-mash.m");
    private static final MandateScope SCOPE =
            new MandateScope(DecisionClass.PARTNERSHIP, null, Set.of(Level.STRATEGIC), null, null, false, false);
    private static final ActionId ACTION = new ActionId("action-mash.leadership.A20");
    private static final Timescale ONGOING = new Timescale.Ongoing("Ongoing");
    private static final List<Effect> EFFECTS = List.of(new Effect.DocumentVersion(VISION),
            new Effect.Mandate(M, CHAIR, SCOPE, TODAY, null), new Effect.PartnershipLead(Level.STRATEGIC, CHAIR, TODAY, TODAY),
            new Effect.Action(new ItemId("item-mash.leadership"), ACTION, null, List.of(), ONGOING));

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final CarryOut carryOut =
            new CarryOut(new Errands(bus, Duration.ofSeconds(5)));

    private static EventMessage<?> closed(List<Effect> effects) {
        return GenericEventMessage.asEventMessage(new DecisionClosed(D, Result.ADOPTED, "Adopted.", false, WORDING, effects))
                .withMetaData(Map.of(ActMetadata.EFFECTIVE_ON, START.toString()));
    }

    private List<Days.Asked> answering(Function<CommandMessage<?>, Object> answer) {
        return Days.answering(bus, answer, AgreeAction.class);
    }

    private void handle(EventMessage<?> message) {
        carryOut.on((DecisionClosed) message.getPayload(), message);
    }

    private static Object refuse(Rejection why) {
        throw new Rejected(why);
    }

    @Test void each_effect_becomes_its_command() {
        List<Days.Asked> asked = answering(_ -> "done");
        handle(closed(EFFECTS));
        assertThat(asked).extracting(Days.Asked::command).containsExactly(new BringIntoForce(VISION, WORDING, D),
                new GiveDecidedMandate(MASH, M, CHAIR, SCOPE, TODAY, null, D),
                new ProposeDecidedLead(MASH, Level.STRATEGIC, CHAIR, TODAY, TODAY, D),
                new AgreeAction(ACTION.itemId(), ACTION, null, List.of(), ONGOING, null));
    }

    @Test void it_acts_as_concordat_on_the_decisions_day_under_an_id_of_the_event() {
        List<Days.Asked> asked = answering(_ -> "done");
        EventMessage<?> message = closed(EFFECTS);
        handle(message);
        assertThat(asked).extracting(Days.Asked::id).containsExactly("carry-out:" + message.getIdentifier() + ":1",
                "carry-out:" + message.getIdentifier() + ":2", "carry-out:" + message.getIdentifier() + ":3",
                "carry-out:" + message.getIdentifier() + ":4");
        assertThat(asked).allSatisfy(a -> {
            assertThat(a.beside()).containsEntry(ActMetadata.PERSON, "concordat").containsEntry(ActMetadata.EFFECTIVE_ON, START.toString());
            assertThat(a.beside().get(ActMetadata.COMMAND_CONTENT)).asString().matches("[0-9a-f]{64}");
            assertThat(a.thread()).isNotEqualTo(Thread.currentThread());
        });
    }

    @Test void the_same_event_again_asks_for_the_same_again() {
        List<Days.Asked> asked = answering(_ -> "done");
        EventMessage<?> message = closed(EFFECTS.subList(0, 1));
        handle(message);
        handle(message);
        assertThat(asked.get(1).beside()).isEqualTo(asked.get(0).beside());
    }

    @Test void what_was_not_adopted_brings_nothing_about() {
        List<Days.Asked> asked = answering(_ -> "done");
        handle(closed(List.of()));
        assertThat(asked).isEmpty();
    }

    @Test void a_joint_act_is_carried_once_to_each_other_commitment_of_its_path() {
        List<Days.Asked> asked = answering(_ -> "done");
        CommitmentId police = new CommitmentId("commitment-mash.police");
        CommitmentId scc = new CommitmentId("commitment-mash.scc");
        Set<ProvisoId> path = Set.of(ProvisoId.of(police.value(), POLICE, 1), ProvisoId.of(scc.value(), SCC, 1));
        var met = new CommitmentProvisosMetTogether(police, path, text("Minute 7"));
        EventMessage<?> given = GenericEventMessage.asEventMessage(met)
                .withMetaData(Map.of(ActMetadata.EFFECTIVE_ON, START.toString(), ActMetadata.PERSON, "chair"));
        carryOut.on(met, given);
        assertThat(asked).extracting(Days.Asked::command)
                .containsExactly(new JoinCommitmentProvisos(scc, police, path, text("Minute 7")));
        assertThat(asked.getFirst().id()).isEqualTo("carry-out:" + given.getIdentifier() + ":commitment-mash.scc");
        assertThat(asked.getFirst().beside()).containsEntry(ActMetadata.EFFECTIVE_ON, START.toString());
        carryOut.on(met, given.withMetaData(Map.of(ActMetadata.PERSON, "concordat")));
        assertThat(asked).hasSize(1);
    }

    @Test void a_rejection_is_an_answer() {
        List<Days.Asked> asked = answering(m -> m.getPayload() instanceof BringIntoForce
                ? refuse(new AlreadyInForce(VISION, WORDING)) : "done");
        handle(closed(EFFECTS));
        assertThat(asked).hasSize(4);
    }

    @Test void an_outage_or_a_lost_race_is_not() {
        for (Rejection why : List.of(new StoreUnavailable(), new Contended(VISION.value()))) {
            answering(_ -> refuse(why));
            assertThatThrownBy(() -> handle(closed(EFFECTS))).isInstanceOf(NotAnswered.class);
        }
    }

    @Test void a_command_that_takes_too_long_is_not_answered() {
        answering(_ -> {
            try {
                Thread.sleep(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "late";
        });
        var hasty = new Errands(bus, Duration.ofMillis(50));
        assertThatThrownBy(() -> hasty.run(new BringIntoForce(VISION, WORDING, D), "c", null)).isInstanceOf(NotAnswered.class);
    }

    /** The processor as it runs: an outage holds its token, and nothing behind it is lost or overtakes. */
    @Test void the_processor_waits_out_an_outage() throws InterruptedException {
        var outages = new AtomicInteger(2);
        List<Days.Asked> asked = answering(_ -> outages.getAndDecrement() > 0 ? refuse(new StoreUnavailable()) : "done");
        Configuration axon = DefaultConfigurer.defaultConfiguration().configureCommandBus(_ -> bus)
                .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine())
                .eventProcessing(p -> {
                    AutomationModule.process(p, CarryOut.GROUP, Configuration::eventStore);
                    p.registerEventHandler(_ -> carryOut);
                }).buildConfiguration();
        EventMessage<?> first = closed(EFFECTS.subList(0, 1));
        EventMessage<?> second = closed(EFFECTS.subList(1, 2));
        axon.start();
        try {
            axon.eventStore().publish(first, second);
            for (int i = 0; i < 300 && asked.size() < 4; i++) Thread.sleep(50);
            assertThat(asked).extracting(Days.Asked::id).containsExactly("carry-out:" + first.getIdentifier() + ":1",
                    "carry-out:" + first.getIdentifier() + ":1", "carry-out:" + first.getIdentifier() + ":1",
                    "carry-out:" + second.getIdentifier() + ":1");
            assertThat(axon.eventProcessingConfiguration().eventProcessor(CarryOut.GROUP, StreamingEventProcessor.class)
                    .orElseThrow().isRunning()).isTrue();
        } finally {
            axon.shutdown();
        }
    }
}
