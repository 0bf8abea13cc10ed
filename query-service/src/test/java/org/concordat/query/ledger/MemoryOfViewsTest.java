package org.concordat.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.concordat.api.Text;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.PlanItemEvent.ActionAgreed;
import org.concordat.api.planitem.PlanItemEvent.ItemDrawnUp;
import org.concordat.api.planitem.PlanItemEvent.ProgressReported;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.junit.jupiter.api.Test;

/** What a view weighs is what it takes; and no page of big entries is read that memory could not hold. */
class MemoryOfViewsTest {

    private static final int ENTRIES = 600;
    private static final int VIEWS = 12;
    private final Rig rig = new Rig();

    private void feed(String words) {
        List<EventMessage<?>> batch = new ArrayList<>();
        batch.add(Stored.of(1, "partnership-mash", 1, Samples.established("partnership-mash", "programme")).message());
        for (int place = 2; place <= ENTRIES; place++) {
            String item = "item-mash.i" + place / 30;
            batch.add(Stored.of(place, item, place % 30 + 1, event(item, place, words)).message());
        }
        rig.feed(batch);
    }

    private static Object event(String id, int place, String words) {
        ItemId item = new ItemId(id);
        ActionId action = new ActionId(id.replace("item-", "action-") + ".A1");
        ItemDrawnUp drawn = sample(ItemDrawnUp.class);
        ActionAgreed agreed = sample(ActionAgreed.class);
        return switch (place % 30) {
            case 0 -> new ItemDrawnUp(drawn.partnershipId(), item, drawn.area(), drawn.title(), drawn.purpose(), drawn.challenges(),
                    drawn.approach(), drawn.reviewQuestions(), drawn.findings(), drawn.component(), drawn.lens());
            case 1 -> new ActionAgreed(item, action, agreed.code(), agreed.methods(), agreed.timescale(), agreed.leadAsPrinted());
            default -> new ProgressReported(item, action, 1, new Text("Report " + place + words), null);
        };
    }

    private static <E> E sample(Class<E> type) {
        return type.cast(Samples.all().stream().filter(type::isInstance).findFirst().orElseThrow());
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void weighsWhatItTakes() {
        new Moments(rig.ledger).now(Samples.MASH);
        List<PartnershipView> held = new ArrayList<>();
        long before = used();
        // Each reads for itself, as the views of different partnerships do.
        for (int i = 0; i < VIEWS; i++) held.add(new Moments(rig.ledger).now(Samples.MASH));
        long taken = (used() - before) / VIEWS;
        System.out.println("MEMORY view of " + ENTRIES + " taken " + taken + " weight " + held.getFirst().bytes());
        assertThat(held.getFirst().bytes()).isBetween(taken * 8 / 10, taken * 2);
    }

    @Test void a_view_of_small_entries_weighs_what_it_takes() {
        feed("");
        weighsWhatItTakes();
    }

    @Test void a_view_of_big_entries_weighs_what_it_takes_and_is_read_in_pages_that_fit() {
        feed(" and so on".repeat(900));
        weighsWhatItTakes();
        List<Long> read = new ArrayList<>();
        List<Entry> page;
        do {
            page = rig.ledger.after(Samples.MASH, read.isEmpty() ? 0 : read.getLast(), 1_000);
            assertThat(page.stream().limit(Math.max(0, page.size() - 1)).mapToLong(entry -> entry.payload().length).sum())
                    .isLessThan(Ledger.FULL);
            page.forEach(entry -> read.add(entry.index()));
        } while (Ledger.full(page, 1_000));
        assertThat(read).hasSize(ENTRIES).doesNotHaveDuplicates().isSorted();
        assertThat(rig.ledger.page(Samples.MASH, Ledger.Filter.NONE, null, 0, 200)).hasSizeBetween(80, 140);
    }
}
