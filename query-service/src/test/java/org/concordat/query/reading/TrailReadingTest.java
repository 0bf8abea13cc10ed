package org.concordat.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.OFFICE;
import static org.concordat.query.ledger.Story.day;
import static org.concordat.query.ledger.Story.noon;

import java.util.List;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.concordat.query.ledger.Story;
import org.concordat.query.trail.Recorded;
import org.concordat.query.trail.Trail;
import org.concordat.query.trail.TrailFilter;
import org.concordat.query.trail.TrailRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.security.core.context.SecurityContextHolder;

/** The trail as auditors ask for it, and that their asking is in it. */
class TrailReadingTest {

    private static final PersonId POLICE = new PersonId("police");
    private static final String ATTEMPTS = """
        query Tried { partnership(id: "partnership-mash") { attempts(first: 1 %s) {
          edges { cursor node { number at person command target commandId code times since hash } }
          pageInfo { hasNextPage endCursor } } } }""";
    private static final String CHECKED = """
        { partnership(id: "partnership-mash") { trail { size head checked(held: {size: "%s", head: "%s"}) { holds broken says } } } }""";

    private final Story story = Story.led().then(OFFICE, "02-01", new Appointed(MASH, new AppointmentId("appointment-mash.audit"),
        new PersonId("auditor"), AppointmentKind.AUDITOR, null, null, day("02-01"), day("07-01")));
    private final Trail trail = TrailRig.fresh(story.ledger, noon("06-10"));
    private final ExecutionGraphQlServiceTester graphQl = ExecutionGraphQlServiceTester.create(
        new DefaultExecutionGraphQlService(Reading.source(story.ledger, trail, noon("06-10"), report -> {})));

    @AfterEach void signOut() {
        SecurityContextHolder.clearContext();
    }

    private GraphQlTester.Response ask(String person, String document) {
        Reading.as(person);
        return graphQl.document(document).execute();
    }

    private List<Recorded> questions() {
        return trail.reads(MASH, TrailFilter.NONE, 0, 100);
    }

    @Test void an_auditor_reads_who_tried_what_page_by_page() {
        trail.refused(POLICE, "AcceptLead", "item-mash.leadership", "c1", "MOVED_ON");
        trail.refused(new PersonId("scc"), "DeclineLead", "item-mash.leadership", null, "BAD_INPUT");
        String end = ask("auditor", ATTEMPTS.formatted(""))
            .path("partnership.attempts.edges[0].node.person").entity(String.class).isEqualTo("police")
            .path("partnership.attempts.edges[0].node.code").entity(String.class).isEqualTo("MOVED_ON")
            .path("partnership.attempts.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true)
            .path("partnership.attempts.pageInfo.endCursor").entity(String.class).get();
        ask("auditor", ATTEMPTS.formatted(", after: \"" + end + "\""))
            .path("partnership.attempts.edges[0].node.command").entity(String.class).isEqualTo("DeclineLead")
            .path("partnership.attempts.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
        ask("auditor", ATTEMPTS.formatted(", filter: {person: \"scc\", from: \"2013-06-10T12:00:00Z\"}"))
            .path("partnership.attempts.edges[*].node.command").entityList(String.class).containsExactly("DeclineLead");
    }

    @ParameterizedTest @ValueSource(strings = {"police", "programme"})
    void nobody_else_does(String person) {
        for (String field : List.of("attempts { edges { cursor } }", "reads { edges { cursor } }", "trail { size }")) {
            ReadingTest.refused(ask(person, "{ partnership(id: \"partnership-mash\") { " + field + " } }"), "NOT_AUTHORISED");
        }
        assertThat(questions()).isEmpty();
    }

    @Test void what_an_auditor_asks_is_recorded_once_an_operation() {
        ask("auditor", "query Plan { a: partnership(id: \"partnership-mash\") { name } b: partnership(id: \"partnership-mash\") { name } "
            + "node(id: \"item-mash.leadership\") { id } me { person } }");
        ask("auditor", "{ partnerships { edges { node { id } } } }");
        ask("police", "{ partnership(id: \"partnership-mash\") { name } }");
        ask("auditor", "{ me { person } }");
        assertThat(questions()).extracting(r -> r.member("fields")).containsExactly("me,node,partnership", "partnerships");
        assertThat(questions()).extracting(r -> r.member("operation")).containsExactly("Plan", null);
        assertThat(questions()).extracting(Recorded::person).containsOnly("auditor");
        ask("auditor", "{ partnership(id: \"partnership-mash\") { reads { edges { node { number at kind person target what operation fields text "
            + "times since hash } } } } }").path("partnership.reads.edges[*].node.kind").entityList(String.class)
            .containsExactly("QUESTION", "QUESTION", "QUESTION");
    }

    @Test void the_chain_is_checked_against_what_was_held() {
        trail.refused(POLICE, "AcceptLead", "item-mash.leadership", "c1", "MOVED_ON");
        var head = trail.head();
        ask("auditor", CHECKED.formatted(head.size(), head.hash()))
            .path("partnership.trail.checked.holds").entity(Boolean.class).isEqualTo(true)
            .path("partnership.trail.size").entity(String.class).isEqualTo("2");
        ask("auditor", CHECKED.formatted("1", "f".repeat(64)))
            .path("partnership.trail.checked.broken").entity(String.class).isEqualTo("1");
        ReadingTest.refused(ask("auditor", CHECKED.formatted("-1", "f".repeat(64))), "BAD_INPUT");
        ReadingTest.refused(ask("auditor", CHECKED.formatted("1", "f")), "BAD_INPUT");
    }
}
