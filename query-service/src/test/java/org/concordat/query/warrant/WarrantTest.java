package org.concordat.query.warrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.POLICE;
import static org.concordat.query.ledger.Story.SCC;
import static org.concordat.query.ledger.VisionStory.HEALTH;
import static org.concordat.query.ledger.VisionStory.LOGO;
import static org.concordat.query.ledger.VisionStory.VISION;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.concordat.api.Hash;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.document.DocumentEvent.VersionCameIntoForce;
import org.concordat.api.document.DocumentEvent.VersionProposed;
import org.concordat.api.document.DocumentKind;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.Objection;
import org.concordat.query.decision.PositionTaken;
import org.concordat.query.document.Difference;
import org.concordat.query.history.Changes;
import org.concordat.query.history.EntryAt;
import org.concordat.query.ledger.DecidedSamples;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Story;
import org.concordat.query.ledger.VisionStory;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.waiting.Waiting;
import org.junit.jupiter.api.Test;

class WarrantTest {

    private static PartnershipView view(Story story) {
        return PartnershipView.empty(MASH).after(story.ledger.all());
    }

    private static Warrant warrant(PartnershipView view, DecisionId id) {
        return new Warrant(Objects.requireNonNull(view.decisions().decision(id)), view);
    }

    @Test void the_record_of_a_rich_decision_is_the_approved_text() throws IOException {
        PartnershipView view = view(VisionStory.silent());
        approved("record.txt", Minutes.of(warrant(view, VISION)) + "\n" + Minutes.of(warrant(view, LOGO)));
    }

    @Test void every_event_of_deciding_together_reads_like_a_line_of_the_minutes() throws IOException {
        Story story = Story.drawnUp();
        DecidedSamples.EVENTS.forEach(e -> story.then(Story.OFFICE, "01-15", e));
        PartnershipView view = view(story);
        approved("decided-summaries.txt", story.ledger.all().stream().skip(10)
                .map(e -> new EntryAt(e, view).summary() + "\n").reduce("", String::concat));
    }

    @Test void a_lapsed_position_stays_readable_and_an_objection_says_what_became_of_it() {
        Warrant warrant = warrant(view(VisionStory.adopted()), VISION);
        assertThat(warrant.earlierPositions()).extracting(PositionTaken::partnerId, PositionTaken::ended)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(POLICE, PositionTaken.Ended.LAPSED),
                    org.assertj.core.groups.Tuple.tuple(SCC, PositionTaken.Ended.LAPSED),
                    org.assertj.core.groups.Tuple.tuple(POLICE, PositionTaken.Ended.CHANGED));
        assertThat(warrant.objections()).extracting(Objection::standing)
                .containsExactly(Objection.Standing.RESOLVED);
        assertThat(warrant.tally()).isEqualTo(new Tally(3, 1, 1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(warrant.broughtIntoForce()).hasSize(2).allMatch(b -> b.act() != null);
        assertThat(warrant.decision().forReview()).isFalse();
    }

    @Test void each_earlier_moment_shows_what_was_known_then() {
        Moments moments = new Moments(VisionStory.silent().ledger);
        Decision before = at(moments, "01-17");
        assertThat(before.wordings()).hasSize(1);
        assertThat(before.current()).containsOnlyKeys(POLICE, SCC);
        assertThat(before.objections().getFirst().standing()).isEqualTo(Objection.Standing.UPHELD);
        assertThat(at(moments, "01-19").current()).isEmpty();
        assertThat(at(moments, "01-25").result()).isNull();
        assertThat(at(moments, "01-27").forReview()).isFalse();
        assertThat(at(moments, "05-02").forReview()).isTrue();
    }

    private static Decision at(Moments moments, String day) {
        return Objects.requireNonNull(moments.view(MASH, Moment.asOf(Story.day(day))).decisions().decision(VISION));
    }

    @Test void what_an_adopted_decision_brought_keeps_its_name() {
        Story story = VisionStory.silent();
        String before = Minutes.of(warrant(view(story), VISION));
        List<String> said = said(story, story.ledger.all().size());
        int recorded = story.ledger.all().size();
        Text rival = Story.text("Another house.");
        story.then(Story.PC, "06-01", new VersionProposed(MASH, VisionStory.TEXT, DocumentKind.VISION, 3, Story.text("A rival"),
                rival, Hash.of(rival), List.of(Story.text("None")), 5, List.of()));
        assertThat(Minutes.of(warrant(view(story), VISION))).isEqualTo(before);
        assertThat(said(story, recorded)).isEqualTo(said);
        assertThat(title(story)).as("only proposed").isEqualTo("Vision");
        story.then(Story.OFFICE, "06-02", new VersionCameIntoForce(VisionStory.TEXT, Hash.of(rival), LOGO));
        assertThat(title(story)).as("in force").isEqualTo("A rival");
        assertThat(Minutes.of(warrant(view(story), VISION))).contains("The text of Vision: ").doesNotContain("A rival");
        assertThat(said(story, recorded)).isEqualTo(said);
    }

    private static String title(Story story) {
        return Objects.requireNonNull(view(story).documents().document(VisionStory.TEXT)).title().value();
    }

    private static List<String> said(Story story, int entries) {
        PartnershipView view = view(story);
        return story.ledger.all().stream().limit(entries).map(e -> new EntryAt(e, view).summary()).toList();
    }

    @Test void what_waits_is_said() {
        assertThat(kinds(VisionStory.spoken(), HEALTH)).containsExactly(Waiting.Kind.POSITION_TO_GIVE);
        assertThat(kinds(VisionStory.adopted(), POLICE)).containsExactlyInAnyOrder(Waiting.Kind.PROVISO_TO_JUDGE,
                Waiting.Kind.PARTNERSHIP_LEAD_TO_ACCEPT, Waiting.Kind.VERSION_TO_ACKNOWLEDGE);
        assertThat(kinds(VisionStory.silent(), POLICE)).containsExactly(Waiting.Kind.VERSION_TO_ACKNOWLEDGE);
    }

    private static List<Waiting.Kind> kinds(Story story, org.concordat.api.partnership.PartnerId partner) {
        return Waiting.of(view(story), partner).stream().map(Waiting::kind).toList();
    }

    @Test void any_split_folds_to_the_same_view_and_no_order_stops_a_read() {
        List<Entry> all = VisionStory.silent().ledger.all();
        for (int cut = 0; cut <= all.size(); cut++) {
            assertThat(PartnershipView.empty(MASH).after(all.subList(0, cut)).after(all.subList(cut, all.size())))
                    .isEqualTo(view(VisionStory.silent()));
        }
        Story story = VisionStory.silent();
        DecidedSamples.EVENTS.forEach(e -> story.then(Story.OFFICE, "06-15", e));
        for (long seed = 0; seed < 200; seed++) {
            List<Entry> shuffled = new ArrayList<>(story.ledger.all());
            Collections.shuffle(shuffled, new Random(seed));
            PartnershipView view = PartnershipView.empty(MASH).after(shuffled);
            assertThat(Changes.between(PartnershipView.empty(MASH), view)).allMatch(c -> !c.sentence().isBlank());
            Stream.of(POLICE, SCC, HEALTH).forEach(p -> assertThat(Waiting.of(view, p)).extracting(Waiting::sentence).doesNotContainNull());
            for (Entry entry : shuffled) assertThat(new EntryAt(entry, view).summary()).isNotBlank();
            view.decisions().all().forEach(d -> assertThat(Minutes.of(new Warrant(d, view))).isNotBlank());
        }
    }

    @Test void a_difference_is_said_line_by_line() {
        assertThat(Difference.between(VisionStory.FIRST.value(), VisionStory.SECOND.value()))
                .isEqualTo("  One front door.\n- Open by March.\n+ Open by May.");
        assertThat(Difference.between("a\nb\nc\nd", "a\nc\nx\nd\ne")).isEqualTo("  a\n- b\n  c\n+ x\n  d\n+ e");
        assertThat(Difference.between("a", "a")).isEqualTo("  a");
    }

    private static void approved(String name, String said) throws IOException {
        Path file = Path.of("src/test/resources/approved", name);
        if (Boolean.getBoolean("approve") && !Files.exists(file)) Files.writeString(file, said);
        assertThat(said).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }
}
