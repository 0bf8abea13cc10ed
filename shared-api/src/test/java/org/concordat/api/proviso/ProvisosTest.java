package org.concordat.api.proviso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.api.Text;
import org.concordat.api.partnership.PartnerId;
import org.junit.jupiter.api.Test;

class ProvisosTest {

    private static final String THING = "decision-mash.vision";
    private static final LocalDate MAY = LocalDate.parse("2013-05-31");
    private static final LocalDate JUNE = MAY.plusDays(1);

    private static PartnerId partner(String local) {
        return new PartnerId("partner-mash." + local);
    }

    private static Proviso waits(String holder, String awaited, int nth) {
        return new Proviso(ProvisoId.of(THING, partner(holder), nth), partner(holder),
                new ProvisoTerms.ActOf(new Text("They move too"), partner(awaited), MAY), ProvisoStanding.OPEN, MAY);
    }

    private static Provisos all(Proviso... provisos) {
        Provisos all = Provisos.NONE;
        for (Proviso proviso : provisos) all = all.with(proviso);
        return all;
    }

    private static List<ProvisoId> ids(Proviso... provisos) {
        return List.of(provisos).stream().map(Proviso::id).toList();
    }

    @Test void an_id_names_thing_holder_and_number() {
        assertThat(ProvisoId.of(THING, partner("police"), 3)).hasToString("proviso-mash.vision.police-3");
    }

    @Test void ids_of_long_names_that_begin_alike_differ() {
        String begins = "a".repeat(60);
        assertThat(ProvisoId.of(THING, partner(begins + "b"), 1)).isNotEqualTo(ProvisoId.of(THING,
                partner(begins + "c"), 1));
    }

    @Test void partners_that_wait_for_each_other_are_a_cycle_with_its_path() {
        Proviso a = waits("a", "b", 1), b = waits("b", "c", 1), c = waits("c", "a", 1), d = waits("d", "a", 1);
        assertThat(all(a, b, c, d).cycles()).containsExactly(List.of(a, b, c));
        assertThat(all(a, b, c, d).cycle(ids(c, a, b))).isTrue();
    }

    @Test void each_waiting_proviso_is_shown_in_its_shortest_cycle() {
        Proviso a = waits("a", "b", 1), long1 = waits("b", "c", 1), long2 = waits("c", "a", 1),
                brief = waits("b", "a", 2);
        assertThat(all(a, long1, long2, brief).cycles()).containsExactly(List.of(a, brief), List.of(long1, long2, a));
    }

    @Test void a_chain_is_no_cycle() {
        Proviso a = waits("a", "b", 1), b = waits("b", "c", 1);
        assertThat(all(a, b).cycles()).isEmpty();
        assertThat(all(a, b).cycle(ids(a, b))).isFalse();
    }

    @Test void two_cycles_are_not_one() {
        Proviso a = waits("a", "b", 1), b = waits("b", "a", 1), c = waits("c", "d", 1), d = waits("d", "c", 1);
        assertThat(all(a, b, c, d).cycle(ids(a, b, c, d))).isFalse();
        assertThat(all(a, b, c, d).cycle(ids(c, d))).isTrue();
        assertThat(all(a, b, c, d).cycle(List.of())).isFalse();
    }

    @Test void a_settled_proviso_waits_for_nobody() {
        Proviso a = waits("a", "b", 1), b = waits("b", "a", 1);
        Provisos met = all(a, b).standing(a.id(), ProvisoStanding.MET, MAY);
        assertThat(met.cycles()).isEmpty();
        assertThat(met.cycle(ids(a, b))).isFalse();
    }

    @Test void where_all_wait_for_all_the_cycles_are_found_in_time() {
        List<Proviso> everybody = new ArrayList<>();
        IntStream.range(0, 12).forEach(h -> IntStream.range(0, 12).filter(w -> w != h)
                .forEach(w -> everybody.add(waits("p" + h, "p" + w, w + 1))));
        assertThat(all(everybody.toArray(Proviso[]::new)).cycles()).hasSize(66);
    }

    @Test void an_open_proviso_lapses_the_day_after_its_last() {
        Proviso a = waits("a", "b", 1), b = waits("b", "a", 1);
        Provisos all = all(a, b).standing(b.id(), ProvisoStanding.MET, MAY);
        assertThat(all.lapsing(MAY)).isEmpty();
        assertThat(all.lapsing(JUNE)).containsExactly(a);
    }

    @Test void with_its_position_goes_what_is_open_or_broken() {
        Proviso open = waits("a", "b", 1), met = waits("a", "b", 2), failed = waits("a", "b", 3),
                others = waits("b", "a", 1);
        Provisos dropped = all(open, met, failed, others).standing(met.id(), ProvisoStanding.MET, MAY)
                .standing(failed.id(), ProvisoStanding.FAILED, MAY).dropping(partner("a"), JUNE);
        assertThat(dropped.all().values()).extracting(Proviso::standing).containsExactly(ProvisoStanding.DROPPED,
                ProvisoStanding.MET, ProvisoStanding.DROPPED, ProvisoStanding.OPEN);
    }

    @Test void with_the_thing_goes_only_what_is_open() {
        Proviso open = waits("a", "b", 1), failed = waits("a", "b", 2);
        Provisos dropped = all(open, failed).standing(failed.id(), ProvisoStanding.FAILED, MAY).dropping(JUNE);
        assertThat(dropped.all().values()).extracting(Proviso::standing)
                .containsExactly(ProvisoStanding.DROPPED, ProvisoStanding.FAILED);
    }
}
