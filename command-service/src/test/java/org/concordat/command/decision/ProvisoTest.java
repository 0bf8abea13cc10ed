package org.concordat.command.decision;

import static org.concordat.command.Hub.*;
import static org.concordat.command.decision.Facts.*;

import java.util.Set;
import org.concordat.api.CommonRejection.*;
import org.concordat.api.Hash;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DueCommand.LapseProviso;
import org.concordat.api.document.DocumentEvent.VersionCameIntoForce;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoRejection.*;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.junit.jupiter.api.Test;

/** Agreement subject to provisos. */
class ProvisoTest {

    @Test void a_proviso_is_attached() {
        accepts(decision(tabled()), record(subjectTo(BY_JULY)), "ssotp",
                says(SSOTP, subjectTo(BY_JULY), provisoOf(SSOTP, 1, BY_JULY, TODAY)));
    }

    @Test void a_changed_position_attaches_provisos_of_another_id() {
        accepts(decision(tabled(), ssotpSubjectTo(BY_JULY)), change(subjectTo(IF_POLICE)), "ssotp",
                changes(SSOTP, subjectTo(IF_POLICE), provisoOf(SSOTP, 2, IF_POLICE, TODAY)));
    }

    @Test void a_proviso_ends_after_it_begins() {
        ProvisoTerms past = new ProvisoTerms.ByDate(text("x"), YESTERDAY);
        refuses(decision(tabled()), record(subjectTo(past)), "ssotp", new ProvisoEndsTooSoon(YESTERDAY, TODAY));
    }

    @Test void a_proviso_names_partners_that_are_there() {
        PartnerId fire = new PartnerId("partner-mash.fire");
        refuses(decision(tabled()), record(subjectTo(new ProvisoTerms.JudgedBy(text("x"), fire, JULY))), "ssotp",
                new NotFound(fire.value()));
    }

    @Test void a_partner_does_not_wait_for_itself() {
        refuses(decision(tabled()), record(subjectTo(IF_SSOTP)), "ssotp",
                new Malformed("partner", "is the one that attaches the proviso"));
    }

    @Test void a_proviso_is_met_after_the_result() {
        accepts(decision(tabled(), ssotpSubjectTo(BY_JULY), adopted()), new MeetProviso(D, P1, text("Done")), "ssotp",
                new ProvisoMet(D, P1, text("Done")));
    }

    @Test void a_proviso_is_judged_by_its_judge() {
        refuses(decision(tabled(), ssotpSubjectTo(SCC_JUDGES)), new MeetProviso(D, P1, text("x")), "ssotp",
                new NotTheJudge(P1, SCC));
    }

    @Test void a_proviso_fails() {
        accepts(decision(tabled(), ssotpSubjectTo(SCC_JUDGES), adopted()), new FailProviso(D, P1, text("Not safe")),
                "scc",
                new ProvisoFailed(D, P1, text("Not safe")));
    }

    @Test void a_settled_proviso_is_not_judged_again() {
        refuses(decision(tabled(), ssotpSubjectTo(BY_JULY), new ProvisoMet(D, P1, text("x"))),
                new FailProviso(D, P1, text("x")),
                "ssotp", new ProvisoSettled(P1, ProvisoStanding.MET));
    }

    @Test void a_proviso_is_waived_by_its_holder() {
        accepts(decision(tabled(), ssotpSubjectTo(SCC_JUDGES), adopted()), new WaiveProviso(D, P1, text("Content")),
                "ssotp",
                new ProvisoWaived(D, P1, text("Content")));
    }

    @Test void nobody_else_waives_it() {
        refuses(decision(tabled(), ssotpSubjectTo(SCC_JUDGES)), new WaiveProviso(D, P1, text("x")), "scc",
                new NotTheHolder(P1, SSOTP));
    }

    @Test void a_proviso_on_a_text_is_met_while_it_is_in_force() {
        var beside = elsewhere(PROTOCOL.value(), new VersionCameIntoForce(PROTOCOL, Hash.of(FIRST), LATER));
        accepts(decision(beside, tabled(), ssotpSubjectTo(IF_TEXT)), new MeetProviso(D, P1, text("Agreed")), "ssotp",
                new ProvisoMet(D, P1, text("Agreed")));
    }

    @Test void a_proviso_on_a_text_waits_for_it() {
        refuses(decision(tabled(), ssotpSubjectTo(IF_TEXT)), new MeetProviso(D, P1, text("x")), "ssotp",
                new TextNotInForce(P1, PROTOCOL));
    }

    @Test void a_proviso_lapses_after_its_last_day() {
        accepts(decision(tabled(), ssotpSubjectTo(new ProvisoTerms.ByDate(text("x"), YESTERDAY))),
                new LapseProviso(D, P1),
                "concordat", new ProvisoLapsed(D, P1, YESTERDAY));
    }

    @Test void a_proviso_does_not_lapse_on_its_last_day() {
        refuses(decision(tabled(), ssotpSubjectTo(new ProvisoTerms.ByDate(text("x"), TODAY))), new LapseProviso(D, P1),
                "concordat",
                new NotLapsed(P1, TODAY));
    }

    @Test void past_its_last_day_nobody_judges_it() {
        refuses(decision(tabled(), ssotpSubjectTo(new ProvisoTerms.ByDate(text("x"), YESTERDAY))),
                new MeetProviso(D, P1, text("x")),
                "ssotp", new ProvisoSettled(P1, ProvisoStanding.LAPSED));
    }

    @Test void partners_that_wait_for_each_other_move_together() {
        ProvisoId other = ProvisoId.of(D.value(), POLICE, 1);
        accepts(decision(tabled(), ssotpSubjectTo(IF_POLICE),
                says(POLICE, subjectTo(IF_SSOTP), proviso(POLICE, 1, IF_SSOTP))),
                new MeetProvisosTogether(D, Set.of(P1, other), text("Minute 5")), "chair",
                new ProvisosMetTogether(D, Set.of(P1, other), text("Minute 5")));
    }

    @Test void what_waits_in_no_cycle_is_judged_apart() {
        refuses(decision(tabled(), ssotpSubjectTo(IF_POLICE)),
                new MeetProvisosTogether(D, Set.of(P1), text("x")), "chair",
                new NoCycle());
    }

    @Test void a_changed_position_drops_its_provisos() {
        refuses(decision(tabled(), ssotpSubjectTo(BY_JULY), changes(SSOTP, AGREE)), new MeetProviso(D, P1, text("x")),
                "ssotp",
                new NoSuchProviso(P1));
    }

    @Test void nobody_waits_for_provisos_of_what_was_not_adopted() {
        refuses(decision(tabled(), ssotpSubjectTo(BY_JULY), notAdopted()), new MeetProviso(D, P1, text("x")), "ssotp",
                new ProvisoSettled(P1, ProvisoStanding.DROPPED));
    }
}
