package org.concordat.command.commitment;

import java.util.ArrayList;
import java.util.List;
import org.concordat.api.commitment.CommitmentRejection.*;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.commitment.FinanceYears;
import org.concordat.api.commitment.Unit;
import org.concordat.api.commitment.YearAmount;
import org.concordat.command.Rejected;

/** Plan 11c: years stated one after another, each with an amount that is exact in the commitment's unit. */
record Years(FinanceYears partnership, Unit unit) {

    /** The same years, each amount with as many decimals as the unit has. */
    List<YearAmount> checked(List<YearAmount> stated) {
        Rejected.when(stated.size() < partnership.atLeast() || stated.size() > FinanceYears.MOST,
                new YearsNotStated(stated.size(), partnership.atLeast(), FinanceYears.MOST));
        List<YearAmount> exact = new ArrayList<>();
        for (YearAmount each : stated) {
            FinanceYear year = each.year();
            Rejected.when(!partnership.begin(year),
                    () -> new NotAFinanceYear(year, partnership.begins().atYear(year.begins().getYear())));
            if (!exact.isEmpty()) {
                FinanceYear expected = exact.getLast().year().next();
                Rejected.when(!year.equals(expected), new YearsNotInARow(expected, year));
            }
            exact.add(exact(each));
        }
        return List.copyOf(exact);
    }

    YearAmount exact(YearAmount stated) {
        String problem = unit.problem(stated.amount());
        if (problem != null) throw new Rejected(new NotAnAmount(stated.year(), problem));
        return new YearAmount(stated.year(), unit.exact(stated.amount()));
    }
}
