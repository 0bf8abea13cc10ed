package org.concordat.query.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.A06;
import static org.concordat.query.ledger.Story.A07;
import static org.concordat.query.ledger.Story.BY_POLICE;
import static org.concordat.query.ledger.Story.BY_SCC;
import static org.concordat.query.ledger.Story.LEADERSHIP;
import static org.concordat.query.ledger.Story.MARCH;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.MAY;
import static org.concordat.query.ledger.Story.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.concordat.api.EntryId;
import org.concordat.api.Hash;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.DisposalReason;
import org.concordat.api.partnership.PartnershipEvent.AppointmentEnded;
import org.concordat.api.partnership.PartnershipEvent.ImportBegun;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.api.partnership.PartnershipEvent.PlanImported;
import org.concordat.api.partnership.PartnershipEvent.RecordCorrected;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.Lead;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.query.history.Changes;
import org.concordat.query.history.EntryAt;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Story;
import org.concordat.query.waiting.Waiting;

class FoldPropertiesTest {

    private static final Lead JOINT = new Lead.Jointly(List.of(BY_POLICE, new Lead.AsPrinted(text("JM"))), null);
    private static final Lead EACH = new Lead.EveryPartner(text("All partners"));

    @Property(tries = 200)
    void any_split_folds_to_the_same_view(@ForAll("histories") List<Entry> history,
            @ForAll @IntRange(max = 60) int at) {
        int cut = Math.min(at, history.size());
        PartnershipView whole = PartnershipView.empty(MASH).after(history);
        PartnershipView split = PartnershipView.empty(MASH).after(history.subList(0, cut))
                .after(history.subList(cut, history.size()));
        assertThat(split).isEqualTo(whole);
        PartnershipView single = PartnershipView.empty(MASH);
        for (Entry entry : history) single = single.after(List.of(entry));
        assertThat(single).isEqualTo(whole);
    }

    @Property(tries = 200)
    void as_of_today_is_now_where_days_never_decrease(@ForAll("stories") Story story) {
        Moments moments = new Moments(story.ledger);
        assertThat(moments.view(MASH, Moment.asOf(LocalDate.of(2014, 1, 1)))).isEqualTo(moments.now(MASH));
    }

    /** However the days come, and wherever it was read before: a past read on is the past folded anew. */
    @Property(tries = 100)
    void a_past_that_is_read_on_is_the_past_folded_anew(@ForAll("histories") List<Entry> history, @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int step) {
        Random random = new Random(seed);
        Story story = Story.drawnUp();
        Moments moments = new Moments(story.ledger);
        Moment day = Moment.asOf(Story.day("02-05"));
        for (int i = 0; i < history.size(); i++) {
            if (!(history.get(i).event() instanceof PlanItemEvent event)) continue;
            LocalDate on = Story.day("02-01").plusDays(random.nextInt(8));
            story.ledger.add(event, Story.PC, on, Story.noon("03-01").plusSeconds(i));
            if (i % step == 0) {
                assertThat(moments.view(MASH, day)).isEqualTo(new Moments(story.ledger).view(MASH, day));
            }
        }
    }

    @Property(tries = 300)
    void no_order_of_events_stops_a_read(@ForAll("histories") List<Entry> history, @ForAll long seed) {
        List<Entry> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(seed));
        PartnershipView view = PartnershipView.empty(MASH).after(shuffled);
        view.plan().actions().forEach(action -> assertThat(action.gaps()).isNotNull());
        assertThat(Waiting.of(view, Story.SCC)).extracting(Waiting::sentence).doesNotContainNull();
        assertThat(Changes.between(PartnershipView.empty(MASH), view)).allMatch(change -> !change.sentence().isBlank());
        for (Entry entry : shuffled) assertThat(new EntryAt(entry, view).summary()).isNotBlank();
    }

    @Provide Arbitrary<List<Entry>> histories() {
        return stories().map(story -> story.ledger.all());
    }

    @Provide Arbitrary<Story> stories() {
        return events().list().ofMinSize(0).ofMaxSize(40).map(events -> {
            Story story = Story.drawnUp();
            LocalDate day = Story.day("02-01");
            for (Object event : events) {
                day = day.plusDays(event.hashCode() & 1);
                story.ledger.add(event, Story.PC, day, day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC));
            }
            story.ledger.addUnknown(LEADERSHIP.value(), Story.OFFICE, day, day.atTime(12, 0)
                    .toInstant(java.time.ZoneOffset.UTC));
            return story;
        });
    }

    private static Arbitrary<Object> events() {
        Arbitrary<ActionId> action = Arbitraries.of(A06, A07);
        Arbitrary<Integer> part = Arbitraries.integers().between(1, 3);
        return action.flatMap(a -> part.flatMap(p -> Arbitraries.<Object>of(
            new PlanItemEvent.LeadAssigned(LEADERSHIP, a, BY_POLICE, List.of(BY_POLICE)),
            new PlanItemEvent.LeadAssigned(LEADERSHIP, a, JOINT, JOINT.parties(List.of())),
            new PlanItemEvent.LeadAssigned(LEADERSHIP, a, EACH, List.of(BY_POLICE, BY_SCC)),
            new PlanItemEvent.LeadAccepted(LEADERSHIP, a, p, BY_SCC),
            new PlanItemEvent.LeadDeclined(LEADERSHIP, a, p, BY_SCC, text("No")),
            new PlanItemEvent.LeadHandedOver(LEADERSHIP, a, p, BY_POLICE, BY_SCC, text("Yours")),
            new PlanItemEvent.ActionStarted(LEADERSHIP, a),
            new PlanItemEvent.ProgressReported(LEADERSHIP, a, p, text("On the way"), null),
            new PlanItemEvent.CompletionReported(LEADERSHIP, a, p, new PersonId("police"), null),
            new PlanItemEvent.CompletionVerified(LEADERSHIP, a, p),
            new PlanItemEvent.CompletionRejected(LEADERSHIP, a, p, text("Not yet")),
            new PlanItemEvent.ActionDeferred(LEADERSHIP, a, MARCH, MAY, text("Late"), 1),
            new PlanItemEvent.ActionCancelled(LEADERSHIP, a, text("Not needed")),
            new PlanItemEvent.ItemClosed(LEADERSHIP),
            new AppointmentEnded(MASH, new AppointmentId("appointment-mash.police"), Story.day("05-01"), text("Moved")),
            new RecordCorrected(MASH, new EntryId("entry-item-mash.leadership@2"), text("Wrong"), null),
            new PayloadDisposedOf(MASH, new EntryId("entry-item-mash.leadership@2"), DisposalReason.ORDERED,
                new Hash("ab".repeat(32))),
            new ImportBegun(MASH, "ab", 3, true),
            new PlanImported(MASH, "ab"))));
    }
}
