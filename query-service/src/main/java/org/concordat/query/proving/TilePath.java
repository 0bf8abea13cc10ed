package org.concordat.query.proving;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile or entry bundle is meant (C2SP tlog-tiles).
 *
 * @param level 0 to 63; of a bundle 0
 * @param width 256 where it is whole
 */
record TilePath(boolean entries, int level, long n, int width) {

    static final int WIDTH = 256;
    private static final int HEIGHT = 8;
    private static final Pattern FORM =
            Pattern.compile("(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final int THOUSAND = 1000;

    static Optional<TilePath> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) return Optional.empty();
        long n = Long.parseLong(form.group(2).replaceAll("[x/]", ""));
        boolean entries = form.group(1).equals("entries");
        TilePath tile = new TilePath(entries, entries ? 0 : Integer.parseInt(form.group(1)), n,
                form.group(3) == null ? WIDTH : Integer.parseInt(form.group(3)));
        // One name for one thing: no leading groups of noughts, no partial tile as wide as a whole one.
        return tile.toString().equals(path) ? Optional.of(tile) : Optional.empty();
    }

    /** Whether a tree of that size has it. */
    boolean within(long size) {
        long hashes = HEIGHT * level >= Long.SIZE - 1 ? 0 : size >> HEIGHT * level;
        return n < hashes / WIDTH || n == hashes / WIDTH && width <= hashes % WIDTH;
    }

    long first() {
        return n * WIDTH;
    }

    @Override public String toString() {
        StringBuilder number = new StringBuilder("%03d".formatted(n % THOUSAND));
        for (long rest = n / THOUSAND; rest > 0; rest /= THOUSAND) number.insert(0, "x%03d/".formatted(rest % THOUSAND));
        return (entries ? "entries" : Integer.toString(level)) + "/" + number + (width == WIDTH ? "" : ".p/" + width);
    }
}
