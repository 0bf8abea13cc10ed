package org.concordat.api.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.concordat.api.Text;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.proviso.Proviso;
import org.concordat.api.proviso.ProvisoId;
import org.concordat.api.proviso.ProvisoStanding;
import org.concordat.api.proviso.ProvisoTerms;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final CommitmentId C = new CommitmentId("commitment-mash.police-2013");
    private static final PartnerId POLICE = new PartnerId("partner-mash.police");
    private static final MandateId M = new MandateId("mandate-mash.police");
    private static final LocalDate DAY = LocalDate.parse("2013-01-15");
    private static final Text WORDS = new Text("Words");
    private static final FinanceYear FIRST = FinanceYear.of(2013);
    private static final FinanceYear SECOND = FIRST.next();

    private static ProvisoId id(int nth) {
        return ProvisoId.of(C.value(), POLICE, nth);
    }

    private static Proviso proviso(int nth) {
        return new Proviso(id(nth), POLICE, new ProvisoTerms.ByDate(WORDS, DAY), ProvisoStanding.OPEN, DAY);
    }

    private static List<YearAmount> years(long... pence) {
        List<YearAmount> years = new ArrayList<>();
        FinanceYear year = FIRST;
        for (long each : pence) {
            years.add(new YearAmount(year, BigDecimal.valueOf(each, 2)));
            year = year.next();
        }
        return years;
    }

    private static CommitmentOffered offered(List<YearAmount> years, Proviso... provisos) {
        return new CommitmentOffered(C.partnershipId(), C, POLICE, WORDS, Unit.money("GBP"), Form.CASH, Spend.REVENUE, years,
                Level.STRATEGIC, null, List.of(provisos), null);
    }

    private static Account account(CommitmentOffered offered, CommitmentEvent... events) {
        Account account = Account.of(offered);
        for (CommitmentEvent event : events) account = account.after(event, DAY);
        return account;
    }

    private static final CommitmentOffered SUBJECT = offered(years(100, 200, 300), proviso(1));
    private static final CommitmentConfirmed CONFIRMED = new CommitmentConfirmed(C, M, new BigDecimal("6.00"));
    private static final CommitmentProvisoMet MET = new CommitmentProvisoMet(C, id(1), WORDS);
    private static final CommitmentProvisoFailed FAILED = new CommitmentProvisoFailed(C, id(1), WORDS, List.of());

    private static BigDecimal firm(Account account) {
        return account.years().stream().map(YearAccount::firm).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal conditional(Account account) {
        return account.years().stream().map(YearAccount::conditional).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test void what_is_only_offered_counts_as_nothing() {
        Account account = account(offered(years(100, 200, 300)));
        assertThat(account.standing()).isEqualTo(CommitmentStanding.OFFERED);
        assertThat(firm(account).add(conditional(account))).isEqualByComparingTo("0");
    }

    @Test void money_subject_to_a_proviso_is_never_firm() {
        Account open = account(SUBJECT, CONFIRMED);
        assertThat(open.standing()).isEqualTo(CommitmentStanding.CONDITIONAL);
        assertThat(firm(open)).isEqualByComparingTo("0");
        assertThat(conditional(open)).isEqualByComparingTo("6.00");
        Account met = open.after(MET, DAY);
        assertThat(met.standing()).isEqualTo(CommitmentStanding.FIRM);
        assertThat(firm(met)).isEqualByComparingTo("6.00");
        assertThat(conditional(met)).isEqualByComparingTo("0");
        assertThat(open.after(new CommitmentProvisoWaived(C, id(1), WORDS), DAY).standing()).isEqualTo(CommitmentStanding.FIRM);
    }

    @Test void a_failure_and_a_lapse_loosen_it_until_it_is_varied() {
        assertThat(account(SUBJECT, CONFIRMED, new CommitmentProvisoLapsed(C, id(1), DAY, List.of())).standing())
                .isEqualTo(CommitmentStanding.LOOSENED);
        Account failed = account(SUBJECT, CONFIRMED, FAILED);
        assertThat(failed.standing()).isEqualTo(CommitmentStanding.LOOSENED);
        assertThat(firm(failed).add(conditional(failed))).isEqualByComparingTo("0");
        assertThat(failed.counting()).isEmpty();
        Account varied = failed.after(new CommitmentVaried(C, years(100, 100, 100), List.of(), WORDS, M), DAY);
        assertThat(varied.standing()).isEqualTo(CommitmentStanding.FIRM);
        assertThat(firm(varied)).isEqualByComparingTo("3.00");
    }

    @Test void a_joint_act_meets_its_own_and_leaves_others_alone() {
        ProvisoId others = ProvisoId.of("commitment-mash.scc", new PartnerId("partner-mash.scc"), 1);
        assertThat(account(SUBJECT, CONFIRMED, new CommitmentProvisosMetTogether(C, Set.of(id(1), others), WORDS)).standing())
                .isEqualTo(CommitmentStanding.FIRM);
    }

    @Test void a_withdrawal_takes_the_years_from_then_on() {
        Account from = account(SUBJECT, CONFIRMED, MET, new CommitmentWithdrawn(C, SECOND, WORDS));
        assertThat(from.years()).extracting(YearAccount::standing).containsExactly(CommitmentStanding.FIRM,
                CommitmentStanding.WITHDRAWN, CommitmentStanding.WITHDRAWN);
        assertThat(firm(from)).isEqualByComparingTo("1.00");
        assertThat(from.sum()).isEqualByComparingTo("1.00");
        Account whole = account(SUBJECT, CONFIRMED, new CommitmentWithdrawn(C, FIRST, WORDS));
        assertThat(whole.standing()).isEqualTo(CommitmentStanding.WITHDRAWN);
        assertThat(whole.provisos().open()).isEmpty();
    }

    @Test void a_closed_year_stays_as_it_was_closed() {
        Account closed = account(SUBJECT, CONFIRMED, new ContributionReceived(C, FIRST, new BigDecimal("0.40"), WORDS),
                new FinanceYearClosed(C, FIRST, new BigDecimal("1.00"), new BigDecimal("0.40"), new BigDecimal("-0.60"), WORDS), FAILED);
        YearAccount first = closed.years().getFirst();
        assertThat(first.conditional()).isEqualByComparingTo("1.00");
        assertThat(first.received()).isEqualByComparingTo("0.40");
        assertThat(first.closed()).isNotNull();
        assertThat(conditional(closed)).isEqualByComparingTo("1.00");
    }

    @Test void a_unit_is_money_with_its_currency_or_something_else_without() {
        assertThat(Unit.money("KWD").exact(new BigDecimal("1.5"))).isEqualTo(new BigDecimal("1.500"));
        assertThatThrownBy(() -> Unit.money("ABC")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Unit.money("XAU")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Unit(CommitmentKind.MONEY, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Unit(CommitmentKind.SPACE, "GBP")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test void a_finance_year_is_named_by_its_first_day() {
        assertThat(FIRST.begins()).isEqualTo(LocalDate.parse("2013-04-01"));
        assertThat(FIRST.ends()).isEqualTo(LocalDate.parse("2014-03-31"));
        assertThat(FIRST.words()).isEqualTo("2013/14");
        assertThat(FinanceYear.of(1999).words()).isEqualTo("1999/00");
        assertThat(new FinanceYear(LocalDate.parse("2013-01-01")).words()).isEqualTo("2013");
    }

    /** Counted apart, in whole pence and without the account: what was said last, and whether anything stands in its way. */
    @Property(tries = 500) void sums_agree_to_the_penny_whatever_happens(@ForAll long seed) {
        Random random = new Random(seed);
        long[] pence = random.longs(3, 0, 1_000_000_000_000_000L).toArray();
        Account account = Account.of(offered(years(pence)));
        Set<Integer> open = new HashSet<>();
        Set<Integer> broken = new HashSet<>();
        BigInteger received = BigInteger.ZERO;
        boolean confirmed = false;
        int attached = 0;
        for (int i = 0; i < 40; i++) {
            int which = attached == 0 ? 0 : 1 + random.nextInt(attached);
            CommitmentEvent event;
            switch (random.nextInt(7)) {
                case 0 -> {
                    event = new ProvisoAttached(C, proviso(++attached));
                    open.add(attached);
                }
                case 1 -> {
                    event = CONFIRMED;
                    confirmed = true;
                }
                case 2 -> {
                    pence = random.longs(3, 0, 1_000_000_000_000_000L).toArray();
                    event = new CommitmentVaried(C, years(pence), List.of(proviso(++attached)), WORDS, confirmed ? M : null);
                    open.add(attached);
                    broken.clear();
                }
                case 3 -> {
                    long more = random.nextLong(1, 1_000_000);
                    event = new ContributionReceived(C, FIRST, BigDecimal.valueOf(more, 2), WORDS);
                    received = received.add(BigInteger.valueOf(more));
                }
                case 4 -> {
                    if (!open.remove(which)) continue;
                    event = new CommitmentProvisoFailed(C, id(which), WORDS, account.counting());
                    broken.add(which);
                }
                default -> {
                    if (!open.remove(which)) continue;
                    event = random.nextBoolean() ? new CommitmentProvisoMet(C, id(which), WORDS)
                            : new CommitmentProvisoWaived(C, id(which), WORDS);
                }
            }
            account = account.after(event, DAY);
            BigInteger sum = BigInteger.ZERO;
            for (long each : pence) sum = sum.add(BigInteger.valueOf(each));
            assertThat(pennies(firm(account))).isEqualTo(confirmed && open.isEmpty() && broken.isEmpty() ? sum : BigInteger.ZERO);
            assertThat(pennies(conditional(account)))
                    .isEqualTo(confirmed && !open.isEmpty() && broken.isEmpty() ? sum : BigInteger.ZERO);
            assertThat(pennies(account.received(FIRST))).isEqualTo(received);
        }
    }

    private static BigInteger pennies(BigDecimal amount) {
        return amount.movePointRight(2).toBigIntegerExact();
    }
}
