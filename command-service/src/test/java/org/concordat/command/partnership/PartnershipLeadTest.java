package org.concordat.command.partnership;

import static org.concordat.command.Hub.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.CommonRejection.EffectiveBeforeAnswered;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.DueCommand.ProposeDecidedLead;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.PartnershipCommand.AcceptPartnershipLead;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.concordat.api.partnership.PartnershipRejection.*;
import org.junit.jupiter.api.Test;

/** Plan 8d: strategic, tactical and operational leads, one at a level at a time. */
class PartnershipLeadTest {

    private static final DecisionId D = new DecisionId("decision-mash.d1");
    private static final LocalDate MAY = LocalDate.parse("2013-05-01");
    private static final LocalDate JULY = LocalDate.parse("2013-07-01");
    private static final LocalDate SEPTEMBER = LocalDate.parse("2013-09-30");
    private static final AcceptPartnershipLead ACCEPT = new AcceptPartnershipLead(MASH, Level.STRATEGIC);

    private final AggregateTestFixture<PartnershipAggregate> fixture = fixture(PartnershipAggregate.class);

    private TestExecutor<PartnershipAggregate> hub(Object... more) {
        List<Object> facts = new ArrayList<>(FOUNDING);
        facts.addAll(List.of(more));
        return fixture.given(on(START, facts));
    }

    private static PartnershipLeadProposed proposed(String person, LocalDate from, LocalDate to) {
        return new PartnershipLeadProposed(MASH, Level.STRATEGIC, new PersonId(person), from, to, D);
    }

    private static PartnershipLeadAccepted accepted(String person, LocalDate from, LocalDate to) {
        return new PartnershipLeadAccepted(MASH, Level.STRATEGIC, new PersonId(person), from, to);
    }

    private static ProposeDecidedLead propose(LocalDate from, LocalDate to) {
        return new ProposeDecidedLead(MASH, Level.STRATEGIC, new PersonId("chair"), from, to, D);
    }

    @Test void a_decision_proposes_a_lead() {
        hub().when(propose(JULY, SEPTEMBER), by("concordat")).expectEvents(proposed("chair", JULY, SEPTEMBER));
    }

    @Test void a_decision_proposes_a_lead_once() {
        refuses(hub(proposed("chair", JULY, SEPTEMBER)), propose(JULY, SEPTEMBER), "concordat", new AlreadyProposed(Level.STRATEGIC, D));
    }

    @Test void a_term_ends_after_it_begins() {
        refuses(hub(), propose(SEPTEMBER, JULY), "concordat", new EndsBeforeItBegins(SEPTEMBER, JULY));
    }

    @Test void a_lead_is_accepted_by_the_person_proposed() {
        hub(proposed("chair", JULY, SEPTEMBER)).when(ACCEPT, by("chair")).expectEvents(accepted("chair", JULY, SEPTEMBER));
    }

    @Test void a_lead_accepted_late_begins_late() {
        hub(proposed("chair", MAY, SEPTEMBER)).when(ACCEPT, by("chair")).expectEvents(accepted("chair", TODAY, SEPTEMBER));
    }

    @Test void nobody_accepts_what_was_not_proposed_to_them() {
        refuses(hub(proposed("chair", JULY, SEPTEMBER)), ACCEPT, "police", new NotProposed(Level.STRATEGIC));
    }

    @Test void a_lead_is_accepted_once() {
        refuses(hub(proposed("chair", MAY, SEPTEMBER), accepted("chair", TODAY, SEPTEMBER)), ACCEPT, "chair",
                new NotProposed(Level.STRATEGIC));
    }

    @Test void a_term_that_is_over_is_not_accepted() {
        refuses(hub(proposed("chair", START, MAY)), ACCEPT, "chair", new NotProposed(Level.STRATEGIC));
    }

    @Test void one_leads_at_a_level_at_a_time() {
        refuses(hub(accepted("police", MAY, JULY), proposed("chair", JULY, SEPTEMBER)), ACCEPT, "chair", new LevelLed(Level.STRATEGIC, JULY));
    }

    @Test void one_leads_after_another() {
        hub(accepted("police", MAY, JULY), proposed("chair", JULY.plusDays(1), SEPTEMBER)).when(ACCEPT, by("chair"))
                .expectEvents(accepted("chair", JULY.plusDays(1), SEPTEMBER));
    }

    @Test void nobody_accepts_before_the_proposal() {
        List<Object> facts = new ArrayList<>(List.of(on(START, new ArrayList<>(FOUNDING))));
        facts.add(on(MAY, proposed("chair", JULY, SEPTEMBER)));
        fixture.given(facts).when(ACCEPT, by("chair", START)).expectNoEvents()
                .expectExceptionDetails(new EffectiveBeforeAnswered(START, MAY));
    }
}
