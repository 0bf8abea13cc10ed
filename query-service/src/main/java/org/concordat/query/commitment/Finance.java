package org.concordat.query.commitment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.commitment.Unit;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.commitment.Total.Line;
import org.concordat.query.proviso.ProvisoAttached;

/**
 * What is committed, added up; derived from the commitments and from nothing else.
 *
 * @param years    one line a year and unit, in order
 * @param partners one line a partner and unit, in the order of their ids, with a line a year
 * @param provisos in the order they were attached
 */
public record Finance(List<Total> years, List<PartnerTotal> partners, List<ProvisoAttached> provisos) {

    private static final Comparator<Unit> UNITS = Comparator.comparing(Unit::kind)
            .thenComparing(Unit::currency, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Comparator<ProvisoAttached> ATTACHED = Comparator
            .comparingLong((ProvisoAttached p) -> p.attached().index()).thenComparing(p -> p.id().value());

    public static Finance of(CommitmentsView view) {
        List<Line> lines = view.after(0).flatMap(c -> c.years().stream().map(y -> new Line(c, y))).toList();
        Map<Unit, List<Line>> units = by(lines, Line::unit, UNITS);
        List<Total> years = new ArrayList<>();
        List<PartnerTotal> partners = new ArrayList<>();
        units.forEach((unit, in) -> {
            BigDecimal all = Total.of(unit, null, in, unit.nothing()).firmly();
            Map<FinanceYear, BigDecimal> firm = new TreeMap<>();
            byYear(in).forEach((year, of) -> {
                Total total = Total.of(unit, year, of, all);
                years.add(total);
                firm.put(year, total.firmly());
            });
            by(in, l -> l.commitment().partnerId(), Comparator.comparing(PartnerId::value)).forEach((partner, of) ->
                    partners.add(new PartnerTotal(partner, Total.of(unit, null, of, all),
                            byYear(of).entrySet().stream()
                                    .map(e -> Total.of(unit, e.getKey(), e.getValue(),
                                            firm.getOrDefault(e.getKey(), unit.nothing()))).toList())));
        });
        years.sort(Comparator.comparing((Total t) -> t.year(), Comparator.nullsLast(Comparator.naturalOrder())));
        partners.sort(Comparator.comparing(p -> p.partner().value()));
        return new Finance(Collections.unmodifiableList(years), Collections.unmodifiableList(partners),
                view.all().stream().flatMap(c -> c.provisosById().values().stream()).sorted(ATTACHED).toList());
    }

    private static Map<FinanceYear, List<Line>> byYear(List<Line> lines) {
        return by(lines, l -> l.year().year(), FinanceYear::compareTo);
    }

    private static <K> Map<K, List<Line>> by(List<Line> lines, Function<Line, K> key, Comparator<K> order) {
        return lines.stream().collect(Collectors.groupingBy(key, () -> new TreeMap<>(order), Collectors.toList()));
    }

    public List<Cycle> cycles() {
        return Cycle.among(provisos.stream());
    }
}
