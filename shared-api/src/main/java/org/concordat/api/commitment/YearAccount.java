package org.concordat.api.commitment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One finance year of a commitment.
 *
 * @param amount what is stated for it, whatever that counts as
 * @param closed its closing, with the variance; null while it is not closed
 */
public record YearAccount(FinanceYear year, CommitmentStanding standing, BigDecimal amount, BigDecimal received,
                          CommitmentEvent.@Nullable FinanceYearClosed closed) {

    /** F34: money subject to a proviso never counts as firm. */
    public BigDecimal firm() {
        return counting(CommitmentStanding.FIRM);
    }

    public BigDecimal conditional() {
        return counting(CommitmentStanding.CONDITIONAL);
    }

    private BigDecimal counting(CommitmentStanding as) {
        return standing == as ? amount : amount.subtract(amount);
    }

    YearAmount stated() {
        return new YearAmount(year, amount);
    }
}
