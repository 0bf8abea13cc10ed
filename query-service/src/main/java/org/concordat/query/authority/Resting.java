package org.concordat.query.authority;

import org.concordat.api.EntryId;

/**
 * Something that came to be by an act under a mandate found void. It bears no taint of its own.
 *
 * @param thing   the id of the thing
 * @param entry   the entry by which it rests on that act
 * @param index   the place of that entry
 * @param through the tainted act
 */
public record Resting(String thing, String sentence, EntryId entry, long index, EntryId through) {

    public String key() {
        return "%019d.%s.%s".formatted(index, thing, through);
    }
}
