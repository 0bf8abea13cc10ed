package org.concordat.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.noon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.PartnershipEvent.AppointmentEnded;
import org.concordat.api.partnership.DisposalReason;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.api.partnership.PartnershipEvent.RecordCorrected;
import org.concordat.api.planitem.PlanItemEvent.CompletionVerified;
import org.concordat.query.api.Cursor;
import org.concordat.query.ledger.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.security.core.context.SecurityContextHolder;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

class ReadingTest {

    private final Story story = Story.led();
    private final ExecutionGraphQlServiceTester graphQl = Reading.of(story.ledger, noon("06-10"));

    @BeforeEach void signIn() {
        Reading.as("police");
    }

    @AfterEach void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test void the_whole_plan_is_one_answer() {
        graphQl.documentName("wholePlan").execute()
            .path("partnership.name").entity(String.class).isEqualTo("MASH")
            .path("partnership.plan.items[0].findings[0].text").entity(String.class).isEqualTo("Roles are unclear")
            .path("partnership.plan.items[0].actions[0].acceptances[0].partyName").entity(String.class).isEqualTo("SCC")
            .path("partnership.plan.items[0].actions[0].acceptances[0].accepted.on").entity(String.class)
                .isEqualTo("2013-04-03")
            .path("partnership.plan.items[0].actions[0].deferrals[0].from.ends").entity(String.class)
                .isEqualTo("2013-03-31")
            .path("partnership.plan.items[0].actions[0].lead.partner.name").entity(String.class).isEqualTo("Police")
            .path("partnership.plan.items[0].actions[1].gaps").entityList(String.class)
                .containsExactly("No lead is printed.");
    }

    @Test void one_moment_at_the_root_holds_below_it() {
        at("{asOf: \"2013-04-01\"}").path("$.data.partnership.plan.actions.edges[0].node.acceptances[0].partyName")
            .entity(String.class).isEqualTo("Police");
        at("{asKnownAt: \"2013-04-12T12:00:00Z\"}")
                .path("$.data.partnership.plan.actions.edges[0].node.acceptances[0].partyName")
            .entity(String.class).isEqualTo("SCC");
        at("{asOf: \"2012-01-01\"}").path("partnership").valueIsNull();
    }

    @Test void names_stand_beside_the_ids_of_people_in_this_partnership_and_are_null_where_there_are_none() {
        graphQl.document("""
            { me { person name } partnership(id: "partnership-mash", at: {asOf: "2013-04-01"}) {
              appointments { person name } history(first: 1) { edges { node { actor { person name } } } } } }""").execute()
            .path("me.name").entity(String.class).isEqualTo("Post one")
            .path("partnership.appointments[?(@.person == 'police')].name").entityList(String.class).containsExactly("Post one")
            .path("partnership.appointments[?(@.person == 'scc')].name").entityList(String.class)
                .satisfies(names -> assertThat(names).containsOnlyNulls())
            .path("partnership.history.edges[0].node.actor.name").entity(String.class).isEqualTo("Post two");
    }

    @Test void a_stream_brings_names_too() {
        Map<?, ?> first = graphQl.document("subscription { entries(partnership: \"partnership-mash\") { actor { name } } }")
            .executeSubscription().toFlux("entries", Map.class).blockFirst(Duration.ofSeconds(10));
        assertThat(first).isEqualTo(Map.of("actor", Map.of("name", "Post two")));
    }

    @Test void an_entry_says_that_its_words_are_gone_why_and_by_whom_whatever_moment_is_asked() {
        EntryId deferred = new EntryId("entry-item-mash.leadership@5");
        story.then(Story.OFFICE, "06-02", new PayloadDisposedOf(Story.MASH, deferred, DisposalReason.NAMES_A_PERSON,
                Hash.of(Story.text("x"))));
        for (String at : List.of("{}", "{asOf: \"2013-06-01\"}")) {
            graphQl.document("{ node(id: \"" + deferred + "\", at: " + at + """
                ) { ... on Entry { payload disposed { reason act { on by { person } } } } } }""").execute()
                .path("node.disposed.reason").entity(String.class).isEqualTo("NAMES_A_PERSON")
                .path("node.disposed.act.on").entity(String.class).isEqualTo("2013-06-02")
                .path("node.disposed.act.by.person").entity(String.class).isEqualTo("programme");
        }
        graphQl.document("{ node(id: \"entry-item-mash.leadership@1\") { ... on Entry { disposed { reason } } } }").execute()
            .path("node.disposed").valueIsNull();
    }

    private GraphQlTester.Response at(String moment) {
        return graphQl.document("""
            { partnership(id: "partnership-mash", at: %s) {
                plan { actions(first: 1) { edges { node { acceptances { partyName } } } } } } }""".formatted(moment)).execute();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partnership-mash", "partner-mash.police", "board-mash.sscb", "finding-mash.8c",
        "appointment-mash.police", "item-mash.leadership", "action-mash.leadership.A06",
                "entry-item-mash.leadership@3"})
    void every_id_is_a_node(String id) {
        graphQl.documentName("node").variable("id", id).execute().path("node.id").entity(String.class).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partnership-other", "partner-mash.nobody", "nonsense", "", "-", "thing-mash", "entry-x",
        "entry-item-mash.leadership@99", "action-mash.leadership.A99", "partnership-mash.x", "partner-MASH.police"})
    void what_is_not_there_is_not_found(String id) {
        refused(graphQl.documentName("node").variable("id", id).execute(), "NOT_FOUND");
    }

    @Test void who_holds_no_appointment_today_finds_nothing() {
        Reading.as("outsider");
        refused(graphQl.documentName("wholePlan").execute(), "NOT_FOUND");
        refused(graphQl.documentName("node").variable("id", "action-mash.leadership.A06").execute(), "NOT_FOUND");
        graphQl.document("{ partnerships { edges { node { id } } } }").execute()
            .path("partnerships.edges").entityList(Object.class).hasSize(0);
        Reading.as("police");
        graphQl.document("{ me { person } partnerships { edges { cursor node { id plan { end } } } } }").execute()
            .path("partnerships.edges[0].node.plan.end").entity(String.class).isEqualTo("2013-09-30")
            .path("me.person").entity(String.class).isEqualTo("police");
        story.then(Story.OFFICE, "06-01", ended("06-09"));
        refused(graphQl.documentName("wholePlan").execute(), "NOT_FOUND");
    }

    @Test void history_pages_by_keys_and_says_who_did_what() {
        story.then(Story.OFFICE, "06-01", new RecordCorrected(Story.MASH, new EntryId("entry-item-mash.leadership@3"),
            Story.text("Printed elsewhere"), null));
        GraphQlTester.Response first = history(null, "{subject: \"action-mash.leadership.A06\"}");
        first.path("partnership.history.edges[*].node.summary").entityList(String.class).containsExactly(
            "Programme office put A06 on the plan: March 2013", "Programme office assigned the lead of A06 to Police",
            "Police accepted the lead of A06");
        String end = first.path("partnership.history.pageInfo.endCursor").entity(String.class).get();
        history(end, "{subject: \"action-mash.leadership.A06\"}").path("partnership.history.edges[2].node.backDated")
            .entity(Boolean.class).isEqualTo(true)
            .path("partnership.history.edges[2].node.payload.to.partner.partner").entity(String.class)
            .isEqualTo("partner-mash.scc");
        history(null, "{type: \"planitem.ActionAgreed\"}").path("partnership.history.edges[1].node.correctedBy.summary")
            .entity(String.class).isEqualTo("Programme office marked entry-item-mash.leadership@3 as recorded in error");
        history(null, "{partner: \"partner-mash.scc\", to: \"2013-04-30\"}")
                .path("partnership.history.edges[*].node.type")
            .entityList(String.class).containsExactly("planitem.LeadAccepted");
    }

    private GraphQlTester.Response history(String after, String filter) {
        return graphQl.document("""
            query($after: String) { partnership(id: "partnership-mash") { history(first: 3, after: $after, filter: %s) {
              edges { node { summary type backDated payload correctedBy { summary } } }
              pageInfo { endCursor hasNextPage } } } }""".formatted(filter)).variable("after", after).execute();
    }

    @Test void changes_are_told_by_thing_and_field() {
        graphQl.documentName("changes").execute()
            .path("partnership.changes.edges[*].node.what").entityList(String.class)
            .containsExactly("party of part 1", "standing", "standing of part 1", "times deferred", "timescale")
            .path("partnership.changes.edges[4].node.sentence").entity(String.class)
            .isEqualTo("A06: timescale is May 2013, was March 2013.")
            .path("partnership.changes.edges[4].node.before.byMonth.month").entity(String.class).isEqualTo("2013-03");
    }

    @Test void what_waits_for_a_partner_is_a_list_of_things_to_do() {
        graphQl.document("""
            { partnership(id: "partnership-mash") { waitingFor(partner: "partner-mash.police") {
                edges { node { kind sentence since subject { __typename id } } } } } }""").execute()
            .path("partnership.waitingFor.edges[0].node.kind").entity(String.class).isEqualTo("COMPLETION_TO_VERIFY")
            .path("partnership.waitingFor.edges[0].node.subject.id").entity(String.class)
                .isEqualTo("action-mash.leadership.A06")
            .path("partnership.waitingFor.edges").entityList(Object.class).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"history(first: 0)", "history(first: 101)", "history(after: \"x\")",
            "history(after: \"%%%\")",
        "history(after: \"cDp4\")", "history(after: \"ZTotMQ\")", "changes(since: {}, first: -1)",
        "waitingFor(partner: \"police\")", "waitingFor(partner: \"partner-mash.scc\", after: \"ZTox\")",
        "history(filter: {subject: \"action-x\"})"})
    void what_cannot_be_meant_is_bad_input(String field) {
        refused(graphQl.document("{ partnership(id: \"partnership-mash\") { " + field + " { pageInfo { endCursor } } } }")
            .execute(), "BAD_INPUT");
    }

    @Test void a_read_stands_at_its_receipt_or_says_not_yet() {
        atLeast("item-mash.leadership", 2).path("partnership.id").entity(String.class).isEqualTo("partnership-mash");
        refused(atLeast("item-mash.leadership", 99), "NOT_YET");
        refused(atLeast("item-mash.leadership", 0), "BAD_INPUT");
        refused(atLeast("item-other.leadership", 1), "BAD_INPUT");
    }

    private GraphQlTester.Response atLeast(String id, int version) {
        return graphQl.document("{ partnership(id: \"partnership-mash\", atLeast: {id: \"%s\", version: %d}) { id } }"
            .formatted(id, version)).execute();
    }

    @Test void a_receipt_shows_the_thing_acted_on() {
        graphQl.document("mutation { acceptLead { id node { ... on PlanItem { version actions { standing item { id } } } } } }")
            .execute().path("acceptLead.node.version").entity(Integer.class).isEqualTo(10)
            .path("acceptLead.node.actions[0].item.id").entity(String.class).isEqualTo("item-mash.leadership");
    }

    @Test void a_subscription_loses_none_repeats_none_and_resumes() throws InterruptedException {
        List<String> all = entries(null).take(17).map(e -> e.get("index")).collectList().block(Duration.ofSeconds(10));
        assertThat(all).isEqualTo(Stream.iterate(1, i -> i + 1).limit(17).map(String::valueOf).toList());
        String cursor = entries(null).take(15).blockLast(Duration.ofSeconds(10)).get("cursor");
        Slow slow = new Slow();
        entries(cursor).map(e -> e.get("index")).subscribe(slow);
        assertThat(slow.next()).isEqualTo("16");
        assertThat(slow.seen).isEmpty();
        assertThat(slow.next()).isEqualTo("17");
        story.then(Story.PC, "06-02", new CompletionVerified(Story.LEADERSHIP, Story.A06, 1));
        assertThat(slow.next()).isEqualTo("18");
        slow.cancel();
    }

    @Test void a_subscription_ends_with_the_appointment() throws InterruptedException {
        Slow slow = new Slow();
        entries(new Cursor('e', "16").toString()).map(e -> e.get("index")).subscribe(slow);
        assertThat(slow.next()).isEqualTo("17");
        story.then(Story.OFFICE, "06-03", ended("06-09"));
        assertThat(slow.next()).isEqualTo("ended");
    }

    /** Asks for one at a time. */
    private static final class Slow extends BaseSubscriber<String> {
        private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

        @Override protected void hookOnSubscribe(Subscription subscription) { }

        @Override protected void hookOnNext(String index) { seen.add(index); }

        @Override protected void hookOnError(Throwable problem) { seen.add("ended"); }

        private String next() throws InterruptedException {
            request(1);
            return seen.poll(10, TimeUnit.SECONDS);
        }
    }

    @SuppressWarnings("unchecked")
    private Flux<Map<String, String>> entries(String after) {
        return graphQl.document("""
            subscription($after: String) { entries(partnership: "partnership-mash",
                    after: $after) { index cursor } }""")
            .variable("after", after).executeSubscription().toFlux("entries", Map.class).map(m -> (Map<String,
                String>) m);
    }

    private static AppointmentEnded ended(String on) {
        return new AppointmentEnded(Story.MASH, new AppointmentId("appointment-mash.police"), Story.day(on),
                Story.text("Moved"));
    }

    static void refused(GraphQlTester.Response response, String code) {
        response.errors().satisfy(errors -> assertThat(errors).extracting(e -> e.getExtensions().get("code"))
            .containsExactly(code));
    }
}
