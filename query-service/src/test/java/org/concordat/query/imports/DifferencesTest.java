package org.concordat.query.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.api.Contract;
import org.concordat.api.planitem.ActionId;
import org.concordat.query.imports.Difference.What;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final PlanAsImported.State ON_RECORD = state(Files.plan(Files.SMALL));

    static PlanAsImported.State state(PlanFile plan) {
        return new PlanAsImported.State(plan.name(), plan.timeZone(), plan.planEnd(), Optional.of("0"), true,
            plan.things().count() + 1, plan.things(), Set.of());
    }

    @Test void the_same_plan_does_not_differ() {
        assertThat(Differences.between(Files.plan(Files.SMALL), ON_RECORD)).isEmpty();
    }

    @Test void another_timescale_is_a_deferral() {
        Difference d = only("inMonth: {month: 2013-03, printed: March 2013}",
            "byMonth: {month: 2013-05, printed: By May 2013}");
        assertThat(d.what()).isEqualTo(What.TIMESCALE);
        assertThat(d.thing()).isEqualTo("action-mash.leadership.A06");
        assertThat(d.commands()).containsExactly(new Difference.Suggestion("deferAction", Map.of(
            "action", "action-mash.leadership.A06", "reason", "…",
            "to", Map.of("byMonth", Map.of("month", "2013-05", "printed", "By May 2013")))));
    }

    @Test void another_lead_is_assigned() {
        Difference d = only("jointly:\n            parties:\n              - partner: {partner: scc}\n"
            + "              - partner: {partner: police}", "post: {title: OD}");
        assertThat(d.what()).isEqualTo(What.LEAD);
        assertThat(d.commands()).singleElement().satisfies(c -> {
            assertThat(c.mutation()).isEqualTo("assignLead");
            assertThat(c.input().get("action")).isEqualTo("action-mash.leadership.A06");
            assertThat(c.input().get("lead").toString()).contains("post").contains("OD");
        });
    }

    @Test void a_new_partner_is_admitted() {
        Difference d = only("    - {id: scc, name: SCC}\n",
            "    - {id: scc, name: SCC}\n    - {id: ssotp, name: SSOTP}\n");
        assertThat(d.what()).isEqualTo(What.NOT_IN_PLAN);
        assertThat(d.commands()).containsExactly(new Difference.Suggestion("admitPartner",
            Map.of("partnershipId", "partnership-mash", "partner", "partner-mash.ssotp", "name", "SSOTP")));
    }

    @Test void an_action_that_the_file_lacks_is_cancelled_unless_it_is_over() {
        String without = Files.SMALL.substring(0, Files.SMALL.indexOf("    actions:"));
        Difference d = Differences.between(Files.plan(without), ON_RECORD).getFirst();
        assertThat(d.what()).isEqualTo(What.NOT_IN_FILE);
        assertThat(d.commands()).extracting(Difference.Suggestion::mutation).containsExactly("cancelAction");
        PlanAsImported.State over = new PlanAsImported.State(ON_RECORD.name(), ON_RECORD.timeZone(),
            ON_RECORD.planEnd(),
            ON_RECORD.fileHash(), true, 8, ON_RECORD.things(), Set.of(new ActionId("action-mash.leadership.A06")));
        assertThat(Differences.between(Files.plan(without), over)).isEmpty();
    }

    @Test void a_board_that_the_file_lacks_stays() {
        Difference d = only("  boards:\n    - {id: sscb, name: SSCB}\n", "");
        assertThat(d.what()).isEqualTo(What.NOT_IN_FILE);
        assertThat(d.commands()).isEmpty();
    }

    @Test void other_words_of_an_item_are_marked() {
        Difference d = only("title: Leadership", "title: Leaders");
        assertThat(d.what()).isEqualTo(What.WORDS);
        assertThat(d.commands()).containsExactly(new Difference.Suggestion("correctRecord", Map.of(
            "partnershipId", "partnership-mash", "entry", "entry-item-mash.leadership@1", "reason", "…")));
    }

    @Test void other_words_of_an_action_make_another_action() {
        Difference d = only("methods: [Meet.]", "methods: [Meet twice.]");
        assertThat(d.what()).isEqualTo(What.WORDS);
        assertThat(d.commands()).extracting(Difference.Suggestion::mutation).containsExactly("cancelAction",
            "agreeAction");
        assertThat(d.commands().getLast().input()).doesNotContainKey("action").containsEntry("code", "A06");
    }

    @Test void other_words_of_a_partner_and_of_the_partnership_stay() {
        assertThat(only("name: SCC", "name: The Council").commands()).isEmpty();
        assertThat(only("name: MASH", "name: Hub").what()).isEqualTo(What.PARTNERSHIP);
    }

    @Test void every_suggestion_is_a_command_of_the_contract() {
        PlanFile other = Files.plan(Files.SMALL.replace("mash", "mash").replace("sscb", "lscb").replace("8c", "8d")
            .replace("id: leadership", "id: leaders").replace("id: scc", "id: social").replace("partner: scc",
                "partner: social"));
        Map<String, Class<?>> commands = new HashMap<>();
        Contract.COMMANDS.forEach(c -> commands.put(java.beans.Introspector.decapitalize(c.getSimpleName()), c));
        List<Difference.Suggestion> all = Differences.between(other, ON_RECORD).stream().flatMap(d -> d.commands()
            .stream()).toList();
        assertThat(all).extracting(Difference.Suggestion::mutation).contains("admitPartner", "registerBoard",
            "registerFinding",
            "drawUpItem", "agreeAction", "assignLead", "cancelAction");
        all.forEach(s -> assertThat(InputJson.MAPPER.convertValue(s.input(), commands.get(s.mutation()))).isNotNull());
    }

    private static Difference only(String said, String otherwise) {
        assertThat(Files.SMALL).contains(said);
        List<Difference> all = Differences.between(Files.plan(Files.SMALL.replace(said, otherwise)), ON_RECORD);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
