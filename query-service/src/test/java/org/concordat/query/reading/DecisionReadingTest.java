package org.concordat.query.reading;

import java.util.List;
import org.concordat.query.ledger.Story;
import org.concordat.query.ledger.VisionStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

class DecisionReadingTest {

    private static final String AT = "partnership.";

    @BeforeEach void signIn() {
        Reading.as("police");
    }

    private static GraphQlTester.Response read(Object at, Object after) {
        return Reading.of(VisionStory.silent().ledger, Story.noon("06-01")).documentName("decided")
                .variable("at", at).variable("after", after).execute();
    }

    @Test void a_decision_is_read_with_everything_behind_it() {
        GraphQlTester.Response read = read(null, null);
        String node = AT + "decisions.edges[0].node.";
        read.path(node + "id").entity(String.class).isEqualTo("decision-mash.vision");
        read.path(node + "forReview").entity(Boolean.class).isEqualTo(true);
        read.path(node + "warrant.positions[*].partner.name").entityList(String.class)
                .containsExactly("SCC", "Police", "Health");
        read.path(node + "warrant.positions[1].position.provisos[0].partner.name").entity(String.class)
                .isEqualTo("SCC");
        read.path(node + "warrant.earlierPositions[*].ended").entityList(String.class)
                .containsExactly("LAPSED", "LAPSED", "CHANGED");
        read.path(AT + "found.edges[*].node.id").entityList(String.class).containsExactly("decision-mash.logo");
        read.path(AT + "documentInForce.number").entity(Integer.class).isEqualTo(2);
        read.path(AT + "whoDecides.answer").entity(String.class).isEqualTo("DECIDED");
        read.path(AT + "whoDecides.without[*].name").entityList(String.class).containsExactly("Health");
        read.path(AT + "leads[0].accepted.on").entity(String.class).isEqualTo("2013-03-01");
        read.path("proviso.standing").entity(String.class).isEqualTo("LAPSED");
    }

    @Test void pages_follow_one_another_by_the_order_of_tabling() {
        String cursor = read(null, null).path(AT + "decisions.pageInfo.endCursor").entity(String.class).get();
        GraphQlTester.Response next = read(null, cursor);
        next.path(AT + "decisions.edges[*].node.id").entityList(String.class).containsExactly("decision-mash.logo");
        next.path(AT + "decisions.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
    }

    @Test void an_earlier_moment_shows_the_decision_open() {
        GraphQlTester.Response then = read(java.util.Map.of("asOf", "2013-01-17"), null);
        then.path(AT + "open.edges[*].node.id").entityList(String.class).containsExactly("decision-mash.vision");
        then.path(AT + "decisions.edges[0].node.waitingFor[*].name").entityList(String.class)
                .isEqualTo(List.of("Health"));
    }
}
