package org.concordat.command.document;

import static org.concordat.command.Hub.*;
import static org.concordat.command.document.Texts.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.CommonRejection.*;
import org.concordat.api.Hash;
import org.concordat.api.decision.DueCommand.BringIntoForce;
import org.concordat.api.document.DocumentCommand.*;
import org.concordat.api.document.DocumentEvent.*;
import org.concordat.api.document.DocumentId;
import org.concordat.api.document.DocumentKind;
import org.concordat.api.document.DocumentRejection.*;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.api.partnership.PartnershipRejection.ShutsOut;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final LocalDate MAY = LocalDate.parse("2013-05-01");
    private final AggregateTestFixture<DocumentAggregate> fixture = fixture(DocumentAggregate.class);

    private TestExecutor<DocumentAggregate> vision(Object... facts) {
        return fixture.given(on(MAY, Arrays.asList(facts)));
    }

    private static ProposeVersion version(DocumentKind kind, List<org.concordat.api.Text> benefits, Integer years,
                                          List<org.concordat.api.Text> notDoing) {
        return new ProposeVersion(MASH, VISION, kind, text("t"), text("w"), benefits, years, notDoing, null);
    }

    @Test void a_document_begins_with_its_first_version() {
        fixture.givenNoPriorActivity().when(propose(FIRST), by("police")).expectEvents(proposed(1, FIRST));
    }

    @Test void a_document_is_restricted_with_its_first_version_by_whoever_proposes_it() {
        restricts(fixture, restricted(FIRST, POLICE), "police", new ContentMarked(MASH, VISION.value(), Marking.RESTRICTED, Set.of(POLICE)),
                proposed(1, FIRST));
        refuses(fixture.givenNoPriorActivity(), restricted(FIRST, SCC), "police", new ShutsOut(VISION.value(), Set.of(POLICE)));
        refuses(vision(proposed(1, FIRST)), restricted(SECOND, POLICE), "police", new Malformed("marking",
                "is given by the command that makes the thing; what is there already is marked by markContent"));
    }

    private static ProposeVersion restricted(org.concordat.api.Text words, PartnerId partner) {
        ProposeVersion c = propose(words);
        return new ProposeVersion(MASH, VISION, c.kind(), c.title(), words, c.benefits(), c.termYears(), c.notDoing(), restrictedTo(partner));
    }

    @Test void versions_are_counted() {
        vision(proposed(1, FIRST)).when(propose(SECOND), by("police")).expectEvents(proposed(2, SECOND));
    }

    @Test void a_document_belongs_to_its_partnership() {
        DocumentId other = new DocumentId("document-other.vision");
        refuses(fixture.givenNoPriorActivity(),
                new ProposeVersion(MASH, other, DocumentKind.PROTOCOL, text("t"), text("w"), List.of(), null, List.of(), null), "police",
                new NotFound(other.value()));
    }

    @Test void a_document_keeps_its_kind() {
        refuses(vision(proposed(1, FIRST)), version(DocumentKind.STRATEGY, List.of(), null, List.of()), "police",
                new KindMismatch(VISION, DocumentKind.VISION));
    }

    @Test void a_vision_states_its_term() {
        refuses(fixture.givenNoPriorActivity(), version(DocumentKind.VISION, List.of(text("b")), null, List.of()), "police",
                new Unstated(DocumentKind.VISION, "its term in years"));
    }

    @Test void a_vision_states_its_benefits() {
        refuses(fixture.givenNoPriorActivity(), version(DocumentKind.VISION, List.of(), 5, List.of()), "police",
                new Unstated(DocumentKind.VISION, "at least one benefit"));
    }

    @Test void a_term_is_one_to_fifty_years() {
        refuses(fixture.givenNoPriorActivity(), version(DocumentKind.VISION, List.of(text("b")), 51, List.of()), "police",
                new Malformed("termYears", "is between 1 and 50 years"));
    }

    @Test void a_remit_states_what_falls_outside() {
        refuses(fixture.givenNoPriorActivity(), version(DocumentKind.REMIT_AND_SCOPE, List.of(), null, List.of()), "police",
                new Unstated(DocumentKind.REMIT_AND_SCOPE, "at least one thing that falls outside"));
    }

    @Test void a_remit_that_says_what_it_is_not_is_proposed() {
        fixture.givenNoPriorActivity().when(version(DocumentKind.REMIT_AND_SCOPE, List.of(), null, List.of(text("Housing"))), by("chair"))
                .expectSuccessfulHandlerExecution();
    }

    @Test void a_text_is_a_version_once() {
        refuses(vision(proposed(1, FIRST), proposed(2, SECOND)), propose(FIRST), "police", new SameText(VISION));
    }

    @Test void a_decision_brings_a_version_into_force() {
        vision(proposed(1, FIRST)).when(new BringIntoForce(VISION, Hash.of(FIRST), D), by("concordat"))
                .expectEvents(inForce(FIRST));
    }

    @Test void nobody_but_concordat_brings_a_version_into_force() {
        refuses(vision(proposed(1, FIRST)), new BringIntoForce(VISION, Hash.of(FIRST), D), OFFICE,
                new NotAuthorised("BringIntoForce", Set.of()));
    }

    @Test void only_a_version_comes_into_force() {
        refuses(vision(proposed(1, FIRST)), new BringIntoForce(VISION, Hash.of(SECOND), D), "concordat",
                new NoSuchVersion(VISION, Hash.of(SECOND)));
    }

    @Test void a_version_does_not_come_into_force_twice() {
        refuses(vision(proposed(1, FIRST), inForce(FIRST)), new BringIntoForce(VISION, Hash.of(FIRST), D), "concordat",
                new AlreadyInForce(VISION, Hash.of(FIRST)));
    }

    @Test void an_earlier_version_may_come_into_force_again() {
        vision(proposed(1, FIRST), inForce(FIRST), proposed(2, SECOND), inForce(SECOND))
                .when(new BringIntoForce(VISION, Hash.of(FIRST), D), by("concordat")).expectEvents(inForce(FIRST));
    }

    @Test void a_version_is_not_in_force_before_it_was_proposed() {
        vision(proposed(1, FIRST)).when(new BringIntoForce(VISION, Hash.of(FIRST), D), by("concordat", START))
                .expectNoEvents().expectExceptionDetails(new EffectiveBeforeAnswered(START, MAY));
    }

    @Test void a_partner_acknowledges_the_version_in_force() {
        vision(proposed(1, FIRST), inForce(FIRST)).when(new AcknowledgeVersion(VISION, Hash.of(FIRST)), by("police"))
                .expectEvents(new VersionAcknowledged(VISION, Hash.of(FIRST), POLICE));
    }

    @Test void a_version_not_in_force_is_not_acknowledged() {
        refuses(vision(proposed(1, FIRST), inForce(FIRST), proposed(2, SECOND)), new AcknowledgeVersion(VISION, Hash.of(SECOND)), "police",
                new NotInForce(VISION, Hash.of(SECOND)));
    }

    @Test void a_text_that_is_no_version_is_not_acknowledged() {
        refuses(vision(proposed(1, FIRST), inForce(FIRST)), new AcknowledgeVersion(VISION, Hash.of(SECOND)), "police",
                new NoSuchVersion(VISION, Hash.of(SECOND)));
    }

    @Test void a_partner_acknowledges_a_version_once() {
        refuses(vision(proposed(1, FIRST), inForce(FIRST), acknowledged(FIRST)), new AcknowledgeVersion(VISION, Hash.of(FIRST)), "police",
                new AlreadyAcknowledged(VISION));
    }

    @Test void the_next_version_in_force_is_acknowledged_anew() {
        vision(proposed(1, FIRST), inForce(FIRST), acknowledged(FIRST), proposed(2, SECOND), inForce(SECOND))
                .when(new AcknowledgeVersion(VISION, Hash.of(SECOND)), by("police")).expectEvents(acknowledged(SECOND));
    }

    @Test void the_chair_acknowledges_for_nobody() {
        refuses(vision(proposed(1, FIRST), inForce(FIRST)), new AcknowledgeVersion(VISION, Hash.of(FIRST)), "chair",
                new NotAuthorised("AcknowledgeVersion", Set.of(org.concordat.api.partnership.AppointmentKind.REPRESENTATIVE)));
    }
}
