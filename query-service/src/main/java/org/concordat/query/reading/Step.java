package org.concordat.query.reading;

import java.util.List;
import org.concordat.query.api.Cursor;
import org.concordat.query.history.Change;
import org.concordat.query.history.EntryAt;

/** An entry of a replay, with what it changed. */
public record Step(EntryAt entry, List<Change> all) {

    static final char CURSOR = 'r';

    long index() { return entry.entry().index(); }

    public String cursor() { return Cursor.of(CURSOR, index()).toString(); }
}
