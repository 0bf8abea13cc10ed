package org.concordat.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.OFFICE;
import static org.concordat.query.ledger.Story.POLICE;
import static org.concordat.query.ledger.Story.day;
import static org.concordat.query.ledger.Story.noon;

import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.MoneyStory;
import org.concordat.query.ledger.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.security.core.context.SecurityContextHolder;

/** Every id on record, whoever asks, restricted or not; a type of the schema that has no id here is a failure. */
class SightMatrixTest {

    private static final Pattern ID = Pattern.compile("\\b[a-z]+-mash(\\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?){0,2}\\b");
    private static final List<String> THINGS = List.of("item-mash.leadership", "decision-mash.vision", "document-mash.vision",
        "commitment-mash.staff");
    private static final String NOBODYS = "nobody's";
    private static final Set<String> NAMED = Set.of("police", "auditor");
    private static final Set<String> OTHERS = Set.of("scc", "programme", "chair", "secretary");

    private final Story story = MoneyStory.loosened().then(OFFICE, "01-07", appointed("auditor", AppointmentKind.AUDITOR))
        .then(OFFICE, "01-07", appointed("chair", AppointmentKind.CHAIR))
        .then(OFFICE, "01-07", appointed("secretary", AppointmentKind.SECRETARY));
    private final GraphQlSource source = Reading.source(story.ledger, noon("06-10"), report -> {});
    private final ExecutionGraphQlServiceTester graphQl = ExecutionGraphQlServiceTester.create(new DefaultExecutionGraphQlService(source));

    private static Appointed appointed(String person, AppointmentKind kind) {
        return new Appointed(MASH, new AppointmentId("appointment-mash." + person), new PersonId(person), kind, null, null,
            day("01-07"), null);
    }

    @AfterEach void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** What each id is, by the name of its type. */
    private Map<String, String> types() {
        Set<String> ids = new TreeSet<>();
        for (Entry entry : story.ledger.after(MASH, 0, 10_000)) {
            ids.add(entry.id().value());
            Matcher id = ID.matcher(entry.subject() + " " + new String(entry.payload(), StandardCharsets.UTF_8));
            while (id.find()) ids.add(id.group());
        }
        Map<String, String> types = seen("auditor", ids);
        types.values().removeIf(NOBODYS::equals);
        return types;
    }

    /** What a person is told each of them is, in one operation. */
    private Map<String, String> seen(String person, Collection<String> ids) {
        Reading.as(person);
        List<String> all = List.copyOf(ids);
        String asked = IntStream.range(0, all.size()).mapToObj(n -> "n" + n + ": node(id: \"" + all.get(n)
            + "\") { __typename id ... on Entry { withheld } }").collect(Collectors.joining(" ", "{ ", " }"));
        Map<String, String> types = new TreeMap<>();
        GraphQlTester.Response answer = graphQl.document(asked).execute();
        answer.errors().satisfy(errors -> errors.forEach(error -> assertThat(error.getExtensions().get("code")).isEqualTo("NOT_FOUND")));
        for (int n = 0; n < all.size(); n++) types.put(all.get(n), type(answer, "n" + n, all.get(n)));
        return types;
    }

    private static String type(GraphQlTester.Response answer, String name, String id) {
        Map<?, ?>[] found = new Map<?, ?>[1];
        answer.path(name).entity(Object.class).satisfies(node -> found[0] = (Map<?, ?>) node);
        if (found[0] == null) return NOBODYS;
        assertThat(found[0].get("id")).isEqualTo(id);
        return Boolean.TRUE.equals(found[0].get("withheld")) ? "withheld" : String.valueOf(found[0].get("__typename"));
    }

    /** Whether an id is that of a restricted thing, or of a part of one. */
    private static boolean hides(String id) {
        String local = id.substring(id.indexOf('.') + 1);
        return THINGS.stream().anyMatch(thing -> id.equals(thing) || local.startsWith(thing.substring(thing.indexOf('.') + 1) + ".")
            && (id.startsWith("action-") && thing.startsWith("item-")
                || id.startsWith("proviso-") && thing.matches("(decision|commitment)-.*")));
    }

    @Test void every_type_has_ids_here() {
        GraphQLInterfaceType node = (GraphQLInterfaceType) source.schema().getType("Node");
        Set<String> known = source.schema().getImplementations(node).stream().map(GraphQLObjectType::getName).collect(Collectors.toSet());
        assertThat(types().values().stream().collect(Collectors.toSet())).isEqualTo(known);
    }

    @Test void nothing_restricted_everybody_appointed_sees_all() {
        Map<String, String> types = types();
        assertThat(types).hasSizeGreaterThan(40);
        for (String person : NAMED) assertThat(seen(person, types.keySet())).as(person).isEqualTo(types);
        for (String person : OTHERS) assertThat(seen(person, types.keySet())).as(person).isEqualTo(types);
        assertThat(seen("outsider", types.keySet()).values()).containsOnly(NOBODYS);
    }

    @Test void what_is_restricted_is_there_for_those_named_and_the_auditor_only() {
        Map<String, String> types = types();
        THINGS.forEach(thing -> story.then(OFFICE, "06-01", new ContentMarked(MASH, thing, Marking.RESTRICTED, Set.of(POLICE))));
        Map<String, String> shown = new TreeMap<>();
        types.forEach((id, type) -> shown.put(id, hides(id) ? NOBODYS : type.equals("Entry") && hides(subject(id)) ? "withheld" : type));
        for (String person : OTHERS) assertThat(seen(person, types.keySet())).as(person).isEqualTo(shown);
        assertThat(shown.values()).contains(NOBODYS, "withheld");
        // An entry shows its words, and a proviso is found, to whoever reads the thing it belongs to.
        types.keySet().removeIf(id -> !types.get(id).equals(shown.get(id)) && id.matches("(entry|proviso)-.*"));
        for (String person : NAMED) assertThat(seen(person, types.keySet())).as(person).isEqualTo(types);
        assertThat(seen("outsider", types.keySet()).values()).containsOnly(NOBODYS);
    }

    private static String subject(String entry) {
        return entry.substring("entry-".length(), entry.indexOf('@'));
    }
}
