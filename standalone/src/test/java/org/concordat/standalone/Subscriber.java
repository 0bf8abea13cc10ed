package org.concordat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Follows one partnership on one node; when that is killed, goes on at the other with the last cursor it was given. */
record Subscriber(Processes processes, TestDatabase ledger) {

    void losesNothing(Load load) throws Exception {
        String partnership = load.acknowledged.getFirst().subject();
        List<Long> seen = new ArrayList<>();
        String cursor = "";
        for (Node node : processes.query()) {
            Followed followed = new Followed(processes, node.address(), "programme", partnership, cursor);
            load.goesOnFor(60);
            Awaitility.await("something was seen").atMost(Duration.ofSeconds(30)).until(() -> !followed.seen.isEmpty());
            node.kill();
            Awaitility.await("the stream ends").atMost(Duration.ofSeconds(30)).until(followed::ended);
            followed.seen.forEach(entry -> seen.add(entry.index()));
            cursor = followed.seen.getLast().cursor();
            node.startAgain();
        }
        load.goesOnFor(60);
        String query = "select index from ledger where partnership = '" + partnership + "' order by index";
        List<Long> recorded = ledger.all(query, row -> row.getLong(1));
        try (var rest = new Followed(processes, processes.query().getFirst().address(), "programme", partnership, cursor)) {
            Awaitility.await("all was seen").atMost(Duration.ofSeconds(30))
                    .until(() -> !rest.seen.isEmpty() && rest.seen.getLast().index() >= recorded.getLast());
            rest.seen.forEach(entry -> seen.add(entry.index()));
        }
        assertThat(seen.subList(0, recorded.size())).isEqualTo(recorded);
    }
}
