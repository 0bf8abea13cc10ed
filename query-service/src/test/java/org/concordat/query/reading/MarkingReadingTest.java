package org.concordat.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.OFFICE;
import static org.concordat.query.ledger.Story.POLICE;
import static org.concordat.query.ledger.Story.day;
import static org.concordat.query.ledger.Story.noon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.api.planitem.Lead;
import org.concordat.query.ledger.MoneyStory;
import org.concordat.query.ledger.Story;
import org.concordat.query.trail.Kind;
import org.concordat.query.trail.Recorded;
import org.concordat.query.trail.Trail;
import org.concordat.query.trail.TrailFilter;
import org.concordat.query.trail.TrailRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.security.core.context.SecurityContextHolder;

/** Every kind of reader against every way to a restricted thing. */
class MarkingReadingTest {

    private static final List<String> THINGS = List.of("item-mash.leadership", "decision-mash.vision", "document-mash.vision",
        "commitment-mash.staff");
    /** Words that only the restricted things say. */
    private static final List<String> WORDS = List.of("Lead together", "March 2013", "The vision", "One front door", "March cannot",
        "Families ask once", "Night staff", "12500.50", "Fewer handovers");
    private static final String EVERYTHING = """
        { partnership(id: "partnership-mash" %s) {
          plan { items { title purpose actions { code timescale { ... on TimescaleByMonth { printed } } } } actions(first: 100) { edges { node { code } } } }
          decisions(first: 100) { edges { node { title result because warrant { positions { inWords } provisos { id } } } } }
          documents(first: 100) { edges { node { title } } }
          commitments(first: 100) { edges { node { title sum } } }
          finance { years(kind: MONEY, currency: "GBP") { year offered firm conditional loosened received } provisos { edges { node { id terms { ... on ProvisoActOf { text } ... on ProvisoJudgedBy { text } } } } } }
          waitingFor(partner: "partner-mash.police") { edges { node { sentence } } }
          changes(since: {asOf: "2013-01-08"}, first: 100) { edges { node { subject sentence before after } } }
          replay(first: 100) { edges { node { entry { summary payload } changes(first: 50) { edges { node { sentence } } } } } }
          authority(first: 100) { edges { node { because entry { summary payload } } } }
          history(first: 100) { edges { node { summary payload withheld subject } } } } }""";

    private final Story story = MoneyStory.loosened().then(OFFICE, "01-07", appointed("auditor", AppointmentKind.AUDITOR))
        .then(OFFICE, "01-07", appointed("chair", AppointmentKind.CHAIR))
        .then(OFFICE, "01-07", appointed("secretary", AppointmentKind.SECRETARY));
    private final Trail trail = TrailRig.fresh(story.ledger, noon("06-10"));
    private final ExecutionGraphQlServiceTester graphQl = ExecutionGraphQlServiceTester.create(
        new DefaultExecutionGraphQlService(Reading.source(story.ledger, trail, noon("06-10"), report -> {})));

    private static Appointed appointed(String person, AppointmentKind kind) {
        return new Appointed(MASH, new AppointmentId("appointment-mash." + person), new PersonId(person), kind, null, null,
            day("01-07"), null);
    }

    @BeforeEach void restrict() {
        THINGS.forEach(thing -> story.then(OFFICE, "06-01", new ContentMarked(MASH, thing, Marking.RESTRICTED, Set.of(POLICE))));
    }

    @AfterEach void signOut() {
        SecurityContextHolder.clearContext();
    }

    private GraphQlTester.Response ask(String person, String document) {
        Reading.as(person);
        return graphQl.document(document).execute();
    }

    private String everything(String person, String more) {
        return String.valueOf(ask(person, EVERYTHING.formatted(more)).path("partnership").entity(Object.class).get());
    }

    private List<String> reads(String person) {
        return trail.reads(MASH, TrailFilter.NONE, 0, 1_000).stream()
            .filter(r -> r.kind() == Kind.READ && r.person().equals(person)).map(r -> r.member("target")).toList();
    }

    @ParameterizedTest
    @CsvSource({"police,yes", "auditor,yes", "scc,no", "programme,no", "chair,no", "secretary,no", "outsider,no"})
    void a_node_is_there_for_those_named_and_the_auditor_and_each_read_is_recorded(String person, String may) {
        for (String thing : THINGS) {
            GraphQlTester.Response read = ask(person, "{ node(id: \"" + thing + "\") { id } }");
            if (may.equals("yes")) read.path("node.id").entity(String.class).isEqualTo(thing);
            else ReadingTest.refused(read, "NOT_FOUND");
        }
        GraphQlTester.Response action = ask(person, "{ node(id: \"action-mash.leadership.A06\") { ... on Action { code item { title } } } }");
        if (may.equals("yes")) action.path("node.item.title").entity(String.class).isEqualTo("Leadership");
        else ReadingTest.refused(action, "NOT_FOUND");
        assertThat(reads(person)).containsExactlyElementsOf(may.equals("no") ? List.of()
            : Stream.concat(THINGS.stream(), Stream.of("item-mash.leadership")).toList());
    }

    @ParameterizedTest @ValueSource(strings = {"police", "auditor", "scc", "programme", "chair", "secretary"})
    void nothing_of_it_is_in_any_answer_to_whoever_is_not_reading_it(String person) {
        String answer = everything(person, "");
        assertThat(WORDS).noneMatch(answer::contains);
        assertThat(answer).contains("A room", "Desks", "which is restricted", "payload=null, withheld=true", "8000.00");
        for (String at : List.of("{asOf: \"2013-05-10\"}", "{asKnownAt: \"2013-05-30T12:00:00Z\"}")) {
            assertThat(WORDS).as("today's markings decide, whatever moment is asked at").noneMatch(everything(person, ", at: " + at)::contains);
        }
        assertThat(reads(person)).isEmpty();
    }

    @ParameterizedTest @ValueSource(strings = {"police", "auditor"})
    void all_of_it_is_in_the_answers_to_whoever_is_and_that_is_recorded_once_an_operation(String person) {
        String reading = ", reading: [\"" + String.join("\", \"", THINGS) + "\"]";
        assertThat(everything(person, reading)).contains(WORDS).doesNotContain("withheld=true", "which is restricted,");
        assertThat(reads(person)).containsExactlyElementsOf(THINGS);
        ask(person, "{ a: node(id: \"%1$s\") { id } b: node(id: \"%1$s\") { id } }".formatted(THINGS.getFirst()));
        assertThat(reads(person)).hasSize(THINGS.size() + 1);
    }

    @Test void what_is_read_is_what_was_named_and_no_more() {
        String answer = everything("police", ", reading: [\"commitment-mash.staff\", \"commitment-mash.room\"]");
        assertThat(answer).contains("Night staff").doesNotContain("One front door");
        assertThat(reads("police")).containsExactly("commitment-mash.staff");
    }

    @ParameterizedTest @ValueSource(strings = {"scc", "programme", "chair", "secretary"})
    void who_may_not_read_it_cannot_name_it_either(String person) {
        ReadingTest.refused(ask(person, EVERYTHING.formatted(", reading: [\"commitment-mash.staff\"]")), "NOT_FOUND");
        assertThat(reads(person)).isEmpty();
    }

    @Test void totals_are_without_it() {
        String firm = "{ partnership(id: \"partnership-mash\" %s) { finance { years(kind: MONEY, currency: \"GBP\") { firm } } } }";
        ask("police", firm.formatted("")).path("partnership.finance.years[*].firm").entityList(String.class)
            .containsExactly("0.00", "0.00", "0.00");
        ask("police", firm.formatted(", reading: [\"commitment-mash.staff\"]"))
            .path("partnership.finance.years[*].firm").entityList(String.class).containsExactly("10000.00", "10000.00", "12500.50");
    }

    @ParameterizedTest @CsvSource({"chair,4", "auditor,4", "police,4", "scc,0", "programme,0", "secretary,0"})
    void that_it_exists_and_is_restricted_is_told_to_those_named_the_chair_and_the_auditor(String person, int told) {
        ask(person, "{ partnership(id: \"partnership-mash\") { restricted { edges { node { id kind partners { name } "
            + "marked { on by { person } } } } } } }").path("partnership.restricted.edges").entityList(Object.class).hasSize(told);
        if (told > 0) {
            ask(person, "{ partnership(id: \"partnership-mash\") { restricted(first: 1) { edges { node { id kind partners { name } "
                + "marked { on } } } } } }")
                .path("partnership.restricted.edges[0].node").entity(Object.class).satisfies(node -> assertThat(node)
                    .hasToString("{id=commitment-mash.staff, kind=COMMITMENT, partners=[{name=Police}], marked={on=2013-06-01}}"));
        }
    }

    @SuppressWarnings("unchecked")
    @ParameterizedTest @ValueSource(strings = {"police", "auditor", "scc", "chair"})
    void a_subscription_shows_that_it_happened_and_not_what(String person) {
        Reading.as(person);
        List<Map<String, Object>> entries = graphQl.document(
                "subscription { entries(partnership: \"partnership-mash\") { subject summary payload withheld } }")
            .executeSubscription().toFlux("entries", Map.class).take(story.ledger.head()).map(m -> (Map<String, Object>) m)
            .collectList().block(Duration.ofSeconds(10));
        assertThat(entries).hasSize((int) story.ledger.head());
        assertThat(entries).allSatisfy(e -> {
            assertThat(e.get("withheld")).isEqualTo(THINGS.contains(e.get("subject")));
            assertThat(e.get("payload") == null).isEqualTo(THINGS.contains(e.get("subject")));
        });
        assertThat(WORDS).noneMatch(entries.toString()::contains);
    }

    @ParameterizedTest @ValueSource(strings = {"police", "scc"})
    void a_replay_to_watch_shows_that_it_happened_and_not_what(String person) {
        Reading.as(person);
        List<Object> steps = graphQl.document("subscription { replay(partnership: \"partnership-mash\", pace: 50) "
                + "{ entry { subject summary payload } changes(first: 50) { edges { node { sentence } } } } }")
            .executeSubscription().toFlux("replay", Object.class).collectList().block(Duration.ofSeconds(20));
        assertThat(steps).hasSize((int) story.ledger.head());
        assertThat(WORDS).noneMatch(steps.toString()::contains);
    }

    @Test void a_replay_kept_for_one_reader_is_not_gone_on_with_for_another() {
        String replay = "{ partnership(id: \"partnership-mash\" %s) { replay(first: %d %s) { pageInfo { endCursor } "
            + "edges { node { changes(first: 50) { edges { node { sentence } } } } } } } }";
        String reading = ", reading: [\"" + String.join("\", \"", THINGS) + "\"]";
        for (int read = 1; read < story.ledger.head(); read++) {
            String cursor = ask("police", replay.formatted(reading, read, "")).path("partnership.replay.pageInfo.endCursor")
                .entity(String.class).get();
            String rest = String.valueOf(ask("scc", replay.formatted("", 100, ", after: \"" + cursor + "\""))
                .path("partnership.replay.edges").entity(Object.class).get());
            assertThat(WORDS).as("after %d", read).noneMatch(rest::contains);
        }
    }

    @Test void the_receipt_of_a_command_shows_it_to_those_named_only() {
        for (int version = 4; version <= 10; version++) story.with(Story.assigned(new Lead.Partner(POLICE)));
        String document = "mutation { acceptLead { id node { ... on PlanItem { title } } } }";
        ask("police", document).path("acceptLead.node.title").entity(String.class).isEqualTo("Leadership");
        assertThat(reads("police")).containsExactly("item-mash.leadership");
        ask("scc", document).errors().satisfy(errors -> assertThat(errors).extracting(e -> e.getExtensions().get("code"))
            .containsExactly("NOT_FOUND")).path("acceptLead.id").entity(String.class).isEqualTo("item-mash.leadership");
    }

    @Test void opened_again_it_is_back_everywhere() {
        THINGS.forEach(thing -> story.then(OFFICE, "06-02", new ContentMarked(MASH, thing, Marking.PARTNERS, Set.of())));
        assertThat(everything("scc", "")).contains(WORDS).doesNotContain("withheld=true");
        assertThat(trail.reads(MASH, TrailFilter.NONE, 0, 10)).extracting(Recorded::kind).isEmpty();
    }

    @Test void what_cannot_be_recorded_is_not_shown() {
        Trail broken = TrailRig.broken(story.ledger, noon("06-10"));
        var service = ExecutionGraphQlServiceTester.create(new DefaultExecutionGraphQlService(
            Reading.source(story.ledger, broken, noon("06-10"), report -> {})));
        Reading.as("police");
        ReadingTest.refused(service.document("{ node(id: \"decision-mash.vision\") { id } }").execute(), "NOT_RECORDED");
        service.document("{ node(id: \"commitment-mash.room\") { id } }").execute().path("node.id").hasValue();
    }
}
