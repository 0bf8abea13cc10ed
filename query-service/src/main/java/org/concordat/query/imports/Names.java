package org.concordat.query.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ids a file declares, one kind at a time; files use local ids, the contract's carry the partnership's key. */
final class Names {

    private static final String FORM =
        "Letters, digits, - and _ only, 1 to 64 of them, beginning and ending with a letter or digit.";

    private final String key;
    private final Map<String, Map<String, Integer>> declared = new LinkedHashMap<>();

    Names(String key) {
        this.key = key;
    }

    /** Declares the id that stands at this place. */
    <T> T declare(String kind, Place at, Function<String, T> type) {
        String local = at.absent() ? null : at.words();
        if (local == null) return standIn(kind, type);
        Integer first = of(kind).putIfAbsent(local, line(at));
        if (first != null) {
            at.wrong(ProblemCode.DUPLICATE_ID,
                "The " + kind + " " + Place.quoted(local) + " stands in line " + first + " already.",
                "Each " + kind + " has an id of its own.");
        }
        return named(kind, local, at, type);
    }

    /** Reads a reference to what the file declares elsewhere. */
    <T> T known(String kind, Place at, Function<String, T> type, ProblemCode unknown) {
        String local = at.absent() ? null : at.words();
        if (local == null) return standIn(kind, type);
        if (!of(kind).containsKey(local)) {
            at.wrong(unknown, "The file has no " + kind + " " + Place.quoted(local) + ".",
                Nearest.hint(local, of(kind).keySet()));
            return standIn(kind, type);
        }
        return named(kind, local, at, type);
    }

    <T> @Nullable T knownOrNull(String kind, Place at, Function<String, T> type, ProblemCode unknown) {
        return at.absent() ? null : known(kind, at, type, unknown);
    }

    private <T> T named(String kind, String local, Place at, Function<String, T> type) {
        try {
            return type.apply(prefix(kind) + local);
        } catch (IllegalArgumentException e) {
            at.wrong(ProblemCode.INVALID_ID, Place.quoted(local) + " cannot be an id.", FORM);
            return standIn(kind, type);
        }
    }

    private <T> T standIn(String kind, Function<String, T> type) {
        return type.apply(prefix(kind) + "x");
    }

    private String prefix(String kind) {
        return kind + "-" + key + ".";
    }

    private Map<String, Integer> of(String kind) {
        return declared.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    }

    private static int line(Place at) {
        return at.node() == null ? 0 : at.node().getStartMark().getLine() + 1;
    }
}
