package org.concordat.wiring.memory;

import java.util.Locale;

/** What is kept in memory so that it need not be read again. Dropping any of it loses nothing. */
public enum Kept {
    VIEWS, PAST_VIEWS, AGGREGATES, ROLLS, DOCUMENTS, REPLAYS, TILES, NAMES;

    /** As settings and metrics call it, e.g. {@code past-views}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
