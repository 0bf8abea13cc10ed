package org.concordat.query.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileReaderTest {

    @Test void the_small_plan_is_valid() {
        assertThat(Files.problems(Files.SMALL)).isEmpty();
    }

    /** What is replaced, by what; then the one problem it makes: line, column, path, code, and what is right. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "area: LEADERSHIP | area: LEADERSHP | 14 | 11 | items[0].area | UNKNOWN_VALUE |"
            + " Did you mean LEADERSHIP? One of: VISION",
        "area: LEADERSHIP | area: leadership | 14 | 11 | items[0].area | UNKNOWN_VALUE | Did you mean LEADERSHIP?",
        "planEnd: 2013-09-30 | planEnd: 2013-02-31 | 2 | 71 | partnership.planEnd | IMPOSSIBLE_DATE |"
            + " A day that exists",
        "planEnd: 2013-09-30 | planEnd: 2012-09-30 | 2 | 71 | partnership.planEnd | CONTRADICTION |"
            + " on or after effectiveOn",
        "effectiveOn: 2012-11-30 | effectiveOn: tomorrow | 3 | 14 | effectiveOn | IMPOSSIBLE_DATE | 2013-01-31",
        "month: 2013-03 | month: 2013-13 | 21 | 38 | items[0].actions[0].timescale.inMonth.month | IMPOSSIBLE_MONTH |"
            + " 2013-01",
        "{partner: scc} | {partner: sccc} | 26 | 36 |"
            + " items[0].actions[0].lead.jointly.parties[0].partner.partner | UNKNOWN_PARTY |"
                + " Did you mean scc? One of: police, scc.",
        "findings: [8c] | findings: [8d] | 17 | 16 | items[0].findings[0] | UNKNOWN_FINDING | Did you mean 8c?",
        "id: scc, | id: police, | 7 | 12 | parties.partners[1].id | DUPLICATE_ID | Each partner has an id of its own.",
        "id: scc, | id: s c c, | 7 | 12 | parties.partners[1].id | INVALID_ID | Letters, digits",
        "id: mash, | id: MASH, | 2 | 19 | partnership.id | INVALID_ID | small letters",
        "methods: [Meet.] | methods: Meet. | 20 | 18 | items[0].actions[0].methods | WRONG_TYPE | a list",
        "title: Leadership | title: 7 | 15 | 12 | items[0].title | WRONG_TYPE | text (in quotes",
        "title: Leadership | title: [x] | 15 | 12 | items[0].title | WRONG_TYPE | text",
        "title: Leadership | title: | 15 | 11 | items[0].title | WRONG_TYPE | text",
        "title: Leadership | titel: Leadership | 15 | 5 | items[0].titel | UNKNOWN_FIELD | Did you mean title?",
        "title: Leadership | title: \" \" | 15 | 12 | items[0].title | BLANK | 1 to 10000",
        "title: Leadership | title: \"\\u0007\" | 15 | 12 | items[0].title | CONTROL_CHARACTER |"
            + " none of them a control",
        "component: PEOPLE | title: Twice | 16 | 5 | items[0].title | DUPLICATE_KEY | Each field once.",
        "timeZone: Europe/London | timeZone: Europe/Londn | 2 | 47 | partnership.timeZone | UNKNOWN_TIME_ZONE |"
            + " Europe/London",
        "timeZone: Europe/London | timeZone: '+01:00' | 2 | 47 | partnership.timeZone | UNKNOWN_TIME_ZONE | summer time",
        "version: 1 | version: 2 | 1 | 10 | version | UNSUPPORTED_VERSION | version: 1",
        "printed: SCC/ Police | answers: scc | 23 | 11 | items[0].actions[0].lead.answers | UNKNOWN_FIELD |"
            + " One of: printed",
        "jointly: | board: {board: sscb}, | 24 | 31 | '' | NOT_YAML | quotes, colons",
        "timescale: {inMonth: {month: 2013-03, printed: March 2013}} | timescale: {} | 21 | 20 |"
            + " items[0].actions[0].timescale | NOT_ONE_OF | Exactly one of: byMonth",
    })
    void one_mistake(String right, String wrong, int line, int column, String path, ProblemCode code, String hint) {
        List<Problem> problems = Files.problems(Files.SMALL.replaceFirst(java.util.regex.Pattern.quote(right),
            java.util.regex.Matcher.quoteReplacement(wrong)));
        assertThat(problems).anySatisfy(p -> {
            assertThat(p.code()).isEqualTo(code);
            assertThat(p.path()).isEqualTo(path);
            assertThat(List.of(p.line(), p.column())).isEqualTo(List.of(line, column));
            assertThat(p.right()).contains(hint);
        });
        assertThat(problems.toString()).doesNotContain("java.", "org.", "Exception");
    }

    @Test void a_missing_field_is_named_where_it_is_missed() {
        List<Problem> problems = Files.problems(Files.SMALL.replace("    component: PEOPLE\n", ""));
        assertThat(problems).containsExactly(new Problem(13, 5, "items[0].component", ProblemCode.MISSING_FIELD,
            "\"component\" is missing.", "This needs id, area, title, component."));
    }

    @Test void every_problem_is_told_at_once_in_the_order_of_the_file() {
        String text = Files.SMALL.replace("2013-09-30", "2013-02-30").replace("STYLE", "STIL").replace("LEADERSHIP",
            "LEAD")
            .replace("{partner: police}", "{partner: polize}").replace("id: scc,", "id: police,");
        assertThat(Files.problems(text)).extracting(Problem::code).containsExactly(ProblemCode.IMPOSSIBLE_DATE,
            ProblemCode.DUPLICATE_ID, ProblemCode.UNKNOWN_VALUE, ProblemCode.UNKNOWN_VALUE, ProblemCode.UNKNOWN_PARTY,
            ProblemCode.UNKNOWN_PARTY);
    }

    @Test void action_codes_are_unique_in_the_file() {
        String second = "      - {code: A06, timescale: {ongoing: {printed: Ongoing}}}\n";
        assertThat(Files.problems(Files.SMALL + second)).containsExactly(new Problem(28, 16, "items[0].actions[1].code",
            ProblemCode.DUPLICATE_ID, "The action \"A06\" stands in line 19 already.",
                "Each action has an id of its own."));
    }

    @Test void the_partner_that_answers_is_one_of_the_parties() {
        String text = Files.SMALL.replace("jointly:\n", "jointly:\n            answers: police\n")
            .replace("- partner: {partner: police}", "- board: {board: sscb}");
        assertThat(Files.problems(text)).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(ProblemCode.CONTRADICTION);
            assertThat(p.path()).isEqualTo("items[0].actions[0].lead.jointly.answers");
            assertThat(p.right()).isEqualTo("One of the parties: scc.");
        });
    }

    @Test void appointments_that_the_partnership_would_refuse_are_refused_beforehand() {
        String text = Files.SMALL + """
            appointments:
              - {id: a, person: p1, kind: REPRESENTATIVE, from: 2012-11-30}
              - {id: b, person: p2, kind: AUDITOR, from: 2012-11-29}
              - {id: c, person: p3, kind: CHAIR, from: 2012-11-30, to: 2012-11-01}
              - {id: d, person: "not a person", kind: CHAIR, from: 2012-11-30}
            """;
        assertThat(Files.problems(text)).extracting(Problem::path)
            .contains("appointments[0]", "appointments[3].person");
    }

    @Test void what_is_no_text_or_no_document() {
        assertOnly(new byte[0], ProblemCode.EMPTY_FILE, 0, 0);
        assertOnly("  \n".getBytes(UTF_8), ProblemCode.EMPTY_FILE, 0, 0);
        assertOnly("# nothing\n".getBytes(UTF_8), ProblemCode.EMPTY_FILE, 0, 0);
        assertOnly(Files.SMALL.getBytes(UTF_16), ProblemCode.NOT_UTF8, 0, 0);
        assertOnly(Files.SMALL.replace("Nothing", "N\u00f6thing").getBytes(ISO_8859_1), ProblemCode.NOT_UTF8, 11, 34);
        assertOnly(new byte[PlanFileReader.LARGEST + 1], ProblemCode.TOO_LARGE, 0, 0);
        assertOnly("version: 1\n\tpartnership: x\n".getBytes(UTF_8), ProblemCode.TAB, 2, 1);
        assertOnly((Files.SMALL + "---\nversion: 1\n").getBytes(UTF_8), ProblemCode.SEVERAL_DOCUMENTS, 29, 1);
        assertOnly("version: \u0007\n".getBytes(UTF_8), ProblemCode.CONTROL_CHARACTER, 1, 10);
        assertOnly("a: [}".getBytes(UTF_8), ProblemCode.NOT_YAML, 1, 5);
        assertOnly(("a: " + "[".repeat(100_000)).getBytes(UTF_8), ProblemCode.TOO_DEEP, 0, 0);
        assertOnly("just words".getBytes(UTF_8), ProblemCode.WRONG_TYPE, 1, 1);
    }

    @Test void aliases_that_explode_are_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        assertOnly(bomb.toString().getBytes(UTF_8), ProblemCode.TOO_MANY_ALIASES, 0, 0);
        assertThat(Files.problems("a: &a [*a]\n")).isNotEmpty();
    }

    @Test void a_tag_builds_nothing() {
        assertThat(Files.problems(Files.SMALL.replace("title: Leadership", "title: !!java.net.URL [x]")))
            .singleElement().satisfies(p -> assertThat(p.code()).isEqualTo(ProblemCode.NOT_YAML));
    }

    @Test void a_mark_in_front_and_windows_line_ends_are_fine() {
        PlanFile plan = Files.plan(Files.SMALL);
        assertThat(Files.plan("\uFEFF" + Files.SMALL)).isEqualTo(plan);
        assertThat(Files.plan(Files.SMALL.replace("\n", "\r\n"))).isEqualTo(plan);
        String wrong = Files.SMALL.replace("\n", "\r\n").replace("PEOPLE", "PEEPLE");
        assertThat(Files.problems(wrong)).extracting(Problem::line).containsExactly(16);
    }

    @Test void texts_and_lists_have_an_end() {
        assertThat(Files.problems(Files.SMALL.replace("Meet.", "m".repeat(10_001)))).extracting(Problem::code)
            .containsExactly(ProblemCode.TOO_LONG);
        assertThat(Files.problems(Files.SMALL.replace("Meet.", "m, ".repeat(101)))).extracting(Problem::code)
            .containsExactly(ProblemCode.TOO_MANY);
        assertThat(Files.problems(Files.SMALL.replace("March 2013", "m".repeat(201)))).extracting(Problem::code)
            .containsExactly(ProblemCode.TOO_LONG);
    }

    @Test void thousands_of_problems_are_counted_not_told() {
        List<Problem> problems = Files.problems(Files.SMALL + "findings:\n" + "bad:\n".repeat(700));
        assertThat(problems).hasSize(Problems.MOST + 1);
        assertThat(problems.getLast().code()).isEqualTo(ProblemCode.MORE_PROBLEMS);
    }

    private static void assertOnly(byte[] file, ProblemCode code, int line, int column) {
        assertThat(Files.problems(file)).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(code);
            assertThat(List.of(p.line(), p.column())).isEqualTo(List.of(line, column));
        });
    }
}
