package org.concordat.command.commitment;

import static org.concordat.command.Hub.*;
import static org.concordat.command.commitment.Facts.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.commitment.CommitmentCommand.*;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.decision.DueCommand.*;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoRejection.*;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.command.act.Desk;
import org.junit.jupiter.api.Test;

class ProvisoTest {

    private static final ProvisoTerms OVERDUE = new ProvisoTerms.ByDate(text("x"), TODAY.minusDays(1));
    private static final Set<ProvisoId> PATH = Set.of(P1, S1);
    private static final CommitmentProvisosMetTogether JOINTLY = new CommitmentProvisosMetTogether(C, PATH, text("Minute 7"));

    private static TestExecutor<CommitmentAggregate> given(Object... facts) {
        return committing(FUNDED).given(on(START, Arrays.asList(facts)));
    }

    private static TestExecutor<CommitmentAggregate> besideSccs(Object... facts) {
        return committing(FUNDED, Map.of(SCCS.value(), List.of(facts))).given(on(START, offered(IF_SCC)));
    }

    private static MeetCommitmentProviso meet() {
        return new MeetCommitmentProviso(C, P1, text("Done"));
    }

    @Test void its_judge_says_that_it_is_met() {
        given(offered(SCC_JUDGES)).when(meet(), by("scc")).expectEvents(new CommitmentProvisoMet(C, P1, text("Done")));
        refuses(given(offered(SCC_JUDGES)), meet(), "police", new NotTheJudge(P1, SCC));
    }

    @Test void a_text_is_met_while_it_is_in_force() {
        committing(FUNDED, Map.of(PROTOCOL.value(), List.of(protocolInForce()))).given(on(START, offered(IF_TEXT)))
                .when(meet(), by("police")).expectEvents(new CommitmentProvisoMet(C, P1, text("Done")));
        refuses(given(offered(IF_TEXT)), meet(), "police", new TextNotInForce(P1, PROTOCOL));
    }

    @Test void a_failure_says_what_it_loosens() {
        FailCommitmentProviso fail = new FailCommitmentProviso(C, P1, text("Refused"));
        given(offered(BY_JULY), confirmed()).when(fail, by("police")).expectEvents(failed());
        given(offered(BY_JULY)).when(fail, by("police"))
                .expectEvents(new CommitmentProvisoFailed(C, P1, text("Refused"), List.of()));
        refuses(given(offered(BY_JULY)), fail, "scc", new NotTheJudge(P1, POLICE));
    }

    @Test void a_closed_or_withdrawn_year_is_not_loosened() {
        given(offered(BY_JULY), confirmed(), closed("10000.00", "0.00", "-10000.00", "Late"), withdrawn(Y14))
                .when(new FailCommitmentProviso(C, P1, text("Refused")), by("police"))
                .expectEvents(new CommitmentProvisoFailed(C, P1, text("Refused"), TEN_A_YEAR.subList(1, 2)));
    }

    @Test void only_its_holder_waives_it() {
        WaiveCommitmentProviso waive = new WaiveCommitmentProviso(C, P1, text("Not needed"));
        given(offered(SCC_JUDGES)).when(waive, by("police")).expectEvents(new CommitmentProvisoWaived(C, P1, text("Not needed")));
        refuses(given(offered(SCC_JUDGES)), waive, "scc", new NotTheHolder(P1, POLICE));
    }

    @Test void it_lapses_the_day_after_its_last() {
        LapseCommitmentProviso lapse = new LapseCommitmentProviso(C, P1);
        given(offered(OVERDUE), confirmed()).when(lapse, by(Desk.CONCORDAT.value()))
                .expectEvents(new CommitmentProvisoLapsed(C, P1, OVERDUE.by(), TEN_A_YEAR));
        refuses(given(offered(BY_JULY)), lapse, Desk.CONCORDAT.value(), new NotLapsed(P1, JULY));
        refuses(given(offered(OVERDUE)), meet(), "police", new ProvisoSettled(P1, ProvisoStanding.LAPSED));
    }

    @Test void what_is_over_has_no_proviso_to_lapse() {
        refuses(given(offered(OVERDUE), withdrawn(Y12)), new LapseCommitmentProviso(C, P1), Desk.CONCORDAT.value(),
                new ProvisoSettled(P1, ProvisoStanding.DROPPED));
    }

    @Test void partners_that_wait_for_each_other_move_together() {
        MeetCommitmentProvisosTogether together = new MeetCommitmentProvisosTogether(C, PATH, text("Minute 7"));
        besideSccs(offered(SCCS, SCC, TEN_A_YEAR, IF_POLICE)).when(together, by("chair")).expectEvents(JOINTLY);
        refuses(besideSccs(offered(SCCS, SCC, TEN_A_YEAR, BY_JULY)), together, "chair", new NoCycle());
        refuses(besideSccs(), together, "chair", new NoSuchProviso(S1));
        refuses(besideSccs(offered(SCCS, SCC, TEN_A_YEAR, IF_POLICE),
                new CommitmentProvisoFailed(SCCS, S1, text("x"), List.of())), together, "chair",
                new ProvisoSettled(S1, ProvisoStanding.FAILED));
    }

    @Test void a_joint_act_is_given_to_a_commitment_of_its_path() {
        refuses(besideSccs(offered(SCCS, SCC, TEN_A_YEAR, IF_POLICE)),
                new MeetCommitmentProvisosTogether(C, Set.of(S1), text("x")), "chair", new NoSuchProviso(S1));
    }

    @Test void a_joint_act_does_not_reach_another_partnership() {
        CommitmentId foreign = new CommitmentId("commitment-other.scc-2012");
        ProvisoId theirs = ProvisoId.of(foreign.value(), SCC, 1);
        refuses(committing(FUNDED, Map.of(foreign.value(), List.of(offered(foreign, SCC, TEN_A_YEAR, IF_POLICE))))
                .given(on(START, offered(IF_SCC))), new MeetCommitmentProvisosTogether(C, Set.of(P1, theirs), text("x")), "chair",
                new NoSuchProviso(theirs));
    }

    @Test void the_act_of_another_commitment_is_recorded_here_too() {
        JoinCommitmentProvisos join = new JoinCommitmentProvisos(C, SCCS, PATH, text("Minute 7"));
        given(offered(IF_SCC), confirmed()).when(join, by(Desk.CONCORDAT.value())).expectEvents(JOINTLY);
        given(offered(IF_SCC), confirmed(), new CommitmentProvisoLapsed(C, P1, LocalDate.parse("2013-06-01"), TEN_A_YEAR))
                .when(join, by(Desk.CONCORDAT.value())).expectEvents(JOINTLY);
        refuses(given(offered()), join, Desk.CONCORDAT.value(), new NoSuchProviso(P1));
        refuses(given(offered(IF_SCC), confirmed(), failed()), join, Desk.CONCORDAT.value(),
                new ProvisoSettled(P1, ProvisoStanding.FAILED));
    }
}
