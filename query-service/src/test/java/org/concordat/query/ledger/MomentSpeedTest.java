package org.concordat.query.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.axonframework.eventhandling.EventMessage;
import org.concordat.api.ActMetadata;
import org.concordat.api.Text;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.ItemId;
import org.concordat.api.planitem.PlanItemEvent.ActionAgreed;
import org.concordat.api.planitem.PlanItemEvent.ItemDrawnUp;
import org.concordat.api.planitem.PlanItemEvent.ProgressReported;
import org.concordat.query.history.Called;
import org.concordat.query.history.Replay;
import org.concordat.query.moment.Moment;
import org.concordat.query.moment.Moments;
import org.concordat.query.moment.PartnershipView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Any moment against a plain fold, and a long replay against a short one; printed for docs/performance.md. */
@Tag("heavy")
class MomentSpeedTest {

    private static final int ENTRIES = 10_000;
    private static final int ITEMS = 400;
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private final Rig rig = new Rig();

    @Test void print_the_ratios() {
        fill();
        LocalDate[] day = {FIRST.plusYears(2)};
        Moments moments = new Moments(rig.ledger);
        moments.now(Samples.MASH);
        double[] plain = new double[3];
        double[] cold = new double[3];
        for (int i = 0; i < 3; i++) {
            plain[i] = median(30, this::plainFold);
            cold[i] = median(30, () -> moments.view(Samples.MASH, Moment.asOf(day[0] = day[0].plusDays(1))));
        }
        say("any moment of %,d entries cold / plain fold".formatted(ENTRIES), middle(cold), middle(plain));
        List<Entry> entries = rig.ledger.after(Samples.MASH, 0, ENTRIES);
        Called called = Called.at(moments.now(Samples.MASH));
        double thousand = median(20, () -> replay(entries.subList(0, ENTRIES / 10), called));
        double all = median(10, () -> replay(entries, called));
        say("a step of a replay, %,d entries / %,d".formatted(ENTRIES, ENTRIES / 10), all / ENTRIES, thousand / (ENTRIES / 10));
    }

    private void fill() {
        List<EventMessage<?>> batch = new ArrayList<>();
        batch.add(Stored.of(1, "partnership-mash", 1, Samples.established("partnership-mash", "programme")).message());
        long[] versions = new long[ITEMS];
        for (int place = 2; place <= ENTRIES; place++) {
            int n = place % ITEMS;
            long version = ++versions[n];
            batch.add(Stored.of(place, "item-mash.i" + n, version, event(n, version)).with(ActMetadata.EFFECTIVE_ON,
                    FIRST.plusDays((place * 7L) % 365).toString()).message());
            if (batch.size() == 500 || place == ENTRIES) {
                rig.feed(batch);
                batch = new ArrayList<>();
            }
        }
        rig.jdbc.execute("vacuum analyze ledger");
    }

    private static Object event(int n, long version) {
        ItemId item = new ItemId("item-mash.i" + n);
        ActionId action = new ActionId("action-mash.i" + n + ".A1");
        return switch ((int) version) {
            case 1 -> drawnUp(item);
            case 2 -> agreed(item, action);
            default -> new ProgressReported(item, action, 1, new Text("Met " + version + " times"), null);
        };
    }

    private static ItemDrawnUp drawnUp(ItemId item) {
        ItemDrawnUp d = (ItemDrawnUp) sample(ItemDrawnUp.class);
        return new ItemDrawnUp(d.partnershipId(), item, d.area(), d.title(), d.purpose(), d.challenges(), d.approach(),
                d.reviewQuestions(), d.findings(), d.component(), d.lens());
    }

    private static ActionAgreed agreed(ItemId item, ActionId action) {
        ActionAgreed a = (ActionAgreed) sample(ActionAgreed.class);
        return new ActionAgreed(item, action, a.code(), a.methods(), a.timescale(), a.leadAsPrinted());
    }

    private static Object sample(Class<?> type) {
        return Samples.all().stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    /** The same rows through a cursor, decoded, put in the order of their days and folded: nothing else. */
    private PartnershipView plainFold() throws SQLException {
        EntryRow row = new EntryRow(rig.decoding);
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = rig.database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(EntryRow.SELECT
                    + "where partnership = 'partnership-mash' order by index")) {
                select.setFetchSize(1_000);
                ResultSet rows = select.executeQuery();
                while (rows.next()) entries.add(row.mapRow(rows, 0));
            }
        }
        entries.sort(Comparator.comparing(Entry::effectiveOn));
        return PartnershipView.empty(Samples.MASH).after(entries);
    }

    private static Replay replay(List<Entry> entries, Called called) {
        Replay replay = Replay.of(Samples.MASH);
        for (Entry entry : entries) replay.next(entry, called);
        return replay;
    }

    private static double middle(double[] of) {
        Arrays.sort(of);
        return of[of.length / 2];
    }

    /** Nanoseconds of the middle one of the second half: the first half warms up. */
    private static double median(int times, Callable<?> work) {
        double[] taken = new double[times];
        try {
            for (int i = 0; i < times; i++) {
                long begin = System.nanoTime();
                work.call();
                taken[i] = System.nanoTime() - begin;
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return middle(Arrays.copyOfRange(taken, times / 2, times));
    }

    private static void say(String what, double ours, double theirs) {
        System.out.printf("SPEED %s: %.3f ms / %.3f ms, ratio %.2f%n", what, ours / 1e6, theirs / 1e6, ours / theirs);
    }
}
