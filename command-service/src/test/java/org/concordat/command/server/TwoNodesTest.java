package org.concordat.command.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.command.Hub.text;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.concordat.api.CommonRejection.Contended;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.Receipt;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionCommand.RecordPosition;
import org.concordat.api.decision.DecisionCommand.TableProposal;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.Position;
import org.concordat.api.decision.Rule;
import org.concordat.api.decision.Threshold;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipCommand.*;
import org.concordat.api.partnership.PartnershipId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Two command nodes on one real Axon Server, each with what it keeps in memory, as if routing had moved between them. */
@Tag("heavy")
@EnabledIfEnvironmentVariable(named = "AXON_SERVER", matches = ".+:[0-9]+", disabledReason =
        "NOT RUN: two command nodes need a real Axon Server, AXON_SERVER=host:port (docs/operations.md)")
class TwoNodesTest {

    private static final int ROUNDS = 100;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final MandateScope SCOPE =
            new MandateScope(DecisionClass.PARTNERSHIP, null, Set.of(Level.STRATEGIC), null, null, false, false);
    private static CommandNode one;
    private static CommandNode other;

    private final String name = "two" + Long.toString(System.nanoTime(), 36);
    private final PartnershipId hub = new PartnershipId("partnership-" + name);
    private final PartnerId police = new PartnerId("partner-" + name + ".police");
    private final MandateId mandate = new MandateId("mandate-" + name + ".police");

    @BeforeAll static void start() {
        one = CommandNode.start("node-one");
        other = CommandNode.start("node-other");
    }

    @AfterAll static void stop() {
        one.context().close();
        other.context().close();
    }

    TwoNodesTest() {
        one.done("founder", "establish", new EstablishPartnership(hub, text("Two"), ZoneId.of("Europe/London"), TODAY.plusYears(5),
                new PersonId("office")));
        one.done("office", "admit", new AdmitPartner(hub, police, text("Police")));
        one.done("office", "appoint", new Appoint(hub, new AppointmentId("appointment-" + name + ".police"), new PersonId("police"),
                AppointmentKind.REPRESENTATIVE, police, null, TODAY, null));
        one.done("office", "mandate", new GiveMandate(hub, mandate, new PersonId("police"), police, SCOPE, TODAY, null, text("Minute 1")));
    }

    private BoardId board(String local) {
        return new BoardId("board-" + name + "." + local);
    }

    private RegisterBoard registers(String local) {
        return new RegisterBoard(hub, board(local), text("Board " + local), null);
    }

    private DecisionId decision(int n) {
        return new DecisionId("decision-" + name + ".d" + n);
    }

    private void tabled(int n) {
        one.done("office", "table-" + n, new TableProposal(hub, decision(n), text("Protocol"), text("We do it."),
                new Rule(Threshold.EVERY_PARTNER, Set.of(), 1, false, false), Set.of(police), TODAY.plusDays(1), Level.STRATEGIC,
                DecisionClass.PARTNERSHIP, null, false, List.of(), null));
    }

    private Object says(CommandNode node, int n) {
        return node.does("police", "say-" + n, new RecordPosition(decision(n), Hash.of(text("We do it.")), new Position.Agree(null)));
    }

    /** Both at once, and what each was told. */
    private static List<Object> together(Callable<Object> first, Callable<Object> second) throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Object> told = new ArrayList<>();
            for (Future<Object> answer : both.invokeAll(List.of(first, second))) told.add(answer.get());
            return told;
        }
    }

    @Test void a_mandate_revoked_on_one_is_refused_on_the_other_and_nothing_is_recorded() throws Exception {
        IntStream.range(0, 32).forEach(this::tabled);
        assertThat(says(other, 0)).isInstanceOf(Receipt.class);
        one.done("office", "revoke", new RevokeMandate(hub, mandate, text("Moved on")));
        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            List<Callable<Object>> acts = IntStream.range(1, 32).<Callable<Object>>mapToObj(n -> () -> says(other, n)).toList();
            for (Future<Object> told : clients.invokeAll(acts)) {
                assertThat(told.get()).hasToString(says(one, 1).toString()).isNotInstanceOf(Receipt.class);
            }
        }
        IntStream.range(1, 32).forEach(n -> assertThat(one.recorded(decision(n).value())).isEqualTo(1));
    }

    @Test void a_race_on_one_thing_is_tried_again_or_answered_as_contended() throws Exception {
        long before = one.recorded(hub.value());
        long receipts = 0;
        for (int n = 0; n < ROUNDS; n++) {
            String round = "r" + n;
            for (Object told : together(() -> one.does("office", round + "-one", registers(round + "-one")),
                    () -> other.does("office", round + "-other", registers(round + "-other")))) {
                assertThat(told).isInstanceOfAny(Receipt.class, Contended.class);
                if (told instanceof Receipt) receipts++;
            }
        }
        System.out.println("200 commands raced on one thing at two nodes: " + receipts + " receipts, "
                + (2 * ROUNDS - receipts) + " contended");
        assertThat(one.recorded(hub.value()) - before).isEqualTo(receipts).isGreaterThan(ROUNDS);
    }

    @Test void only_one_of_two_that_exclude_each_other_is_recorded() throws Exception {
        for (int n = 0; n < ROUNDS; n++) {
            String round = "same" + n;
            List<Object> told = together(() -> one.does("office", round + "-one", registers(round)),
                    () -> other.does("office", round + "-other", registers(round)));
            assertThat(told.stream().filter(Receipt.class::isInstance)).as(told.toString()).hasSize(1);
            assertThat(told.stream().filter(answer -> !(answer instanceof Receipt)).map(answer -> answer.getClass().getSimpleName()))
                    .containsExactly(one.does("office", round + "-again", registers(round)).getClass().getSimpleName());
        }
    }

    @Test void one_command_id_at_both_makes_one_event_and_one_receipt() throws Exception {
        long before = one.recorded(hub.value());
        for (int n = 0; n < ROUNDS; n++) {
            String id = "twice" + n;
            List<Object> told = together(() -> one.does("office", id, registers(id)), () -> other.does("office", id, registers(id)));
            assertThat(told.getFirst()).isInstanceOf(Receipt.class).isEqualTo(told.getLast());
        }
        assertThat(one.recorded(hub.value()) - before).isEqualTo(ROUNDS);
    }

    /** The other keeps the partnership in memory from before the board was registered. */
    @Test void nothing_is_refused_on_what_a_node_kept_from_before() {
        other.done("office", "warm", registers("warm"));
        for (int n = 0; n < 20; n++) {
            one.done("office", "late" + n, registers("late" + n));
            other.done("office", "chair" + n, new Appoint(hub, new AppointmentId("appointment-" + name + ".chair" + n),
                    new PersonId("chair"), AppointmentKind.CHAIR, null, board("late" + n), TODAY, null));
        }
    }
}
