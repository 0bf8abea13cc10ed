package org.concordat.api.commitment;

import java.time.Month;
import java.time.MonthDay;

/**
 * When a partnership's finance years begin, and how many of them a commitment states at least.
 *
 * @param atLeast from 1 to 50
 */
public record FinanceYears(MonthDay begins, int atLeast) {

    /** The most that anything states: a list without an end is nobody's commitment. */
    public static final int MOST = 50;

    /** Plan 11c: April to March, and three years, unless the partnership says otherwise. */
    public static final FinanceYears PLAN = new FinanceYears(MonthDay.of(Month.APRIL, 1), 3);

    public FinanceYears {
        if (begins.equals(MonthDay.of(Month.FEBRUARY, 29))) {
            throw new IllegalArgumentException("a finance year begins on a day that every year has");
        }
        if (atLeast < 1 || atLeast > MOST) {
            throw new IllegalArgumentException("at least 1 and at most " + MOST + " years are stated");
        }
    }

    /** Those that begin as that one does. */
    public static FinanceYears of(FinanceYear year, int atLeast) {
        return new FinanceYears(MonthDay.from(year.begins()), atLeast);
    }

    public boolean begin(FinanceYear year) {
        return MonthDay.from(year.begins()).equals(begins);
    }
}
