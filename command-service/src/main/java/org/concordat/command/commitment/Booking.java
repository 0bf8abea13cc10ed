package org.concordat.command.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.concordat.api.commitment.Account;
import org.concordat.api.commitment.CommitmentCommand.CloseFinanceYear;
import org.concordat.api.commitment.CommitmentCommand.ReceiveContribution;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentEvent.ContributionReceived;
import org.concordat.api.commitment.CommitmentEvent.FinanceYearClosed;
import org.concordat.api.commitment.CommitmentRejection.*;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.commitment.YearAmount;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;

/** The rules of receiving what was committed and of closing a year. */
record Booking(Account account, LocalDate confirmed, LocalDate latest) {

    List<CommitmentEvent> receive(ReceiveContribution c, Act act) {
        act.notBefore(confirmed);
        open(c.year());
        Rejected.when(c.amount().signum() == 0, new NotAnAmount(c.year(), "is nothing"));
        BigDecimal amount = new Years(act.roll().financeYears(), account.offered().unit())
                .exact(new YearAmount(c.year(), c.amount())).amount();
        return List.of(new ContributionReceived(c.commitmentId(), c.year(), amount, c.reference()));
    }

    List<CommitmentEvent> close(CloseFinanceYear c, Act act) {
        act.notBefore(latest);
        FinanceYear year = c.year();
        BigDecimal committed = open(year);
        Rejected.when(!year.ends().isBefore(act.effectiveOn()), new YearNotOver(year, year.ends()));
        BigDecimal received = account.received(year);
        BigDecimal variance = received.subtract(committed);
        Rejected.when(variance.signum() != 0 && c.explanation() == null, new VarianceUnexplained(year, variance));
        return List.of(new FinanceYearClosed(c.commitmentId(), year, committed, received, variance, c.explanation()));
    }

    private BigDecimal open(FinanceYear year) {
        BigDecimal amount = account.amounts().get(year);
        if (amount == null) throw new Rejected(new YearNotCommitted(year));
        Rejected.when(account.withdrawn(year), new YearWithdrawn(year));
        Rejected.when(account.closed().containsKey(year), new YearClosed(year));
        return amount;
    }
}
