package org.concordat.command.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.command.Hub.*;
import static org.concordat.command.decision.Facts.*;

import java.util.Set;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.CommonRejection.*;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionCommand.*;
import org.concordat.api.decision.DecisionEvent.*;
import org.concordat.api.decision.DecisionRejection.*;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Rule;
import org.concordat.api.decision.Threshold;
import org.concordat.api.document.DocumentId;
import org.concordat.api.document.DocumentKind;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.MarkedAs;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.api.partnership.PartnershipRejection.ShutsOut;
import org.junit.jupiter.api.Test;

/** A proposal is tabled, amended and withdrawn, and its deadline moves. */
class ProposalTest {

    private static final Effect TEXT = new Effect.DocumentVersion(PROTOCOL);
    private static final PartnerId FIRE = new PartnerId("partner-mash.fire");

    @Test void a_proposal_is_tabled() {
        accepts(decision(), table(), "police", tabled());
    }

    @Test void a_proposal_is_restricted_by_whoever_tables_it() {
        for (String person : Set.of("police", "chair")) {
            TableProposal c = table(restrictedTo(POLICE, SCC), POLICE, SCC);
            restricts(fixture(DecisionAggregate.class), c, person, new ContentMarked(MASH, D.value(), Marking.RESTRICTED, Set.of(POLICE, SCC)),
                    tabled(c, person.equals("police") ? POLICE : null));
        }
        TableProposal open = table(new MarkedAs(Marking.OPEN, null), POLICE, SCC);
        restricts(fixture(DecisionAggregate.class), open, "police", new ContentMarked(MASH, D.value(), Marking.OPEN, Set.of()),
                tabled(open, POLICE));
        TableProposal usual = table(new MarkedAs(Marking.PARTNERS, null), POLICE, SCC);
        accepts(fixture(DecisionAggregate.class).givenNoPriorActivity(), usual, "police", tabled(usual, POLICE));
        assertThat(MARKED).isEmpty();
    }

    @Test void a_restriction_shuts_nobody_out_who_decides_or_tables() {
        TestExecutor<?> none = fixture(DecisionAggregate.class).givenNoPriorActivity();
        refuses(none, table(restrictedTo(POLICE), POLICE, SCC), "police", new ShutsOut(D.value(), Set.of(SCC)));
        refuses(none, table(restrictedTo(SCC, SSOTP), SCC, SSOTP), "police", new ShutsOut(D.value(), Set.of(POLICE)));
        refuses(none, table(restrictedTo(POLICE, SCC, FIRE), POLICE, SCC), "police", new NotFound(FIRE.value()));
        refuses(none, table(restrictedTo(POLICE), POLICE, SCC), "auditor", new NotAuthorised("TableProposal", Set.of(AppointmentKind.REPRESENTATIVE,
                AppointmentKind.CHAIR, AppointmentKind.SECRETARY, AppointmentKind.PROGRAMME_OFFICE)));
        assertThat(MARKED).isEmpty();
    }

    @Test void a_proposal_is_tabled_once() {
        refuses(decision(tabled()), table(), "police", new AlreadyTabled(D));
    }

    @Test void somebody_is_to_decide() {
        refuses(decision(), table(CONSENT, Set.of(), DEADLINE, false), "police", new NobodyEligible());
    }

    @Test void the_eligible_are_partners() {
        refuses(decision(), table(CONSENT, Set.of(POLICE, FIRE), DEADLINE, false), "police",
                new NotFound(FIRE.value()));
    }

    @Test void a_deadline_has_not_passed() {
        refuses(decision(), table(CONSENT, ALL, YESTERDAY, false), "police", new DeadlinePassed(YESTERDAY, TODAY));
    }

    @Test void a_reserved_matter_is_tabled() {
        accepts(decision(), table(CONSENT, ALL, DEADLINE, true), "police",
                tabled(table(CONSENT, ALL, DEADLINE, true), POLICE));
    }

    @Test void a_reserved_matter_is_every_partners() {
        refuses(decision(), table(CONSENT, Set.of(POLICE, SCC), DEADLINE, true), "police",
                new ReservedMatter("every partner of the day is eligible"));
    }

    @Test void a_reserved_matter_deems_nobody() {
        refuses(decision(), table(SILENCE, ALL, DEADLINE, true), "police",
                new ReservedMatter("nobody is deemed to agree"));
    }

    @Test void a_quorum_can_be_met() {
        refuses(decision(), table(new Rule(Threshold.CONSENT, Set.of(), 4, false, false), ALL, DEADLINE, false),
                "police",
                new RuleCannotBeMet("its quorum is 4, and 3 are eligible"));
    }

    @Test void whoever_must_agree_is_eligible() {
        refuses(decision(), table(new Rule(Threshold.CONSENT, Set.of(SCC), 1, false, false), Set.of(POLICE), DEADLINE,
                false),
                "police", new RuleCannotBeMet("it needs the agreement of a partner that is not eligible"));
    }

    @Test void a_decision_on_a_case_is_tabled() {
        accepts(decision(), caseDecision("threshold", false), "police",
                tabled(caseDecision("threshold", false), POLICE));
    }

    @Test void a_decision_on_a_case_is_never_reserved() {
        refuses(decision(), caseDecision("threshold", true), "police",
                new WrongClass(DecisionClass.CASE_AUTHORITY, "is never reserved"));
    }

    @Test void a_decision_on_a_case_brings_nothing_into_force() {
        refuses(decision(), caseDecision("threshold", false, TEXT), "police",
                new WrongClass(DecisionClass.CASE_AUTHORITY, "brings nothing of the partnership's into force"));
    }

    @Test void a_decision_on_a_case_names_its_type() {
        refuses(decision(), caseDecision(null, false), "police",
                new WrongClass(DecisionClass.CASE_AUTHORITY, "names its type, by which mandates are given"));
    }

    @Test void the_text_last_proposed_is_tabled() {
        var beside = elsewhere(PROTOCOL.value(), proposed(DocumentKind.PROTOCOL, SECOND), proposed(DocumentKind.PROTOCOL, FIRST));
        accepts(decision(beside), table(CONSENT, ALL, DEADLINE, false, TEXT), "police",
                tabled(table(CONSENT, ALL, DEADLINE, false, TEXT), POLICE));
    }

    @Test void another_text_is_not_tabled_for_the_document() {
        var beside = elsewhere(PROTOCOL.value(), proposed(DocumentKind.PROTOCOL, FIRST), proposed(DocumentKind.PROTOCOL, SECOND));
        refuses(decision(beside), table(CONSENT, ALL, DEADLINE, false, TEXT), "police",
                new NotTheProposedText(PROTOCOL.value()));
    }

    @Test void a_vision_is_reserved() {
        var beside = elsewhere(PROTOCOL.value(), proposed(DocumentKind.VISION, FIRST));
        refuses(decision(beside), table(CONSENT, ALL, DEADLINE, false, TEXT), "police",
                new ReservedMatter("a vision is agreed by every partner itself"));
    }

    @Test void a_decision_brings_into_force_what_is_of_its_partnership() {
        DocumentId other = new DocumentId("document-other.protocol");
        refuses(decision(), table(CONSENT, ALL, DEADLINE, false, new Effect.DocumentVersion(other)), "police",
                new NotFound(other.value()));
    }

    @Test void amending_lapses_positions_and_says_so() {
        accepts(decision(tabled(), says(SCC, AGREE)), new AmendProposal(D, SECOND, text("Sooner")), "police",
                amended(SCC));
    }

    @Test void another_partner_does_not_amend() {
        refuses(decision(tabled()), new AmendProposal(D, SECOND, text("x")), "scc", new NotTheTabler(D));
    }

    @Test void the_programme_office_amends_what_no_partner_tabled() {
        accepts(decision(tabled(table(), null)), new AmendProposal(D, SECOND, text("Sooner")), OFFICE, amended());
    }

    @Test void the_programme_office_does_not_amend_what_a_partner_tabled() {
        refuses(decision(tabled()), new AmendProposal(D, SECOND, text("x")), OFFICE, new NotTheTabler(D));
    }

    @Test void the_same_wording_is_no_amendment() {
        refuses(decision(tabled()), new AmendProposal(D, FIRST, text("x")), "police", new SameWording(D));
    }

    @Test void a_documents_text_is_amended_to_its_last_version_only() {
        var beside = elsewhere(PROTOCOL.value(), proposed(DocumentKind.PROTOCOL, FIRST));
        refuses(decision(beside, tabled(table(CONSENT, ALL, DEADLINE, false, TEXT), POLICE)),
                new AmendProposal(D, SECOND, text("x")),
                "police", new NotTheProposedText(PROTOCOL.value()));
    }

    @Test void a_proposal_is_withdrawn() {
        accepts(decision(tabled()), new WithdrawProposal(D, text("Overtaken")), "police",
                new ProposalWithdrawn(D, text("Overtaken")));
    }

    @Test void another_partner_does_not_withdraw() {
        refuses(decision(tabled()), new WithdrawProposal(D, text("x")), "scc", new NotTheTabler(D));
    }

    @Test void a_deadline_is_extended() {
        accepts(decision(tabled()), new ExtendDeadline(D, JULY, text("Holidays")), "chair",
                new DeadlineExtended(D, DEADLINE, JULY, text("Holidays")));
    }

    @Test void a_deadline_is_never_brought_forward() {
        refuses(decision(tabled()), new ExtendDeadline(D, DEADLINE, text("x")), "chair",
                new DeadlineNotLater(DEADLINE));
    }
}
