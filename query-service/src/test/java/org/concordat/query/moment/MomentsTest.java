package org.concordat.query.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.A06;
import static org.concordat.query.ledger.Story.BY_POLICE;
import static org.concordat.query.ledger.Story.BY_SCC;
import static org.concordat.query.ledger.Story.MARCH;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.MAY;
import static org.concordat.query.ledger.Story.day;
import static org.concordat.query.ledger.Story.noon;

import org.concordat.api.Disposed;
import org.concordat.api.Hash;
import org.concordat.api.partnership.DisposalReason;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.api.planitem.ActionStanding;
import org.concordat.api.planitem.PlanItemEvent.ActionCancelled;
import org.concordat.api.planitem.PlanItemEvent.ActionDeferred;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Story;
import org.concordat.query.plan.Action;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private final Story story = Story.led();
    private final Moments moments = new Moments(story.ledger);

    @Test void now_is_everything_on_record() {
        assertThat(a06(Moment.NOW).standing()).isEqualTo(ActionStanding.REPORTED_COMPLETE);
        assertThat(party(Moment.NOW)).isEqualTo(BY_SCC);
    }

    @Test void as_of_a_day_is_what_counted_then_whenever_it_was_recorded() {
        assertThat(party(Moment.asOf(day("04-01")))).isEqualTo(BY_POLICE);
        assertThat(party(Moment.asOf(day("04-03")))).isEqualTo(BY_SCC);
        assertThat(a06(Moment.asOf(day("03-27"))).timescale()).isEqualTo(MARCH);
        assertThat(a06(Moment.asOf(day("03-28"))).timescale()).isEqualTo(MAY);
    }

    @Test void as_known_at_a_time_is_what_was_on_record_then() {
        assertThat(party(Moment.asKnownAt(noon("04-05")))).isEqualTo(BY_POLICE);
        assertThat(part(Moment.asKnownAt(noon("04-11"))).handOver()).isNotNull();
        assertThat(party(Moment.asKnownAt(noon("04-12")))).isEqualTo(BY_SCC);
    }

    @Test void both_ask_what_was_then_known_of_a_day() {
        assertThat(part(new Moment(day("04-03"), noon("04-11"))).party()).isEqualTo(BY_POLICE);
        assertThat(part(new Moment(day("04-01"), noon("04-12"))).handOver()).isNull();
    }

    @Test void before_anything_there_is_nothing() {
        assertThat(moments.view(MASH, Moment.asOf(day("01-01"))).established()).isFalse();
        assertThat(moments.view(MASH, Moment.asOf(day("01-07"))).established()).isTrue();
    }

    @Test void a_view_goes_on_as_entries_arrive_and_the_past_takes_in_what_is_back_dated() {
        assertThat(a06(Moment.asOf(day("05-01"))).cancelled()).isNull();
        story.then(Story.OFFICE, "04-30", "06-01",
                new ActionCancelled(Story.LEADERSHIP, A06, Story.text("No longer needed")));
        assertThat(a06(Moment.NOW).standing()).isEqualTo(ActionStanding.CANCELLED);
        assertThat(a06(Moment.asOf(day("05-01"))).cancelled()).isNotNull();
        assertThat(moments.now(MASH).plan().item(Story.LEADERSHIP).version()).isEqualTo(11);
    }

    /** Or each command anywhere in a partnership would leave another copy of its past in memory. */
    @Test void what_is_new_leaves_a_past_as_it_is_where_it_does_not_count_there() {
        PartnershipView day = moments.view(MASH, Moment.asOf(day("04-03")));
        PartnershipView known = moments.view(MASH, Moment.asKnownAt(noon("04-11")));
        story.then(Story.OFFICE, "06-01", new ActionCancelled(Story.LEADERSHIP, A06, Story.text("No longer needed")));
        assertThat(moments.view(MASH, Moment.asOf(day("04-03")))).isSameAs(day);
        assertThat(moments.view(MASH, Moment.asKnownAt(noon("04-11")))).isSameAs(known);
    }

    @Test void an_unknown_event_counts_and_shapes_nothing() {
        PartnershipView before = moments.now(MASH);
        story.ledger.addUnknown(Story.LEADERSHIP.value(), Story.OFFICE, day("06-01"), noon("06-01"));
        assertThat(moments.now(MASH).plan().actions().toList()).isEqualTo(before.plan().actions().toList())
                .isNotEmpty();
        assertThat(moments.now(MASH).plan().item(Story.LEADERSHIP).version()).isEqualTo(11);
    }

    @Test void words_that_are_disposed_of_are_gone_from_every_moment_and_the_rest_stays() {
        PartnershipView before = moments.now(MASH);
        assertThat(a06(Moment.asOf(day("06-01"))).deferrals().getFirst().reason()).isEqualTo(Story.text("Key people away"));
        Entry reported = story.ledger.all().stream().filter(e -> e.event() instanceof ActionDeferred).findFirst().orElseThrow();
        story.then(Story.OFFICE, "06-02", new PayloadDisposedOf(MASH, reported.id(), DisposalReason.NAMES_A_PERSON,
                Hash.of(Story.text("x"))));
        assertThat(a06(Moment.NOW).deferrals().getFirst().reason()).isEqualTo(Disposed.WORDS);
        assertThat(a06(Moment.asOf(day("06-01"))).deferrals().getFirst().reason()).isEqualTo(Disposed.WORDS);
        assertThat(a06(Moment.asKnownAt(noon("06-01"))).deferrals().getFirst().reason()).isEqualTo(Disposed.WORDS);
        assertThat(a06(Moment.NOW).standing()).isEqualTo(ActionStanding.REPORTED_COMPLETE);
        assertThat(moments.now(MASH).partners().disposals()).containsOnlyKeys(reported.id());
        assertThat(moments.now(MASH).entries()).isEqualTo(before.entries() + 1);
    }

    private Action a06(Moment moment) {
        return moments.view(MASH, moment).plan().action(A06);
    }

    private org.concordat.query.plan.Acceptance part(Moment moment) {
        return a06(moment).acceptances().getFirst();
    }

    private Object party(Moment moment) {
        return part(moment).party();
    }
}
