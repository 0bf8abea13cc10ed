package org.concordat.query.imports;

import java.util.List;
import java.util.Map;

/**
 * One way in which a file and the plan on record differ.
 *
 * @param thing    the id of what differs
 * @param what     where it differs
 * @param sentence the same for people
 * @param commands the commands that would make the plan say what the file says; empty where none can
 */
public record Difference(String thing, What what, String sentence, List<Suggestion> commands) {

    /** In what it differs. */
    public enum What { PARTNERSHIP, NOT_IN_PLAN, NOT_IN_FILE, WORDS, TIMESCALE, LEAD;

        boolean onOneSide() {
            return this == NOT_IN_PLAN || this == NOT_IN_FILE;
        }
    }

    /** A mutation and its input; an input of {@code …} is for a person to fill in. */
    public record Suggestion(String mutation, Map<String, Object> input) {}
}
