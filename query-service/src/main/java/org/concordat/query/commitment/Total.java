package org.concordat.query.commitment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
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
 * @param whole what is firm in whatever this is a part of
 */
public record Total(Unit unit, @Nullable FinanceYear year, List<Line> lines, BigDecimal whole) {

    private static final int SHARE_DECIMALS = 6;

    /** One year of one commitment. */
    public record Line(Commitment commitment, YearAccount year) {
        BigDecimal amount(CommitmentStanding standing) {
            return year.standing() == standing ? year.amount() : unit().nothing();
        }

        Unit unit() { return commitment.unit(); }
    }

    /** What a figure of a total is made of. */
    public enum Figure { OFFERED, FIRM, CONDITIONAL, LOOSENED, RECEIVED, VARIANCE }

    public CommitmentKind kind() { return unit.kind(); }

    public @Nullable String currency() { return unit.currency(); }

    public String offered() { return amount(CommitmentStanding.OFFERED).toPlainString(); }

    public String firm() { return firmly().toPlainString(); }

    public String conditional() { return amount(CommitmentStanding.CONDITIONAL).toPlainString(); }

    public String loosened() { return amount(CommitmentStanding.LOOSENED).toPlainString(); }

    public String received() {
        return lines.stream().map(l -> l.year().received()).reduce(unit.nothing(), BigDecimal::add).toPlainString();
    }

    /** Null while no year in it is closed: nothing is known to vary yet. */
    public @Nullable String variance() {
        return lines.stream().flatMap(l -> Stream.ofNullable(l.year().closed())).map(c -> c.variance())
                .reduce(BigDecimal::add).map(BigDecimal::toPlainString).orElse(null);
    }

    /** Null where the whole is nothing, of which nothing is a part. */
    public @Nullable Double share() {
        return whole.signum() == 0 ? null
                : firmly().divide(whole, SHARE_DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
    }

    BigDecimal firmly() { return amount(CommitmentStanding.FIRM); }

    private BigDecimal amount(CommitmentStanding standing) {
        return lines.stream().map(l -> l.amount(standing)).reduce(unit.nothing(), BigDecimal::add);
    }

    /** The acts behind it, or behind one figure of it, in the order of the record. */
    public Stream<Act> restsOn(@Nullable Figure figure) {
        return lines.stream().flatMap(l -> acts(l, figure)).distinct().sorted(Comparator.comparingLong(Act::index));
    }

    private static Stream<Act> acts(Line line, @Nullable Figure figure) {
        FinanceYear of = line.year().year();
        return switch (figure) {
            case null -> Stream.of(line.commitment().stated(), line.commitment().received(of),
                    line.commitment().closed(of)).flatMap(s -> s);
            case RECEIVED -> line.commitment().received(of);
            case VARIANCE -> line.commitment().closed(of);
            case OFFERED, FIRM, CONDITIONAL, LOOSENED ->
                line.year().standing() == CommitmentStanding.valueOf(figure.name()) ? line.commitment().stated()
                        : Stream.empty();
        };
    }
}
