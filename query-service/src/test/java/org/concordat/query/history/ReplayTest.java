package org.concordat.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.OFFICE;
import static org.concordat.query.ledger.Story.day;
import static org.concordat.query.ledger.Story.noon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.concordat.api.Contract;
import org.concordat.query.ledger.CommittedSamples;
import org.concordat.query.ledger.DecidedSamples;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.ListLedger;
import org.concordat.query.ledger.MoneyStory;
import org.concordat.query.ledger.Story;
import org.concordat.query.ledger.VisionStory;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.junit.jupiter.api.Test;

class ReplayTest {

    /** Events that no field shows, each with the reason. */
    private static final Map<String, String> NOTHING_TO_SEE = Map.of();

    /** Every step, against both whole views laid flat; and what was replayed, against the live view, at every entry. */
    @Property(tries = 150)
    void a_replay_from_nothing_is_the_live_view_at_every_entry(@ForAll("histories") List<Entry> history) {
        ListLedger live = new ListLedger();
        Moments moments = new Moments(live);
        Replay replay = Replay.of(MASH);
        PartnershipView before = PartnershipView.empty(MASH);
        for (Entry entry : history) {
            live.add(entry);
            PartnershipView now = moments.now(MASH);
            assertThat(before.after(List.of(entry))).isEqualTo(now);
            Called called = Called.at(now);
            assertThat(replay.next(entry, called).stream().map(ReplayTest::values))
                    .isEqualTo(Changes.between(before, now).map(ReplayTest::values).toList());
            before = now;
        }
    }

    private static List<Object> values(Change change) {
        List<Object> values = new ArrayList<>(List.of(change.subject(), change.what()));
        values.add(change.before());
        values.add(change.after());
        return values;
    }

    @Provide Arbitrary<List<Entry>> histories() {
        List<Object> events = Stream.concat(stories(), Stream.of(DecidedSamples.EVENTS, CommittedSamples.EVENTS)
                .flatMap(List::stream)).toList();
        return Arbitraries.of(events).list().ofMaxSize(60).flatMap(some -> Arbitraries.integers().between(0, 40).list()
                .ofSize(some.size()).map(back -> backDated(some, back)));
    }

    /** A whole story, then anything at all, claimed for up to forty days before it is recorded. */
    private static List<Entry> backDated(List<Object> some, List<Integer> back) {
        Story story = some.size() % 2 == 0 ? VisionStory.silent() : MoneyStory.closed();
        LocalDate recorded = day("06-15");
        for (int i = 0; i < some.size(); i++) {
            recorded = recorded.plusDays(i % 2);
            story.ledger.add(some.get(i), OFFICE, recorded.minusDays(back.get(i)), noon(recorded.toString().substring(5)));
        }
        return story.ledger.all();
    }

    private static Stream<Object> stories() {
        return Stream.of(Story.led(), VisionStory.silent(), MoneyStory.closed())
                .flatMap(s -> s.ledger.all().stream()).map(Entry::event);
    }

    @Test void every_recorded_type_changes_something_that_can_be_seen() {
        Set<String> seen = new TreeSet<>();
        for (Story story : Stream.concat(Stream.of(Story.led(), VisionStory.silent(), MoneyStory.closed()),
                AnyEvent.stories().stream()).toList()) {
            Replay replay = Replay.of(MASH);
            Called called = Called.at(PartnershipView.empty(MASH).after(story.ledger.all()));
            story.ledger.all().forEach(e -> {
                if (!replay.next(e, called).isEmpty()) seen.add(e.type());
            });
        }
        Set<String> all = Contract.EVENTS.stream().map(Contract::nameOf).collect(Collectors.toCollection(TreeSet::new));
        assertThat(all).hasSizeGreaterThan(60);
        Set<String> unseen = new TreeSet<>(all);
        unseen.removeAll(seen);
        assertThat(unseen).isEqualTo(NOTHING_TO_SEE.keySet());
    }
}
