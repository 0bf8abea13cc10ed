package org.concordat.api.planitem;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * When an action is due, no more exactly than the paper says; {@code printed} keeps its words (1 to 200 characters).
 * A day would lie about "Jan/Feb 2013". The same shape in the store, on the wire and as input: {@code {"byMonth":{…}}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface Timescale {

    String printed();

    /** The last day it covers, or null where the paper sets no end. */
    @Nullable LocalDate ends();

    /** Done by the end of the month. */
    @JsonTypeName("byMonth")
    record ByMonth(YearMonth month, String printed) implements Timescale {
        public ByMonth { checked(printed); }
        @Override public LocalDate ends() { return month.atEndOfMonth(); }
    }

    /** Done in the course of the month. */
    @JsonTypeName("inMonth")
    record InMonth(YearMonth month, String printed) implements Timescale {
        public InMonth { checked(printed); }
        @Override public LocalDate ends() { return month.atEndOfMonth(); }
    }

    /** From the first day of one month to the last of another. */
    @JsonTypeName("between")
    record Between(YearMonth from, YearMonth to, String printed) implements Timescale {
        public Between {
            checked(printed);
            if (to.isBefore(from)) throw new IllegalArgumentException("ends before it begins");
        }
        @Override public LocalDate ends() { return to.atEndOfMonth(); }
    }

    /** No end is set. */
    @JsonTypeName("ongoing")
    record Ongoing(String printed) implements Timescale {
        public Ongoing { checked(printed); }
        @Override public @Nullable LocalDate ends() { return null; }
    }

    /** No end is set, but it is looked at in that month. */
    @JsonTypeName("ongoingWithCheckpoint")
    record OngoingWithCheckpoint(YearMonth checkpoint, String printed) implements Timescale {
        public OngoingWithCheckpoint { checked(printed); }
        @Override public @Nullable LocalDate ends() { return null; }
    }

    private static void checked(String printed) {
        if (printed.isBlank() || printed.length() > 200 || printed.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the printed words must be 1 to 200 characters on one line");
        }
    }
}
