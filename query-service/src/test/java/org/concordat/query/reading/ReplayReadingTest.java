package org.concordat.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.day;
import static org.concordat.query.ledger.Story.noon;
import static org.concordat.query.ledger.Story.text;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.partnership.DisposalReason;
import org.concordat.api.partnership.PartnershipEvent.MandateFoundVoid;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.api.Refused;
import org.concordat.query.ledger.ListLedger;
import org.concordat.query.ledger.Story;
import org.concordat.query.ledger.VisionStory;
import org.concordat.query.moment.Moments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

class ReplayReadingTest {

    private static final ListLedger.By CHAIR = new ListLedger.By("chair", null, "CHAIR");

    private final Story story = VisionStory.silent()
        .then(CHAIR, "05-02", new MandateFoundVoid(MASH, VisionStory.OF_POLICE, day("01-20"), text("Never approved"), text("Opinion 3")));
    private final ExecutionGraphQlServiceTester tester = Reading.of(story.ledger, noon("05-03"));

    @BeforeEach void signedIn() {
        Reading.as("police");
    }

    private GraphQlTester.Response replay(String arguments) {
        return tester.document("""
            {partnership(id: "partnership-mash") {replay(%s) {
              edges {cursor node {cursor entry {id summary} changes {edges {node {subject what before after sentence}}}}}
              pageInfo {hasNextPage endCursor}}}}""".formatted(arguments)).execute();
    }

    private static List<String> ids(GraphQlTester.Response response) {
        return response.path("partnership.replay.edges[*].node.entry.id").entityList(String.class).get();
    }

    @Test void page_by_page_every_entry_comes_once_with_what_it_changed() {
        List<String> ids = new ArrayList<>();
        List<Object> sentences = new ArrayList<>();
        String after = "";
        boolean more;
        do {
            GraphQlTester.Response page = replay("first: 7" + after);
            ids.addAll(ids(page));
            sentences.addAll(page.path("partnership.replay.edges[*].node.changes.edges[*].node.sentence").entityList(String.class).get());
            after = ", after: \"" + page.path("partnership.replay.pageInfo.endCursor").entity(String.class).get() + "\"";
            more = page.path("partnership.replay.pageInfo.hasNextPage").entity(Boolean.class).get();
        } while (more);
        assertThat(ids).isEqualTo(story.ledger.all().stream().map(e -> e.id().value()).toList());
        assertThat(sentences).contains("The vision: standing is closed, was open.", "mandate-mash.police: found void from is 2013-01-20.");
        assertThat(sentences).isEqualTo(replay("first: 100").path("partnership.replay.edges[*].node.changes.edges[*].node.sentence")
                .entityList(String.class).get());
    }

    @Test void a_cursor_is_good_after_what_was_kept_is_gone() {
        String cursor = replay("first: 7").path("partnership.replay.pageInfo.endCursor").entity(String.class).get();
        GraphQlTester fresh = Reading.of(story.ledger, noon("05-03"));
        assertThat(fresh.document("{partnership(id: \"partnership-mash\") {replay(first: 1, after: \"" + cursor
                + "\") {edges {node {entry {id}}}}}}").execute().path("partnership.replay.edges[0].node.entry.id").entity(String.class)
                .get()).isEqualTo(story.ledger.all().get(7).id().value());
    }

    @Test void words_disposed_of_are_in_no_replay_whatever_was_kept() {
        String next = "first: 2, after: \"" + replay("first: 18").path("partnership.replay.pageInfo.endCursor")
                .entity(String.class).get() + "\"";
        assertThat(sentences(replay(next))).contains("March cannot be kept");
        story.then(Story.OFFICE, "05-02", new PayloadDisposedOf(MASH, EntryId.of(VisionStory.VISION.value(), 3),
                DisposalReason.NAMES_A_PERSON, Hash.of(text("x"))));
        assertThat(sentences(replay(next))).contains("no longer there").doesNotContain("March cannot be kept");
        assertThat(sentences(replay("first: 100"))).contains(": disposed of is names a person").doesNotContain("March cannot be kept");
    }

    private static String sentences(GraphQlTester.Response response) {
        return response.path("partnership.replay.edges[*].node.changes.edges[*].node.sentence").entityList(Object.class).get()
                .toString();
    }

    @Test void watched_words_disposed_of_meanwhile_are_read_again_without_them() {
        PacedReplay paced = paced();
        List<Step> steps = paced.of(MASH, new Span(null, null), 17, 50, "police").doOnNext(step -> {
            if (step.index() == 18) {
                story.then(Story.OFFICE, "05-02", new PayloadDisposedOf(MASH, EntryId.of(VisionStory.VISION.value(), 3),
                        DisposalReason.NAMES_A_PERSON, Hash.of(text("x"))));
            }
        }).collectList().block(Duration.ofSeconds(60));
        assertThat(steps).extracting(Step::index)
                .isEqualTo(LongStream.range(18, story.ledger.all().size()).boxed().toList());
        assertThat(steps.stream().skip(1).map(Step::all).toList().toString()).contains("no longer there")
                .doesNotContain("March cannot be kept");
    }

    @Test void between_two_places_both_included() {
        assertThat(ids(replay("from: {time: \"2013-01-14T12:00:00Z\"}, to: {time: \"2013-01-15T12:00:00Z\"}")))
                .containsExactly("entry-decision-mash.vision@2", "entry-decision-mash.vision@3");
        assertThat(ids(replay("from: {entry: \"entry-decision-mash.vision@2\"}, to: {entry: \"entry-decision-mash.vision@4\"}")))
                .containsExactly("entry-decision-mash.vision@2", "entry-decision-mash.vision@3", "entry-decision-mash.vision@4");
        replay("from: {entry: \"entry-decision-mash.vision@3\"}, to: {entry: \"entry-decision-mash.vision@2\"}").errors()
                .satisfy(e -> assertThat(e.getFirst().getExtensions()).containsEntry("code", "BAD_INPUT"));
        replay("from: {entry: \"entry-decision-mash.none@3\"}").errors()
                .satisfy(e -> assertThat(e.getFirst().getExtensions()).containsEntry("code", "NOT_FOUND"));
        replay("first: 101").errors().satisfy(e -> assertThat(e.getFirst().getExtensions()).containsEntry("code", "BAD_INPUT"));
    }

    @Test void at_an_earlier_moment_it_ends_there() {
        List<String> ids = tester.document("""
            {partnership(id: "partnership-mash", at: {asKnownAt: "2013-01-08T12:00:00Z"}) {replay(first: 50) {edges {node {entry {id}}}}}}""")
                .execute().path("partnership.replay.edges[*].node.entry.id").entityList(String.class).get();
        assertThat(ids).hasSize(7);
    }

    @Test void every_act_is_judged_and_those_not_within_are_found() {
        GraphQlTester.Response all = tester.document("""
            {partnership(id: "partnership-mash") {
              authority(first: 100) {edges {node {standing}}}
              only: authority(filter: {notWithin: true, mandate: "mandate-mash.police"}) {edges {node {standing because entry {id} mandate {id}
                heldOnEffectiveDay heldOnDayOfRecording act {backDated correctedBy {id}}}}}
              mandates(first: 1) {edges {node {foundVoid {from tainted {edges {node {act {entry}}}}
                resting(first: 3) {edges {node {thing sentence entry through}}}}}}}
              decisions(first: 1) {edges {node {warrant {marks positions {judged {standing}}}}}}}}""").execute();
        all.path("partnership.authority.edges").entityList(Object.class).hasSize(story.ledger.all().size());
        all.path("partnership.only.edges[*].node.entry.id").entityList(String.class).containsExactly("entry-decision-mash.vision@8",
                "entry-decision-mash.vision@9", "entry-decision-mash.logo@2");
        all.path("partnership.only.edges[*].node.standing").entityList(String.class).contains("TAINTED");
        all.path("partnership.mandates.edges[0].node.foundVoid.tainted.edges").entityList(Object.class).hasSize(3);
        all.path("partnership.mandates.edges[0].node.foundVoid.resting.edges[0].node.thing").entity(String.class)
                .isEqualTo("decision-mash.vision");
        all.path("partnership.decisions.edges[0].node.warrant.marks").entityList(String.class).hasSize(2);
    }

    @Test void watched_it_comes_one_entry_a_tick_and_goes_on_from_a_cursor() {
        PacedReplay paced = paced();
        Span all = new Span(null, null);
        int last = story.ledger.all().size();
        long begun = System.nanoTime();
        List<Step> whole = paced.of(MASH, all, 0, 50, "police").collectList().block(Duration.ofSeconds(60));
        assertThat(whole).extracting(Step::index).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(20L * last));
        List<Step> rest = paced.of(MASH, all, last - 3, 50, "police").collectList().block(Duration.ofSeconds(60));
        assertThat(rest).extracting(Step::index).containsExactly(last - 2L, last - 1L, (long) last);
        assertThat(rest).extracting(Step::all).isEqualTo(whole.subList(last - 3, last).stream().map(Step::all).toList());
        assertThatThrownBy(() -> paced.of(MASH, all, 0, 51, "police")).isInstanceOf(ApiRefusal.class);
        assertThatThrownBy(() -> paced.of(MASH, all, 0, 50, "outsider")).isInstanceOf(Refused.class);
    }

    private PacedReplay paced() {
        Moments moments = new Moments(story.ledger);
        Readers readers = new Readers(story.ledger, moments, new StaticListableBeanFactory(Map.of("clock",
                Clock.fixed(noon("05-03"), ZoneOffset.UTC))).getBeanProvider(Clock.class));
        return new PacedReplay(story.ledger, readers);
    }
}
