package org.concordat.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.command.Hub.*;
import static org.concordat.command.automation.Days.D;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.concordat.api.ActMetadata;
import org.concordat.api.CommonRejection.StoreUnavailable;
import org.concordat.api.Hash;
import org.concordat.api.Rejection;
import org.concordat.api.commitment.CommitmentEvent.CommitmentProvisosMetTogether;
import org.concordat.api.commitment.CommitmentEvent.ProvisoAttached;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionRejection.NotDueYet;
import org.concordat.api.decision.DecisionRejection.NotOpen;
import org.concordat.api.decision.DueCommand.CloseAtDeadline;
import org.concordat.api.decision.DueCommand.LapseCommitmentProviso;
import org.concordat.api.decision.DueCommand.LapseProviso;
import org.concordat.api.decision.Position;
import org.concordat.api.decision.Result;
import org.concordat.api.decision.Rule;
import org.concordat.api.decision.Standing;
import org.concordat.api.decision.Threshold;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.command.Rejected;
import org.concordat.command.act.Rolls;
import org.concordat.wiring.LogicalNameSerializer;
import org.concordat.wiring.WiringModule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Over a real table; the hub's days are London's, an hour ahead of UTC in June. */
class DueTest {

    private static final LocalDate DEADLINE = LocalDate.parse("2013-06-10");
    private static final Instant LAST_MOMENT = Instant.parse("2013-06-10T22:59:59Z");
    private static final Instant PASSED = Instant.parse("2013-06-10T23:00:00Z");
    private static final ProvisoId PROVISO = new ProvisoId("proviso-mash.d1.p1");
    private static final ProvisoTerms TERMS = new ProvisoTerms.ByDate(text("The service is funded"), DEADLINE);
    private static final PositionRecorded RECORDED = new PositionRecorded(D, POLICE,
            new Position.AgreeSubjectToProvisos(List.of(TERMS)), Hash.of(text("w")),
            List.of(new Proviso(PROVISO, POLICE, TERMS, ProvisoStanding.OPEN, TODAY)), new MandateId("mandate-mash.m"));
    private static final DecisionClosed CLOSED = new DecisionClosed(D, Result.ADOPTED, "b", false, Hash.of(text("w")), List.of());

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate jdbc;

    private final AtomicReference<@Nullable Rejection> refusal = new AtomicReference<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final List<Days.Asked> asked = Days.answering(bus, _ -> {
        Rejection why = refusal.get();
        if (why != null) throw new Rejected(why);
        return "done";
    });
    private final DueTable table = new DueTable(jdbc, new LogicalNameSerializer());
    private final Awaiting awaiting = new Awaiting(table, _ -> new Rolls.Read(ROLL, FOUNDING.size()));
    private final Due due = new Due(table,
            new Errands(bus, Duration.ofSeconds(5)), Duration.ofMillis(20));

    @BeforeAll static void database() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/command/V200__due.sql")).execute(postgres.getPostgresDatabase());
        jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
    }

    @AfterAll static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach void empty() {
        awaiting.reset();
    }

    @AfterEach void clock() {
        WiringModule.tell(Clock.systemUTC());
    }

    private static ProposalTabled tabled(LocalDate deadline) {
        return new ProposalTabled(MASH, D, text("t"), text("w"), Hash.of(text("w")),
                new Rule(Threshold.EVERY_PARTNER, Set.of(), 0, false, false), Set.of(POLICE, SCC), deadline, Level.STRATEGIC,
                DecisionClass.PARTNERSHIP, null, false, List.of(), null);
    }

    private List<Object> lookAt(Instant moment, DecisionEvent... events) {
        WiringModule.tell(Clock.fixed(moment, ZoneOffset.UTC));
        for (DecisionEvent event : events) awaiting.on(event);
        due.runNow();
        return asked.stream().map(Days.Asked::command).toList();
    }

    @Test void a_decision_closes_when_its_last_day_has_passed_where_the_hub_is() {
        assertThat(lookAt(LAST_MOMENT, tabled(DEADLINE))).isEmpty();
        assertThat(lookAt(PASSED)).containsExactly(new CloseAtDeadline(D, DEADLINE));
        assertThat(asked.getFirst().id()).isEqualTo("due:decision-mash.d1:2013-06-10");
        assertThat(asked.getFirst().beside()).containsEntry(ActMetadata.PERSON, "concordat").doesNotContainKey(ActMetadata.EFFECTIVE_ON);
    }

    @Test void what_is_done_is_not_asked_again() {
        lookAt(PASSED, tabled(DEADLINE));
        assertThat(lookAt(PASSED)).hasSize(1);
    }

    @Test void an_extended_deadline_is_waited_for() {
        assertThat(lookAt(PASSED, tabled(DEADLINE), new DeadlineExtended(D, DEADLINE, DEADLINE.plusDays(1), text("x")))).isEmpty();
        assertThat(lookAt(PASSED.plus(Duration.ofDays(1)))).containsExactly(new CloseAtDeadline(D, DEADLINE.plusDays(1)));
    }

    @Test void what_closed_or_was_withdrawn_does_not_fall_due() {
        assertThat(lookAt(PASSED, tabled(DEADLINE), CLOSED)).isEmpty();
        assertThat(lookAt(PASSED, tabled(DEADLINE), new ProposalWithdrawn(D, text("x")))).isEmpty();
    }

    @Test void a_reopened_decision_has_a_deadline_again() {
        assertThat(lookAt(PASSED, tabled(TODAY), CLOSED, new DecisionReopened(D, DEADLINE, text("x"))))
                .containsExactly(new CloseAtDeadline(D, DEADLINE));
    }

    @Test void a_proviso_lapses_after_its_last_day_also_once_the_decision_is_closed() {
        assertThat(lookAt(LAST_MOMENT, tabled(TODAY), RECORDED, CLOSED)).isEmpty();
        assertThat(lookAt(PASSED)).containsExactly(new LapseProviso(D, PROVISO));
    }

    @Test void a_proviso_that_is_settled_does_not_lapse() {
        for (DecisionEvent settled : List.of(new ProvisoMet(D, PROVISO, text("x")), new ProvisoFailed(D, PROVISO, text("x")),
                new ProvisoWaived(D, PROVISO, text("x")), new ProvisoLapsed(D, PROVISO, DEADLINE),
                new ProvisosMetTogether(D, Set.of(PROVISO), text("x")))) {
            assertThat(lookAt(PASSED, RECORDED, settled)).isEmpty();
        }
    }

    @Test void a_commitments_proviso_lapses_too_and_not_once_it_is_settled() {
        CommitmentId money = new CommitmentId("commitment-mash.d1");
        Proviso proviso = new Proviso(ProvisoId.of(money.value(), POLICE, 1), POLICE, TERMS, ProvisoStanding.OPEN, TODAY);
        WiringModule.tell(Clock.fixed(PASSED, ZoneOffset.UTC));
        awaiting.on(new ProvisoAttached(money, proviso));
        due.runNow();
        assertThat(asked).extracting(Days.Asked::command).containsExactly(new LapseCommitmentProviso(money, proviso.id()));
        awaiting.on(new ProvisoAttached(money, proviso));
        awaiting.on(new CommitmentProvisosMetTogether(money, Set.of(proviso.id(), PROVISO), text("x")));
        due.runNow();
        assertThat(asked).hasSize(1);
    }

    @Test void a_refusal_ends_it() {
        refusal.set(new NotOpen(D, Standing.CLOSED));
        lookAt(PASSED, tabled(DEADLINE));
        assertThat(lookAt(PASSED)).hasSize(1);
    }

    @Test void an_outage_or_too_early_a_clock_does_not() {
        refusal.set(new StoreUnavailable());
        lookAt(PASSED, tabled(DEADLINE));
        refusal.set(new NotDueYet(DEADLINE));
        lookAt(PASSED);
        refusal.set(null);
        lookAt(PASSED);
        assertThat(lookAt(PASSED)).hasSize(3);
        assertThat(asked.stream().map(Days.Asked::beside).distinct()).hasSize(1);
    }

    @Test void a_deadline_put_off_while_it_was_asked_stays_noted() {
        awaiting.on(tabled(DEADLINE));
        DueTable.Due old = table.at(PASSED).getFirst();
        awaiting.on(new DeadlineExtended(D, DEADLINE, DEADLINE.plusDays(1), text("x")));
        table.done(old);
        assertThat(table.at(PASSED.plus(Duration.ofDays(1)))).hasSize(1);
    }

    @Test void running_late_is_shown() {
        refusal.set(new StoreUnavailable());
        lookAt(PASSED.plusSeconds(600), tabled(DEADLINE));
        assertThat(due.lateSeconds()).isEqualTo(600);
        refusal.set(null);
        lookAt(PASSED.plusSeconds(601));
        assertThat(due.lateSeconds()).isZero();
    }

    @Test void it_looks_by_itself_and_stops() throws InterruptedException {
        WiringModule.tell(Clock.fixed(PASSED, ZoneOffset.UTC));
        awaiting.on(tabled(DEADLINE));
        due.start();
        for (int i = 0; i < 200 && asked.isEmpty(); i++) Thread.sleep(10);
        due.stop();
        assertThat(asked).hasSize(1);
        assertThat(due.isRunning()).isFalse();
    }
}
