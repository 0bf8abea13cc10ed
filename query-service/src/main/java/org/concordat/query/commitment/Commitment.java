package org.concordat.query.commitment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.concordat.api.Text;
import org.concordat.api.commitment.Account;
import org.concordat.api.commitment.CommitmentEvent.CommitmentOffered;
import org.concordat.api.commitment.CommitmentEvent.FinanceYearClosed;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.commitment.CommitmentStanding;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.commitment.Investment;
import org.concordat.api.commitment.Unit;
import org.concordat.api.commitment.YearAccount;
import org.concordat.api.commitment.YearAmount;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.query.partnership.Act;
import org.concordat.query.proviso.ProvisoAttached;
import org.jspecify.annotations.Nullable;

/**
 * What a partner commits, as it stands at a moment, with the acts behind it.
 *
 * @param account what both sides judge by: the amounts and what they count as
 * @param said    what was said of it beside its provisos, oldest first
 * @param stated  the acts by which its years stand as they do: offered, confirmed, varied, withdrawn, attached, settled
 */
public record Commitment(Account account, Act offered, long version, Map<ProvisoId, ProvisoAttached> provisosById,
                         List<Said> said, List<Act> stated) {

    /** What was said of a commitment once it was offered. */
    public sealed interface Said {

        Act act();

        /** @param authority the version of the partnership by which the mandate was judged */
        record Confirmation(MandateId mandateId, BigDecimal sum, @Nullable String authority, Act act) implements Said {}

        /** @param mandateId null while nothing was confirmed */
        record Variation(List<YearAmount> years, Text reason, @Nullable MandateId mandateId,
                         @Nullable String authority, Act act) implements Said {}

        record Withdrawal(FinanceYear from, Text reason, Act act) implements Said {}

        record Contribution(FinanceYear year, BigDecimal amount, Text reference, Act act) implements Said {}

        record Closing(FinanceYearClosed closed, Act act) implements Said {}

        record Described(Investment investment, Act act) implements Said {}

        /** @param years those that counted until that proviso failed or lapsed */
        record Loosening(ProvisoId proviso, List<YearAmount> years, Act act) implements Said {}
    }

    public CommitmentId id() { return terms().commitmentId(); }

    public CommitmentOffered terms() { return account.offered(); }

    public Text title() { return terms().title(); }

    public PartnerId partnerId() { return terms().partner(); }

    public Unit unit() { return terms().unit(); }

    public CommitmentStanding standing() { return account.standing(); }

    public List<YearAccount> years() { return account.years(); }

    public List<ProvisoAttached> provisos() { return List.copyOf(provisosById.values()); }

    public @Nullable Investment investment() { return account.investment(); }

    public Said.@Nullable Confirmation confirmation() { return last(Said.Confirmation.class); }

    public Said.@Nullable Withdrawal withdrawal() { return last(Said.Withdrawal.class); }

    public List<Said.Variation> variations() { return all(Said.Variation.class).toList(); }

    /** What counted, firm or conditional, until that proviso failed or lapsed. */
    List<YearAmount> loosened(ProvisoId proviso) {
        return all(Said.Loosening.class).filter(l -> l.proviso().equals(proviso)).reduce((first, second) -> second)
                .map(Said.Loosening::years).orElse(List.of());
    }

    public boolean buysFor(String id) {
        Investment buys = investment();
        return buys != null && (buys.actions().stream().anyMatch(a -> a.value().equals(id))
                || buys.documents().stream().anyMatch(d -> d.value().equals(id)));
    }

    public <T extends Said> Stream<T> all(Class<T> kind) {
        return said.stream().filter(kind::isInstance).map(kind::cast);
    }

    private <T extends Said> @Nullable T last(Class<T> kind) {
        return all(kind).reduce((first, second) -> second).orElse(null);
    }

    Stream<Act> received(FinanceYear year) {
        return all(Said.Contribution.class).filter(c -> c.year().equals(year)).map(Said.Contribution::act);
    }

    Stream<Act> closed(FinanceYear year) {
        return all(Said.Closing.class).filter(c -> c.closed().year().equals(year)).map(Said.Closing::act);
    }
}
