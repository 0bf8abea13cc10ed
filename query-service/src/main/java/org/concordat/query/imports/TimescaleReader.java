package org.concordat.query.imports;

import java.time.YearMonth;
import org.concordat.api.planitem.Timescale;

/** Reads a timescale in the contract's own shape, {@code byMonth: {month: 2013-01, printed: By January 2013}}. */
final class TimescaleReader {

    private static final String PRINTED = "The paper's words on one line, 1 to 200 characters.";

    private TimescaleReader() {}

    static Timescale read(Place at) {
        Fields fields = at.fields(Shape.TIMESCALE);
        String way = fields.chosen(Shape.TIMESCALE.ways());
        Place one = fields.at(way);
        return switch (way) {
            case "byMonth" -> {
                Fields f = one.fields(Shape.BY_MONTH);
                yield new Timescale.ByMonth(f.at("month").month(), printed(f));
            }
            case "inMonth" -> {
                Fields f = one.fields(Shape.IN_MONTH);
                yield new Timescale.InMonth(f.at("month").month(), printed(f));
            }
            case "between" -> between(one.fields(Shape.BETWEEN), one);
            case "ongoing" -> new Timescale.Ongoing(printed(one.fields(Shape.ONGOING)));
            case "ongoingWithCheckpoint" -> {
                Fields f = one.fields(Shape.ONGOING_WITH_CHECKPOINT);
                yield new Timescale.OngoingWithCheckpoint(f.at("checkpoint").month(), printed(f));
            }
            default -> new Timescale.Ongoing("?");
        };
    }

    private static Timescale between(Fields f, Place one) {
        YearMonth from = f.at("from").month();
        YearMonth to = f.at("to").month();
        String printed = printed(f);
        if (!to.isBefore(from)) return new Timescale.Between(from, to, printed);
        if (f.has("from") && f.has("to")) {
            one.wrong(ProblemCode.CONTRADICTION, "It ends (" + to + ") before it begins (" + from + ").",
                "The earlier month under from.");
        }
        return new Timescale.Between(from, from, printed);
    }

    private static String printed(Fields fields) {
        Place at = fields.at("printed");
        String words = at.words();
        if (words == null) return "?";
        ProblemCode code = words.isBlank() ? ProblemCode.BLANK
            : words.length() > 200 ? ProblemCode.TOO_LONG : ProblemCode.CONTROL_CHARACTER;
        return at.as(w -> new Timescale.Ongoing(w).printed(), "?", words, code, PRINTED);
    }
}
