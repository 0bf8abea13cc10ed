package org.concordat.api.commitment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;

/** A finance year, named by its first day: {@code 2013-04-01} is 2013/14. It ends on the eve of the same day a year later. */
public record FinanceYear(@JsonValue LocalDate begins) implements Comparable<FinanceYear> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FinanceYear {
        if (begins.getMonthValue() == 2 && begins.getDayOfMonth() == 29) {
            throw new IllegalArgumentException("a finance year begins on a day that every year has");
        }
    }

    /** The April to March that begins in that calendar year. */
    public static FinanceYear of(int year) {
        return new FinanceYear(FinanceYears.PLAN.begins().atYear(year));
    }

    /** Its last day, included. */
    public LocalDate ends() {
        return begins.plusYears(1).minusDays(1);
    }

    public FinanceYear next() {
        return new FinanceYear(begins.plusYears(1));
    }

    /** As people say it: {@code 2013/14}, or {@code 2013} where it is the calendar year. */
    public String words() {
        String first = String.valueOf(begins.getYear());
        return ends().getYear() == begins.getYear() ? first : "%s/%02d".formatted(first, ends().getYear() % 100);
    }

    @Override public int compareTo(FinanceYear other) {
        return begins.compareTo(other.begins);
    }

    @Override public String toString() {
        return begins.toString();
    }
}
