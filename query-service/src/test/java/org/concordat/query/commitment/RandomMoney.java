package org.concordat.query.commitment;

import static org.concordat.query.ledger.MoneyStory.Y13;
import static org.concordat.query.ledger.MoneyStory.offered;
import static org.concordat.query.ledger.MoneyStory.proviso;
import static org.concordat.query.ledger.Story.POLICE;
import static org.concordat.query.ledger.Story.SCC;
import static org.concordat.query.ledger.Story.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.commitment.CommitmentKind;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.commitment.Investment;
import org.concordat.api.commitment.Unit;
import org.concordat.api.commitment.YearAmount;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoTerms;
import org.concordat.query.ledger.Story;

/** A history at random: offers, provisos that fail, variations, receipts, closings, some of it recorded late. */
final class RandomMoney {

    private static final List<Unit> UNITS = List.of(Unit.money("GBP"), Unit.money("GBP"), Unit.money("EUR"),
            new Unit(CommitmentKind.POSTS_FTE, null), Unit.money("BHD"), Unit.money("JPY"));
    private static final MandateId MANDATE = new MandateId("mandate-mash.police");

    private final Random random;
    private final Story story = Story.drawnUp();
    private final Map<ProvisoId, LocalDate> attached = new HashMap<>();
    private final List<CommitmentId> ids = new ArrayList<>();
    private final Map<CommitmentId, LocalDate> offered = new HashMap<>();
    private LocalDate today = Story.day("02-01");

    private RandomMoney(long seed) {
        random = new Random(seed);
    }

    static Story of(long seed, int acts) {
        RandomMoney money = new RandomMoney(seed);
        for (int i = 0; i < acts; i++) money.act();
        return money.story;
    }

    private void act() {
        today = today.plusDays(random.nextInt(6));
        if (ids.isEmpty() || random.nextInt(6) == 0) {
            offer();
            return;
        }
        CommitmentId id = ids.get(random.nextInt(ids.size()));
        LocalDate day = late(offered.get(id));
        List<ProvisoId> provisos = attached.keySet().stream().filter(p -> CommitmentId.of(p).equals(id))
                .sorted((a, b) -> a.value().compareTo(b.value())).toList();
        ProvisoId one = provisos.isEmpty() ? null : provisos.get(random.nextInt(provisos.size()));
        FinanceYear year = FinanceYear.of(2013 + random.nextInt(4));
        switch (random.nextInt(12)) {
            case 0 -> add(day, new ProvisoAttached(id, fresh(id, day)));
            case 1, 2 -> add(day, new CommitmentConfirmed(id, MANDATE, amount(id)));
            case 3 -> add(day, new CommitmentVaried(id, years(id), random.nextBoolean() ? List.of()
                    : List.of(fresh(id, day)), text("Less"), random.nextBoolean() ? MANDATE : null));
            case 4 -> add(day, new CommitmentWithdrawn(id, FinanceYear.of(2013 + random.nextInt(9)), text("No")));
            case 5 -> add(day, new InvestmentDescribed(id, new Investment(text("Staff"), Set.of(Story.A06), Set.of())));
            case 6, 7 -> add(day, new ContributionReceived(id, year, amount(id), text("Ledger")));
            case 8 -> {
                BigDecimal committed = amount(id);
                BigDecimal received = amount(id);
                add(day, new FinanceYearClosed(id, year, committed, received, received.subtract(committed),
                        text("So")));
            }
            default -> {
                if (one != null) settle(id, one, late(attached.get(one)));
            }
        }
    }

    private void offer() {
        int n = ids.size();
        CommitmentId id = new CommitmentId("commitment-mash.c" + n);
        ids.add(id);
        LocalDate day = late(today.minusDays(20));
        offered.put(id, day);
        PartnerId partner = holder(id);
        add(day, random.nextBoolean() ? offered(id, partner, "Money " + n, UNITS.get(n % UNITS.size()), years(id))
                : offered(id, partner, "Money " + n, UNITS.get(n % UNITS.size()), years(id), fresh(id, day), fresh(id, day)));
    }

    private void settle(CommitmentId id, ProvisoId one, LocalDate day) {
        add(day, switch (random.nextInt(5)) {
            case 0 -> new CommitmentProvisoMet(id, one, text("Seen"));
            case 1 -> new CommitmentProvisoFailed(id, one, text("Not seen"), List.of());
            case 2 -> new CommitmentProvisoWaived(id, one, text("Never mind"));
            case 3 -> new CommitmentProvisoLapsed(id, one, day, List.of());
            default -> together(id, one, day);
        });
    }

    /** As Concordat carries it: each commitment of the path records the whole act, for the same day. */
    private CommitmentProvisosMetTogether together(CommitmentId id, ProvisoId one, LocalDate day) {
        List<ProvisoId> others = attached.keySet().stream().filter(p -> !CommitmentId.of(p).equals(id)
                && !attached.get(p).isAfter(day)).sorted(Comparator.comparing(ProvisoId::value)).toList();
        if (others.isEmpty()) return new CommitmentProvisosMetTogether(id, Set.of(one), text("Together"));
        ProvisoId other = others.get(random.nextInt(others.size()));
        add(day, new CommitmentProvisosMetTogether(CommitmentId.of(other), Set.of(one, other), text("Together")));
        return new CommitmentProvisosMetTogether(id, Set.of(one, other), text("Together"));
    }

    private org.concordat.api.proviso.Proviso fresh(CommitmentId id, LocalDate day) {
        PartnerId holder = holder(id);
        ProvisoId next = ProvisoId.of(id.value(), holder, attached.size() + 1);
        attached.put(next, day);
        return proviso(next, holder, new ProvisoTerms.ActOf(text("They will"), holder.equals(POLICE) ? SCC : POLICE,
                day.plusDays(60)));
    }

    private static PartnerId holder(CommitmentId id) {
        return id.value().hashCode() % 2 == 0 ? POLICE : SCC;
    }

    private List<YearAmount> years(CommitmentId id) {
        List<YearAmount> years = new ArrayList<>();
        FinanceYear year = Y13;
        for (int i = 0; i < 3 + ids.indexOf(id) % 2; i++, year = year.next()) {
            years.add(new YearAmount(year, amount(id)));
        }
        return years;
    }

    private BigDecimal amount(CommitmentId id) {
        Unit unit = UNITS.get(ids.indexOf(id) % UNITS.size());
        return unit.exact(BigDecimal.valueOf(random.nextInt(1_000_000), unit.decimals()));
    }

    /** Up to thirty days late, and not before what it answers. */
    private LocalDate late(LocalDate notBefore) {
        LocalDate day = today.minusDays(random.nextInt(3) == 0 ? random.nextInt(30) : 0);
        return day.isBefore(notBefore) ? notBefore : day;
    }

    private void add(LocalDate day, Object event) {
        story.ledger.add(event, Story.PC, day, today.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }
}
