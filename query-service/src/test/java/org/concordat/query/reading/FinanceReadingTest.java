package org.concordat.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.concordat.query.ledger.MoneyStory;
import org.concordat.query.ledger.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

class FinanceReadingTest {

    private static final String AT = "partnership.";
    private static final String YEARS = AT + "finance.years";

    @BeforeEach void signIn() {
        Reading.as("police");
    }

    private static GraphQlTester.Response read(Story story, Object at, Object after) {
        return Reading.of(story.ledger, Story.noon("06-05")).documentName("finance").variable("at", at)
                .variable("after", after).execute();
    }

    @Test void totals_are_exact_text_with_the_entries_behind_them() {
        GraphQlTester.Response read = read(MoneyStory.loosened(), null, null);
        read.path(AT + "finance.yearsBegin").entity(String.class).isEqualTo("04-01");
        read.path(YEARS + "[*].inWords").entityList(String.class).containsExactly("2013/14", "2014/15", "2015/16");
        read.path(YEARS + "[*].firm").entityList(String.class).containsExactly("10000.00", "10000.00", "12500.50");
        read.path(YEARS + "[*].loosened").entityList(String.class).containsExactly("4000.00", "0.00", "4000.00");
        read.path(YEARS + "[0].received").entity(String.class).isEqualTo("2500.00");
        read.path(YEARS + "[0].variance").valueIsNull();
        read.path(YEARS + "[0].loosenedBy.edges[-1].node.entry").entity(String.class)
                .isEqualTo("entry-commitment-mash.room@4");
        read.path(YEARS + "[0].restsOn.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        read.path(AT + "finance.partners.edges[*].node.partner.name").entityList(String.class)
                .containsExactly("Police", "SCC");
        read.path(AT + "finance.partners.edges[*].node.share").entityList(Double.class).containsExactly(1.0, 0.0);
        read.path(AT + "finance.partners.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        read.path("proviso.standing").entity(String.class).isEqualTo("FAILED");
        read.path("proviso.commitment.id").entity(String.class).isEqualTo("commitment-mash.room");
        read.path("commitment.id").entity(String.class).isEqualTo("commitment-mash.room");
    }

    @Test void before_the_joint_act_each_waits_for_the_other_and_nothing_is_firm() {
        GraphQlTester.Response read = read(MoneyStory.closed(), Map.of("asOf", "2013-02-28"), null);
        read.path(YEARS + "[*].firm").entityList(String.class).containsExactly("0.00", "0.00", "0.00");
        read.path(YEARS + "[0].conditional").entity(String.class).isEqualTo("14000.00");
        read.path(YEARS + "[0].share").valueIsNull();
        read.path(AT + "finance.cycles.edges[0].node.provisos[*].holder.name").entityList(String.class)
                .containsExactly("Police", "SCC");
        read.path(AT + "finance.provisos.edges[*].node.commitment.title").entityList(String.class)
                .containsExactly("Night staff", "A room", "A room");
        read.path(AT + "waitingFor.edges[*].node.subject.id").entityList(String.class)
                .contains("proviso-mash.room.scc-c2", "proviso-mash.staff.police-c1");
    }

    @Test void what_failed_in_may_was_not_known_before_it_was_recorded() {
        GraphQlTester.Response then = read(MoneyStory.closed(), Map.of("asOf", "2013-05-10", "asKnownAt",
                "2013-05-10T12:00:00Z"), null);
        then.path(YEARS + "[0].conditional").entity(String.class).isEqualTo("4000.00");
        GraphQlTester.Response since = read(MoneyStory.closed(), Map.of("asOf", "2013-05-10"), null);
        since.path(YEARS + "[0].conditional").entity(String.class).isEqualTo("0.00");
        since.path(YEARS + "[0].loosened").entity(String.class).isEqualTo("4000.00");
    }

    @Test void a_commitment_is_read_with_everything_behind_it_page_by_page() {
        GraphQlTester.Response staff = read(MoneyStory.closed(), null, null);
        String node = AT + "commitments.edges[0].node.";
        staff.path(node + "confirmation.mandate.holder").entity(String.class).isEqualTo("police");
        staff.path(node + "years[0].closing.variance").entity(String.class).isEqualTo("-7500.00");
        staff.path(node + "contributions.edges[0].node.reference").entity(String.class).isEqualTo("Ledger 17");
        GraphQlTester.Response room = read(MoneyStory.closed(), null,
                staff.path(AT + "commitments.pageInfo.endCursor").entity(String.class).get());
        room.path(node + "standing").entity(String.class).isEqualTo("FIRM");
        room.path(node + "variations[0].years[*].amount").entityList(String.class)
                .containsExactly("1000.00", "0.00", "1000.00");
        room.path(node + "provisos[1].settlings[*].standing").entityList(String.class)
                .containsExactly("FAILED", "DROPPED");
        room.path(node + "investment.actions[0].code").entity(String.class).isEqualTo("A06");
        room.path(node + "investment.documents[0].title").entity(String.class).isEqualTo("Vision");
        room.path(AT + "found.edges[*].node.id").entityList(String.class).containsExactly("commitment-mash.room");
    }

    @Test void what_is_offered_waits_for_who_may_confirm_it() {
        GraphQlTester.Response read = read(MoneyStory.waiting(), null, null);
        String node = AT + "toConfirm.edges[?(@.node.kind == 'COMMITMENT_TO_CONFIRM')].node.";
        read.path(node + "sentence").entityList(String.class).containsExactly(
                "Desks, 18 systems access over all years, waits to be confirmed within a mandate of SCC.");
        read.path(node + "subject.id").entityList(String.class).containsExactly("commitment-mash.desks");
        read.path(node + "people[*]").entityList(String.class).containsExactly("scc");
        read.path(AT + "ofAnother.edges").entityList(Object.class).hasSize(0);
        read.path(AT + "waitingFor.edges[*].node.kind").entityList(String.class).doesNotContain("COMMITMENT_TO_CONFIRM");
    }

    @Test void before_the_mandate_was_given_nobody_could_confirm() {
        read(MoneyStory.waiting(), Map.of("asOf", "2013-01-09", "asKnownAt", "2013-06-05T12:00:00Z"), null)
                .path(AT + "toConfirm.edges").entityList(Object.class).hasSize(0);
    }

    @Test void what_a_proviso_loosens_is_said_by_name() {
        GraphQlTester.Response open = read(MoneyStory.waiting(), null, null);
        open.path("proviso.reliance.commitment.title").entity(String.class).isEqualTo("A room");
        open.path("proviso.reliance.years[*].amount").entityList(String.class).containsExactly("4000.00", "0.00", "4000.00");
        open.path("proviso.reliance.investment").valueIsNull();
        open.path("proviso.reliance.waiting[*].commitment.title").entityList(String.class).containsExactly("Night staff");
        GraphQlTester.Response failed = read(MoneyStory.failedAfterAll(), null, null);
        failed.path("proviso.reliance.years[*].amount").entityList(String.class).containsExactly("4000.00", "0.00", "4000.00");
        failed.path("proviso.reliance.investment.actions[*].code").entityList(String.class).containsExactly("A06");
        failed.path("proviso.reliance.investment.documents[*].title").entityList(String.class).containsExactly("Vision");
        failed.path("proviso.reliance.waiting").entityList(Object.class).hasSize(0);
        read(MoneyStory.closed(), null, null).path("proviso.reliance").valueIsNull();
        assertThat(failed.path(AT + "failure.edges[*].node.summary").entityList(String.class).get()).containsExactly(
                "The proviso of SCC on A room, “The grant is approved”, failed and loosened 4000.00 GBP for 2013/14, "
                    + "0.00 GBP for 2014/15 and 4000.00 GBP for 2015/16, on which A06 and Vision rely: Refused");
    }

    @Test void an_action_without_investment_is_found() {
        GraphQlTester.Response before = read(MoneyStory.waiting(), null, null);
        before.path(AT + "plan.invested.edges").entityList(Object.class).hasSize(0);
        before.path(AT + "plan.uninvested.edges[*].node.code").entityList(String.class).contains("A06");
        before.path(AT + "unsaid.edges").entityList(Object.class).hasSize(3);
        GraphQlTester.Response after = read(MoneyStory.closed(), null, null);
        after.path(AT + "plan.invested.edges[*].node.code").entityList(String.class).containsExactly("A06");
        after.path(AT + "plan.uninvested.edges[*].node.code").entityList(String.class).doesNotContain("A06");
        after.path(AT + "unsaid.edges[*].node.id").entityList(String.class)
                .containsExactly("commitment-mash.staff", "commitment-mash.desks");
    }

    @Test void what_loosened_since_is_a_difference_in_words() {
        List<String> said = read(MoneyStory.loosened(), null, null).path(AT + "changes.edges[*].node.sentence")
                .entityList(String.class).get();
        assertThat(said).contains("A room: 2013/14 standing is loosened, was conditional.",
                "A room: standing is loosened, was conditional.");
    }
}
