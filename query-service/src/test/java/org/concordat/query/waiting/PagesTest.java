package org.concordat.query.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.POLICE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.query.api.ApiRefusal;
import org.concordat.query.api.Cursor;
import org.concordat.query.decision.Decision;
import org.concordat.query.ledger.MoneyStory;
import org.concordat.query.ledger.Story;
import org.concordat.query.ledger.VisionStory;
import org.concordat.query.moment.PartnershipView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Page after page is the whole list, each once and in its order, however long a page is. */
class PagesTest {

    static Stream<Story> stories() {
        return Stream.of(VisionStory.tabled(), VisionStory.spoken(), VisionStory.adopted(), VisionStory.silent(), MoneyStory.waiting(),
                MoneyStory.loosened(), Story.led());
    }

    @ParameterizedTest @MethodSource("stories") void pages_make_the_whole_list(Story story) {
        PartnershipView view = PartnershipView.empty(MASH).after(story.ledger.all());
        view.partners().partners().keySet().forEach(partner -> {
            List<String> whole = Waiting.of(view, partner).stream().map(Waiting::sentence).toList();
            for (int size = 1; size < 5; size++) {
                List<String> read = new ArrayList<>();
                String after = null;
                for (List<Waiting> page; !(page = Waiting.first(view, partner, after, size, any -> true)).isEmpty();) {
                    assertThat(page).hasSizeLessThanOrEqualTo(size);
                    page.forEach(waiting -> read.add(waiting.sentence()));
                    after = page.getLast().cursor().toString();
                }
                assertThat(read).isEqualTo(whole);
            }
        });
    }

    @ParameterizedTest @MethodSource("stories") void a_partner_is_awaited_where_it_is_in_the_list_of_those(Story story) {
        PartnershipView view = PartnershipView.empty(MASH).after(story.ledger.all());
        for (Decision decision : view.decisions().all()) {
            view.partners().partners().keySet().forEach(partner ->
                    assertThat(decision.awaits(partner)).isEqualTo(decision.awaited().contains(partner)));
        }
    }

    @Test void whatever_order_they_are_found_in_the_first_are_kept_and_nobody_is_asked_about_the_others() {
        List<Waiting> all = new ArrayList<>(IntStream.range(0, 200).mapToObj(n -> duty(n / 4, n % 4)).toList());
        List<Place> inOrder = all.stream().map(Waiting::place).toList();
        Collections.shuffle(all, new Random(7));
        List<Waiting> asked = new ArrayList<>();
        Foremost foremost = new Foremost(new Place(9, 3, 0), 20, waiting -> {
            asked.add(waiting);
            return waiting.place().number() != 2;
        });
        all.forEach(foremost::add);
        assertThat(foremost.inOrder()).extracting(Waiting::place).isEqualTo(
                inOrder.stream().skip(40).filter(place -> place.number() != 2).limit(20).toList());
        assertThat(asked.size()).isLessThan(160);
    }

    private static Waiting duty(long index, int number) {
        return new Waiting(Waiting.Kind.LEAD_TO_ACCEPT, index, number, () -> {
            throw new IllegalStateException("nobody reads it");
        }, Story.day("01-10"), new Place(index, number, 0), POLICE, null);
    }

    @ParameterizedTest @ValueSource(strings = {"", "1", "x.y.z", "0000000000000000001.001", "0000000000000000001.001.12", "9999999999999999999.001.1"})
    void a_place_nobody_gave_out_is_refused(String key) {
        String cursor = new Cursor('w', key).toString();
        PartnershipView view = PartnershipView.empty(MASH);
        assertThatThrownBy(() -> Waiting.first(view, POLICE, cursor, 5, any -> true)).isInstanceOf(ApiRefusal.class);
    }
}
