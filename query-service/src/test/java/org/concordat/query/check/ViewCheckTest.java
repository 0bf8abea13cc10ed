package org.concordat.query.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.concordat.api.planitem.PlanItemEvent.ActionCancelled;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Flaw;
import org.concordat.query.ledger.Story;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.junit.jupiter.api.Test;

class ViewCheckTest {

    private final Story story = Story.led();
    private final Moments moments = new Moments(story.ledger);

    @Test void a_view_that_is_the_fold_of_its_entries_holds() {
        assertThat(new ViewCheck(story.ledger, moments).of(Story.MASH)).isEmpty();
        story.then(Story.OFFICE, "04-30", "06-01", new ActionCancelled(Story.LEADERSHIP, Story.A06, Story.text("No longer needed")));
        assertThat(new ViewCheck(story.ledger, moments).of(Story.MASH)).isEmpty();
    }

    /** What was folded came from rows that somebody changed since, or was kept wrongly in memory. */
    @Test void a_view_that_is_not_is_named() {
        Moments kept = new Moments(story.ledger) {
            @Override public PartnershipView now(org.concordat.api.partnership.PartnershipId partnership) {
                List<Entry> all = story.ledger.all();
                Entry last = all.getLast();
                return PartnershipView.empty(partnership).after(all.subList(0, all.size() - 1))
                        .after(List.of(new Entry(last.index(), last.eventId(), "x.Y", last.subject(), last.version(), last.partnership(),
                                Instant.EPOCH, LocalDate.EPOCH, null, null, null, null, null, null, null, new byte[0])));
            }
        };
        assertThat(new ViewCheck(story.ledger, kept).of(Story.MASH)).map(Flaw::part).contains(Flaw.Part.VIEW);
    }
}
