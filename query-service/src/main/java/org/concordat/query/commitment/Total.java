package org.concordat.query.commitment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.concordat.api.commitment.CommitmentKind;
import org.concordat.api.commitment.CommitmentStanding;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.commitment.Unit;
import org.concordat.api.commitment.YearAccount;
import org.concordat.query.partnership.Act;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the record added up in one unit, never in two.
 *
 * @param year  null: all years
 * @param sums  each figure, the variance only where something is closed
 * @param whole what is firm in whatever this is a part of
 */
public record Total(Unit unit, @Nullable FinanceYear year, List<Line> lines, Map<Figure, BigDecimal> sums,
                    BigDecimal whole) {

    private static final int SHARE_DECIMALS = 6;
    private static final Comparator<Act> BY_PLACE = Comparator.comparingLong(Act::index);

    static Total of(Unit unit, @Nullable FinanceYear year, List<Line> lines, BigDecimal whole) {
        Map<Figure, BigDecimal> sums = new EnumMap<>(Figure.class);
        for (Line line : lines) {
            YearAccount of = line.year();
            if (of.standing() != CommitmentStanding.WITHDRAWN) {
                sums.merge(Figure.valueOf(of.standing().name()), of.amount(), BigDecimal::add);
            }
            sums.merge(Figure.RECEIVED, of.received(), BigDecimal::add);
            if (of.closed() != null) sums.merge(Figure.VARIANCE, of.closed().variance(), BigDecimal::add);
        }
        return new Total(unit, year, lines, Collections.unmodifiableMap(sums), whole);
    }

    /** One year of one commitment. */
    public record Line(Commitment commitment, YearAccount year) {
        Unit unit() { return commitment.unit(); }
    }

    /** What a figure of a total is made of. */
    public enum Figure { OFFERED, FIRM, CONDITIONAL, LOOSENED, RECEIVED, VARIANCE }

    public CommitmentKind kind() { return unit.kind(); }

    public @Nullable String currency() { return unit.currency(); }

    public String offered() { return sum(Figure.OFFERED).toPlainString(); }

    public String firm() { return firmly().toPlainString(); }

    public String conditional() { return sum(Figure.CONDITIONAL).toPlainString(); }

    public String loosened() { return sum(Figure.LOOSENED).toPlainString(); }

    public String received() { return sum(Figure.RECEIVED).toPlainString(); }

    /** Null while no year in it is closed: nothing is known to vary yet. */
    public @Nullable String variance() {
        BigDecimal variance = sums.get(Figure.VARIANCE);
        return variance == null ? null : variance.toPlainString();
    }

    /** Null where the whole is nothing, of which nothing is a part. */
    public @Nullable Double share() {
        return whole.signum() == 0 ? null
                : firmly().divide(whole, SHARE_DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
    }

    BigDecimal firmly() { return sum(Figure.FIRM); }

    private BigDecimal sum(Figure figure) {
        return sums.getOrDefault(figure, unit.nothing());
    }

    /** The acts behind it, or behind one figure of it, in the order of the record. */
    public Stream<Act> restsOn(@Nullable Figure figure) {
        return lines.stream().flatMap(l -> acts(l, figure)).sorted(BY_PLACE).filter(once());
    }

    /** The same act stands behind each year it is about. */
    private static Predicate<Act> once() {
        Set<Long> seen = new HashSet<>();
        return act -> seen.add(act.index());
    }

    private static Stream<Act> acts(Line line, @Nullable Figure figure) {
        FinanceYear of = line.year().year();
        return switch (figure) {
            case null -> Stream.of(line.commitment().stated().stream(), line.commitment().received(of),
                    line.commitment().closed(of)).flatMap(s -> s);
            case RECEIVED -> line.commitment().received(of);
            case VARIANCE -> line.commitment().closed(of);
            case OFFERED, FIRM, CONDITIONAL, LOOSENED ->
                line.year().standing().name().equals(figure.name()) ? line.commitment().stated().stream()
                        : Stream.empty();
        };
    }
}
