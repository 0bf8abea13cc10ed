package org.concordat.command.commitment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.api.commitment.Account;
import org.concordat.api.commitment.CommitmentCommand.VaryCommitment;
import org.concordat.api.commitment.CommitmentCommand.WithdrawCommitment;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentEvent.CommitmentVaried;
import org.concordat.api.commitment.CommitmentEvent.CommitmentWithdrawn;
import org.concordat.api.commitment.CommitmentRejection.*;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.commitment.FinanceYears;
import org.concordat.api.commitment.YearAmount;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.proviso.Proviso;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.proviso.ProvisoRules;
import org.jspecify.annotations.Nullable;

/** The rules of varying and withdrawing. */
record Revising(Account own, Act act) {

    List<CommitmentEvent> vary(VaryCommitment c) {
        List<YearAmount> years = new Years(ownYears(), own.offered().unit()).checked(c.years());
        Map<FinanceYear, BigDecimal> next = new TreeMap<>();
        years.forEach(year -> next.put(year.year(), year.amount()));
        own.closed().keySet().forEach(year -> Rejected.when(differs(next, year), new YearClosed(year)));
        own.amounts().keySet().stream().filter(own::withdrawn).forEach(year -> asWithdrawn(next, year));
        next.keySet().stream().filter(own::withdrawn).forEach(year -> asWithdrawn(next, year));
        own.received().forEach((year, received) -> notBelow(next, year, received));
        boolean broken = own.provisos().all().values().stream().anyMatch(p -> p.standing().broken());
        Rejected.when(next.equals(own.amounts()) && c.provisos().isEmpty() && !broken, new NothingVaried(c.commitmentId()));
        List<Proviso> attached = ProvisoRules.attached(c.provisos(), c.commitmentId().value(), own.offered().partner(),
                own.provisos().all().size(), act);
        CommitmentVaried varied = new CommitmentVaried(c.commitmentId(), years, attached, c.reason(), null);
        return List.of(new CommitmentVaried(c.commitmentId(), years, attached, c.reason(), mandate(varied)));
    }

    /** It keeps the years it was offered in, whatever the partnership has agreed since. */
    private FinanceYears ownYears() {
        List<YearAmount> stated = own.offered().years();
        return FinanceYears.of(stated.getFirst().year(), Math.min(stated.size(), act.roll().financeYears().atLeast()));
    }

    /** What was confirmed is varied within a mandate too: else a small sum confirmed would open the way to a large one. */
    private @Nullable MandateId mandate(CommitmentVaried varied) {
        return own.confirmed() == null ? null
                : Warrant.of(own.offered(), own.after(varied, act.effectiveOn()).sum(), act);
    }

    private void asWithdrawn(Map<FinanceYear, BigDecimal> next, FinanceYear year) {
        Rejected.when(differs(next, year), new YearWithdrawn(year));
    }

    private boolean differs(Map<FinanceYear, BigDecimal> next, FinanceYear year) {
        BigDecimal before = own.amounts().get(year);
        return before == null || !before.equals(next.get(year));
    }

    /** More may have come than was committed: what stays as it was is not lowered by that. */
    private void notBelow(Map<FinanceYear, BigDecimal> next, FinanceYear year, BigDecimal received) {
        BigDecimal nothing = own.offered().unit().nothing();
        BigDecimal amount = next.getOrDefault(year, nothing);
        boolean lowered = amount.compareTo(own.amounts().getOrDefault(year, nothing)) < 0;
        Rejected.when(lowered && amount.compareTo(received) < 0, new BelowReceived(year, received));
    }

    List<CommitmentEvent> withdraw(WithdrawCommitment c) {
        FinanceYear from = c.from();
        Rejected.when(!own.amounts().containsKey(from), new YearNotCommitted(from));
        Rejected.when(own.withdrawn(from), new YearWithdrawn(from));
        own.amounts().keySet().stream().filter(year -> year.compareTo(from) >= 0).forEach(year -> {
            Rejected.when(own.closed().containsKey(year), new YearClosed(year));
            Rejected.when(own.received(year).signum() > 0, new ReceivedAlready(year, own.received(year)));
        });
        boolean begun = !from.begins().isAfter(act.effectiveOn());
        Rejected.when(own.confirmed() != null && begun, new NoticeTooShort(from, act.effectiveOn()));
        return List.of(new CommitmentWithdrawn(c.commitmentId(), from, c.reason()));
    }
}
