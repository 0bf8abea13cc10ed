package org.concordat.query.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.POLICE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.concordat.api.Contract;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.query.history.Changes;
import org.concordat.query.history.EntryAt;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.MoneyStory;
import org.concordat.query.ledger.Story;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Act;
import org.concordat.query.waiting.Waiting;

class FinanceTest {

    @Property(tries = 400)
    void totals_agree_to_the_penny_with_a_recount_of_the_history(@ForAll long seed,
            @ForAll @IntRange(max = 80) int acts, @ForAll @IntRange(max = 300) int asOf,
            @ForAll @IntRange(max = 300) int known) {
        Story story = RandomMoney.of(seed, acts);
        LocalDate start = Story.day("01-20");
        Instant then = start.plusDays(known).atTime(18, 0).toInstant(ZoneOffset.UTC);
        for (Moment asked : List.of(Moment.NOW, Moment.asOf(start.plusDays(asOf)), Moment.asKnownAt(then),
                new Moment(start.plusDays(asOf), then))) {
            CommitmentsView view = new Moments(story.ledger).view(MASH, asked).commitments();
            // What was known at a time stands at the day of that time.
            Moment moment = asked.equals(Moment.asKnownAt(then)) ? new Moment(start.plusDays(known), then) : asked;
            Finance finance = Finance.of(view);
            List<Entry> ledger = story.ledger.all();
            assertThat(plain(finance.years().stream(), t -> year(t))).isEqualTo(plain(Recount.of(ledger, moment, true,
                    false)));
            Map<String, List<String>> partners = new TreeMap<>();
            finance.partners().forEach(p -> partners.putAll(plain(Stream.of(p.total()),
                    t -> "all " + unit(t) + " " + p.partner())));
            assertThat(partners).isEqualTo(plain(Recount.of(ledger, moment, false, true)));
            finance.partners().forEach(p -> partners.putAll(plain(p.years().stream(),
                    t -> year(t) + " " + p.partner())));
            partners.keySet().removeIf(key -> key.startsWith("all "));
            assertThat(partners).isEqualTo(plain(Recount.of(ledger, moment, true, true)));
        }
    }

    /** A proof over histories in which nothing happens would prove nothing. */
    @Example
    void the_histories_hold_everything_that_can_befall_money() {
        List<Entry> all = LongStream.range(0, 60).boxed().flatMap(seed -> RandomMoney.of(seed, 80).ledger.all().stream())
                .filter(e -> e.subject().startsWith("commitment-")).toList();
        assertThat(all.stream().map(Entry::type).distinct()).containsExactlyInAnyOrderElementsOf(Contract.EVENTS.stream()
                .filter(CommitmentEvent.class::isAssignableFrom).map(Contract::nameOf).toList());
        assertThat(all.stream().filter(e -> e.effectiveOn().isBefore(e.recordedAt().atZone(ZoneOffset.UTC).toLocalDate())).count())
                .isGreaterThan(500);
        assertThat(all.stream().filter(e -> e.event() instanceof CommitmentEvent.CommitmentProvisosMetTogether met
                && met.provisos().stream().map(CommitmentId::of).distinct().count() > 1).count()).isGreaterThan(50);
        Map<Total.Figure, Long> counted = LongStream.range(0, 60).boxed()
                .flatMap(seed -> Finance.of(view(RandomMoney.of(seed, 80)).commitments()).years().stream())
                .flatMap(t -> t.sums().entrySet().stream()).filter(e -> e.getValue().signum() != 0)
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.counting()));
        assertThat(counted).containsOnlyKeys(Total.Figure.values());
        assertThat(counted.values()).allMatch(times -> times > 20);
    }

    @Property(tries = 100)
    void any_split_folds_to_the_same_view(@ForAll long seed, @ForAll @IntRange(max = 60) int at) {
        List<Entry> history = RandomMoney.of(seed, 60).ledger.all();
        int cut = Math.min(at, history.size());
        PartnershipView whole = PartnershipView.empty(MASH).after(history);
        assertThat(PartnershipView.empty(MASH).after(history.subList(0, cut)).after(history.subList(cut,
                history.size()))).isEqualTo(whole);
        PartnershipView single = PartnershipView.empty(MASH);
        for (Entry entry : history) single = single.after(List.of(entry));
        assertThat(single).isEqualTo(whole);
    }

    @Property(tries = 100)
    void no_order_of_events_stops_a_read(@ForAll long seed) {
        List<Entry> shuffled = new ArrayList<>(RandomMoney.of(seed, 60).ledger.all());
        Collections.shuffle(shuffled, new Random(seed));
        PartnershipView view = PartnershipView.empty(MASH).after(shuffled);
        Finance finance = Finance.of(view.commitments());
        finance.years().forEach(t -> assertThat(figures(t)).isNotNull());
        assertThat(finance.cycles()).isNotNull();
        assertThat(Waiting.of(view, POLICE)).extracting(Waiting::sentence).doesNotContainNull();
        assertThat(Changes.between(PartnershipView.empty(MASH), view)).allMatch(c -> !c.sentence().isBlank());
        for (Entry entry : shuffled) assertThat(new EntryAt(entry, view).summary()).isNotBlank();
    }

    @Property(tries = 100)
    void every_figure_rests_on_entries_of_its_own_commitments(@ForAll long seed) {
        Finance finance = Finance.of(view(RandomMoney.of(seed, 60)).commitments());
        for (Total total : finance.years()) {
            for (Total.Figure figure : Total.Figure.values()) {
                assertThat(total.restsOn(figure)).isSubsetOf(total.restsOn(null).toList()).isSortedAccordingTo(
                        (a, b) -> Long.compare(a.index(), b.index()));
            }
            if (new BigDecimal(total.firm()).signum() > 0) assertThat(total.restsOn(Total.Figure.FIRM)).isNotEmpty();
            assertThat(total.restsOn(null).map(Act::entry)).allMatch(e -> e.value().startsWith("entry-commitment-"));
        }
    }

    @Example
    void money_subject_to_a_proviso_is_never_firm_and_a_failure_loosens_it() {
        Total before = first(MoneyStory.waiting());
        assertThat(figures(before)).containsExactly("0.00", "0.00", "14000.00", "0.00", "0.00", "0");
        Total after = first(MoneyStory.loosened());
        assertThat(figures(after)).containsExactly("0.00", "10000.00", "0.00", "4000.00", "2500.00", "0");
        assertThat(after.restsOn(Total.Figure.LOOSENED).map(a -> a.entry().value())).last()
                .isEqualTo("entry-commitment-mash.room@4");
        assertThat(figures(first(MoneyStory.closed()))).containsExactly("0.00", "11000.00", "0.00", "0.00", "2500.00",
                "-7500.00");
    }

    @Example
    void partners_that_will_if_the_other_will_are_a_cycle_with_its_path() {
        Finance finance = Finance.of(view(MoneyStory.waiting()).commitments());
        assertThat(finance.cycles()).singleElement().satisfies(c -> assertThat(c.provisos()).extracting(p -> p.id())
                .containsExactly(MoneyStory.OF_STAFF, MoneyStory.OF_ROOM));
        assertThat(Finance.of(view(MoneyStory.loosened()).commitments()).cycles()).isEmpty();
    }

    @Example
    void a_share_is_a_part_of_what_is_firm() {
        Finance finance = Finance.of(view(MoneyStory.closed()).commitments());
        assertThat(finance.partners()).extracting(PartnerTotal::share).containsExactly(0.94203, 0.05797, null);
        assertThat(finance.years().stream().filter(t -> t.unit().equals(MoneyStory.GBP)).mapToDouble(t ->
                Objects.requireNonNull(t.share())).sum()).isEqualTo(1, org.assertj.core.data.Offset.offset(0.00001));
    }

    @Example
    void a_proviso_of_money_waits_for_its_judge() {
        assertThat(Waiting.of(view(MoneyStory.waiting()), POLICE).stream().map(Waiting::sentence)).contains(
                "The proviso of SCC on A room, “The grant is approved”, waits to be judged by 2013-05-31.");
        assertThat(Waiting.of(view(MoneyStory.loosened()), POLICE).stream().map(Waiting::sentence)).noneMatch(s ->
                s.contains("A room"));
    }

    private static Total first(Story story) {
        return Finance.of(view(story).commitments()).years().getFirst();
    }

    private static PartnershipView view(Story story) {
        return PartnershipView.empty(MASH).after(story.ledger.all());
    }

    private static String year(Total total) {
        return Objects.requireNonNull(total.year()) + " " + unit(total);
    }

    private static String unit(Total total) {
        return total.kind() + " " + (total.currency() == null ? "" : total.currency());
    }

    private static List<String> figures(Total t) {
        return List.of(t.offered(), t.firm(), t.conditional(), t.loosened(), t.received(),
                t.variance() == null ? "0" : t.variance());
    }

    private static Map<String, List<String>> plain(Stream<Total> totals, Function<Total, String> key) {
        Map<String, List<String>> plain = new TreeMap<>();
        totals.forEach(t -> plain.put(key.apply(t), figures(t).stream().map(FinanceTest::penny).toList()));
        return plain;
    }

    private static Map<String, List<String>> plain(Map<String, List<BigDecimal>> counted) {
        Map<String, List<String>> plain = new TreeMap<>();
        counted.forEach((key, line) -> plain.put(key, line.stream().map(a -> penny(a.toPlainString())).toList()));
        return plain;
    }

    private static String penny(String amount) {
        return new BigDecimal(amount).stripTrailingZeros().toPlainString();
    }
}
