package org.concordat.query.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.concordat.api.Text;
import org.concordat.api.TimeZones;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in the file with its path. Reading one that is wrong notes the problem and answers a stand-in, so that the
 * rest of the file is still read. An absent one (null node) was noted where it is missed; it is passed over in silence.
 */
record Place(@Nullable Node node, String path, Problems problems) {

    static final Text NO_TEXT = new Text("?");

    private static final Set<Tag> WORDS = Set.of(Tag.STR, Tag.TIMESTAMP);
    private static final Set<String> FLAGS = Set.of("true", "false");

    void wrong(ProblemCode code, String problem, String right) {
        if (node == null) return;
        wrongAt(node, path, code, problem, right);
    }

    void wrongAt(Node where, String path, ProblemCode code, String problem, String right) {
        problems.add(new Problem(where.getStartMark().getLine() + 1, where.getStartMark().getColumn() + 1, path, code,
            problem, right));
    }

    boolean absent() {
        return node == null;
    }

    Fields fields(Shape shape) {
        return Fields.of(this, shape);
    }

    List<Place> list(int most) {
        if (node == null) return List.of();
        if (!(node instanceof SequenceNode sequence) || !node.getTag().equals(Tag.SEQ)) {
            wrongType("a list");
            return List.of();
        }
        List<Node> values = sequence.getValue();
        if (values.size() > most) {
            wrong(ProblemCode.TOO_MANY, "There are " + values.size() + " here.", "At most " + most + ".");
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), most); i++) {
            places.add(new Place(values.get(i), path + "[" + i + "]", problems));
        }
        return places;
    }

    /** The words of a scalar that is text, or one that is written as a date; null where it is neither. */
    @Nullable String words() {
        if (node instanceof ScalarNode scalar && WORDS.contains(scalar.getTag())) {
            return scalar.getValue();
        }
        wrongType("text (in quotes, where it looks like a number, yes or no)");
        return null;
    }

    Text text() {
        String words = words();
        if (words == null) return NO_TEXT;
        ProblemCode code = words.isBlank() ? ProblemCode.BLANK
            : words.length() > Text.LONGEST ? ProblemCode.TOO_LONG : ProblemCode.CONTROL_CHARACTER;
        return as(Text::new, NO_TEXT, words, code,
            "1 to " + Text.LONGEST + " characters, none of them a control character.");
    }

    List<Text> texts() {
        return list(100).stream().map(Place::text).toList();
    }

    LocalDate date() {
        return parsed(words -> within(LocalDate.parse(words)), LocalDate.EPOCH, ProblemCode.IMPOSSIBLE_DATE,
            "A day that exists, such as 2013-01-31.");
    }

    YearMonth month() {
        return parsed(words -> within(YearMonth.parse(words)), YearMonth.of(1970, 1), ProblemCode.IMPOSSIBLE_MONTH,
            "A year and a month that exists, such as 2013-01.");
    }

    /** The years 0001 to 9999, as in the API. */
    private static <T extends Temporal> T within(T time) {
        int year = time.get(ChronoField.YEAR);
        if (year < 1 || year > 9999) throw new DateTimeException("not in the years 0001 to 9999");
        return time;
    }

    ZoneId zone() {
        String right = "A time zone " + TimeZones.NEEDED + ".";
        ZoneId zone = parsed(ZoneId::of, ZoneId.of("UTC"), ProblemCode.UNKNOWN_TIME_ZONE, right);
        if (!TimeZones.isRegion(zone)) wrong(ProblemCode.UNKNOWN_TIME_ZONE, quoted(zone.getId()) + " is not a region.", right);
        return zone;
    }

    boolean flag() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)
                && FLAGS.contains(scalar.getValue())) {
            return scalar.getValue().equals("true");
        }
        wrongType("true or false");
        return false;
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        List<E> all = List.of(type.getEnumConstants());
        String words = words();
        if (words == null) return all.getFirst();
        return all.stream().filter(e -> e.name().equals(words)).findFirst().orElseGet(() -> {
            wrong(ProblemCode.UNKNOWN_VALUE, quoted(words) + " is not known here.",
                Nearest.hint(words, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
            return all.getFirst();
        });
    }

    /** Builds a value of the contract, whose own checks speak for people. */
    <T> T as(Function<String, T> type, T standIn, String words, ProblemCode code, String right) {
        try {
            return type.apply(words);
        } catch (IllegalArgumentException e) {
            wrong(code, quoted(words) + " " + e.getMessage() + ".", right);
            return standIn;
        }
    }

    private <T> T parsed(Function<String, T> parser, T standIn, ProblemCode code, String right) {
        String words = words();
        if (words == null) return standIn;
        try {
            return parser.apply(words);
        } catch (DateTimeException e) {
            wrong(code, quoted(words) + " does not exist.", right);
            return standIn;
        }
    }

    void wrongType(String right) {
        if (node == null) return;
        String found = switch (node.getNodeId()) {
            case sequence -> "a list";
            case mapping -> "an object with fields";
            default -> node.getTag().equals(Tag.NULL) ? "nothing"
                : "the value " + quoted(((ScalarNode) node).getValue());
        };
        wrong(ProblemCode.WRONG_TYPE, "There is " + found + " here.", "Here stands " + right + ".");
    }

    static String quoted(String words) {
        String shown = words.replaceAll("\\p{Cntrl}", "?");
        return '"' + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown) + '"';
    }
}
