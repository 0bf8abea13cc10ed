package org.concordat.command.commitment;

import static org.concordat.command.Hub.*;
import static org.concordat.command.commitment.Facts.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.CommonRejection.*;
import org.concordat.api.commitment.*;
import org.concordat.api.commitment.CommitmentCommand.*;
import org.concordat.api.commitment.CommitmentEvent.*;
import org.concordat.api.commitment.CommitmentRejection.*;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.api.partnership.PartnershipEvent.FinanceYearsAgreed;
import org.concordat.api.partnership.PartnershipRejection.ShutsOut;
import org.concordat.api.partnership.Roll;
import org.concordat.api.planitem.PlanItemEvent.ActionAgreed;
import org.concordat.api.planitem.Timescale;
import org.concordat.api.proviso.ProvisoRejection.ProvisoEndsTooSoon;
import org.concordat.api.proviso.ProvisoTerms;
import org.junit.jupiter.api.Test;

class CommitmentTest {

    private static TestExecutor<CommitmentAggregate> given(Object... facts) {
        return given(FUNDED, facts);
    }

    private static TestExecutor<CommitmentAggregate> given(Roll roll, Object... facts) {
        return committing(roll).given(on(START, Arrays.asList(facts)));
    }

    private static OfferCommitment of(Unit unit, Form form, List<YearAmount> years) {
        OfferCommitment c = offer();
        return new OfferCommitment(MASH, C, c.title(), unit, form, c.spend(), years, c.level(), c.type(), List.of(), null, null);
    }

    @Test void an_offer_is_the_representatives_partners() {
        accepts(given(), offer(), "police", offered());
    }

    @Test void an_offer_is_made_once() {
        refuses(given(offered()), offer(), "police", new AlreadyOffered(C));
    }

    @Test void an_offer_belongs_to_its_partnership() {
        CommitmentId other = new CommitmentId("commitment-other.police");
        OfferCommitment c = offer();
        refuses(given(), new OfferCommitment(MASH, other, c.title(), GBP, Form.CASH, c.spend(), c.years(), c.level(), null,
                List.of(), null, null), "police", new NotFound(other.value()));
    }

    @Test void an_offer_is_restricted_by_the_partner_that_makes_it() {
        OfferCommitment c = offer();
        OfferCommitment kept = new OfferCommitment(MASH, C, c.title(), c.unit(), c.form(), c.spend(), c.years(), c.level(), c.type(),
                c.provisos(), c.investment(), restrictedTo(POLICE));
        restricts(fixture(CommitmentAggregate.class), kept, "police", new ContentMarked(MASH, C.value(), Marking.RESTRICTED, Set.of(POLICE)),
                offered());
        refuses(fixture(CommitmentAggregate.class).givenNoPriorActivity(), new OfferCommitment(MASH, C, c.title(), c.unit(), c.form(), c.spend(),
                c.years(), c.level(), c.type(), c.provisos(), c.investment(), restrictedTo(SCC)), "police",
                new ShutsOut(C.value(), Set.of(POLICE)));
    }

    @Test void the_auditor_offers_nothing() {
        refuses(given(), offer(), "auditor", new NotAuthorised("OfferCommitment", Set.of(AppointmentKind.REPRESENTATIVE)));
    }

    @Test void zero_is_an_answer_for_a_year() {
        accepts(given(), offer(years("0", "0", "5")), "police", offered(C, POLICE, years("0.00", "0.00", "5.00")));
    }

    @Test void three_years_are_stated_at_least() {
        refuses(given(), offer(years("1", "1")), "police", new YearsNotStated(2, 3, 50));
    }

    @Test void no_year_is_missing() {
        List<YearAmount> gap = List.of(TEN_A_YEAR.get(0), TEN_A_YEAR.get(2), TEN_A_YEAR.get(1));
        refuses(given(), offer(gap), "police", new YearsNotInARow(Y13, Y14));
    }

    @Test void no_year_is_stated_twice() {
        List<YearAmount> twice = List.of(TEN_A_YEAR.get(0), TEN_A_YEAR.get(0), TEN_A_YEAR.get(1));
        refuses(given(), offer(twice), "police", new YearsNotInARow(Y13, Y12));
    }

    @Test void a_year_that_overlaps_another_is_none_of_the_partnerships() {
        FinanceYear january = new FinanceYear(LocalDate.parse("2013-01-01"));
        List<YearAmount> overlapping = List.of(TEN_A_YEAR.get(0), new YearAmount(january, BigDecimal.ONE), TEN_A_YEAR.get(1));
        refuses(given(), offer(overlapping), "police", new NotAFinanceYear(january, Y13.begins()));
    }

    @Test void the_partnership_says_when_its_years_begin_and_how_many_are_stated() {
        FinanceYear january = new FinanceYear(LocalDate.parse("2013-01-01"));
        Roll otherwise = FUNDED.after(new FinanceYearsAgreed(MASH, january, 1, text("Minute 4")), START);
        List<YearAmount> one = List.of(new YearAmount(january, new BigDecimal("1.00")));
        accepts(given(otherwise), offer(one), "police", offered(C, POLICE, one));
        refuses(given(otherwise), offer(), "police", new NotAFinanceYear(Y12, LocalDate.parse("2012-01-01")));
        accepts(given(otherwise, offered()), vary("1", "1", "1"), "police", varied(null, "1.00", "1.00", "1.00"));
    }

    @Test void an_amount_is_exact_in_its_unit() {
        for (String[] wrong : new String[][] {{"0.001", "has more than 2 decimals"}, {"-1", "is negative"},
                {"9".repeat(40), "has more than 20 digits"}, {"1E+999999999", "has more than 20 digits"}}) {
            refuses(given(), offer(years("1", wrong[0], "1")), "police", new NotAnAmount(Y13, wrong[1]));
        }
        refuses(given(), of(Unit.money("JPY"), Form.CASH, years("1", "1.5", "1")), "police",
                new NotAnAmount(Y13, "has more than 0 decimals"));
        refuses(given(), of(Unit.money("BHD"), Form.CASH, years("1", "1.2345", "1")), "police",
                new NotAnAmount(Y13, "has more than 3 decimals"));
        refuses(given(), of(new Unit(CommitmentKind.TRAINING_PLACES, null), Form.IN_KIND, years("1", "1", "1.5")), "police",
                new NotAnAmount(Y14, "has more than 0 decimals"));
    }

    @Test void only_money_is_cash() {
        refuses(given(), of(new Unit(CommitmentKind.SPACE, null), Form.CASH, TEN_A_YEAR), "police", new NotCash(CommitmentKind.SPACE));
    }

    @Test void an_investment_is_for_an_action_that_is_agreed() {
        Map<String, List<?>> plan = Map.of(A17.itemId().value(), List.of(new ActionAgreed(A17.itemId(), A17, null, List.of(),
                new Timescale.Ongoing("Ongoing"), null)));
        committing(FUNDED, plan).given(on(START, offered())).when(new DescribeInvestment(C, STAFF), by("police"))
                .expectEvents(new InvestmentDescribed(C, STAFF));
        refuses(given(offered()), new DescribeInvestment(C, STAFF), "police", new NotFound(A17.value()));
    }

    @Test void an_investment_is_for_a_text_that_is_there() {
        Investment text = new Investment(text("Shared log"), Set.of(), Set.of(PROTOCOL));
        committing(FUNDED, Map.of(PROTOCOL.value(), List.of(protocolInForce()))).given(on(START, offered()))
                .when(new DescribeInvestment(C, text), by("police")).expectEvents(new InvestmentDescribed(C, text));
        refuses(given(offered()), new DescribeInvestment(C, text), "police", new NotFound(PROTOCOL.value()));
    }

    @Test void a_proviso_is_attached_while_it_is_only_offered() {
        accepts(given(offered(BY_JULY)), new AttachProviso(C, IF_SCC), "police",
                new ProvisoAttached(C, proviso(C, POLICE, 2, IF_SCC, TODAY)));
        refuses(given(offered(), confirmed()), new AttachProviso(C, IF_SCC), "police", new AlreadyConfirmed(C));
    }

    @Test void a_proviso_does_not_begin_after_its_last_day() {
        ProvisoTerms past = new ProvisoTerms.ByDate(text("x"), TODAY.minusDays(1));
        refuses(given(offered()), new AttachProviso(C, past), "police", new ProvisoEndsTooSoon(past.by(), TODAY));
    }

    @Test void only_its_partner_changes_a_commitment() {
        for (Object command : List.of(new AttachProviso(C, BY_JULY), new ConfirmCommitment(C), vary("1", "1", "1"), withdraw(Y12),
                new DescribeInvestment(C, STAFF))) {
            refuses(given(offered()), command, "scc", new NotYourCommitment(C, POLICE));
        }
    }

    @Test void confirming_rests_on_a_mandate_for_all_years_together() {
        accepts(given(offered()), new ConfirmCommitment(C), "police", confirmed());
        refuses(given(funded("29999.99"), offered()), new ConfirmCommitment(C), "police",
                new MandateFallsShort(POLICES, new BigDecimal("29999.99"), new BigDecimal("30000.00")));
    }

    @Test void confirming_needs_a_mandate_on_that_day() {
        refuses(given(ROLL, offered()), new ConfirmCommitment(C), "police", new NoMandateToCommit(POLICE));
        Roll over = ROLL.after(mandated(POLICES, "police", POLICE, new BigDecimal("30000"), "GBP", TODAY.minusDays(1)), START);
        refuses(given(over, offered()), new ConfirmCommitment(C), "police", new NoMandateToCommit(POLICE));
        Roll euros = ROLL.after(mandated(POLICES, "police", POLICE, new BigDecimal("30000"), "EUR", null), START);
        refuses(given(euros, offered()), new ConfirmCommitment(C), "police", new NoMandateToCommit(POLICE));
    }

    @Test void posts_are_confirmed_within_a_mandate_without_an_amount() {
        OfferCommitment posts = of(new Unit(CommitmentKind.POSTS_FTE, null), Form.IN_KIND, years("1.50", "1.50", "0.00"));
        CommitmentOffered offered = new CommitmentOffered(MASH, C, SSOTP, posts.title(), posts.unit(), posts.form(),
                posts.spend(), posts.years(), Level.STRATEGIC, "finance", List.of(), null);
        accepts(given(offered), new ConfirmCommitment(C), "ssotp", new CommitmentConfirmed(C, SSOTPS, new BigDecimal("3.00")));
    }

    @Test void confirming_is_done_once() {
        refuses(given(offered(), confirmed()), new ConfirmCommitment(C), "police", new AlreadyConfirmed(C));
    }

    @Test void what_failed_is_put_aside_before_anything_is_confirmed() {
        refuses(given(offered(BY_JULY), failed()), new ConfirmCommitment(C), "police", new ProvisoBroken(List.of(P1)));
        ProvisoTerms past = new ProvisoTerms.ByDate(text("x"), TODAY.minusDays(1));
        refuses(given(offered(past)), new ConfirmCommitment(C), "police", new ProvisoBroken(List.of(P1)));
        accepts(given(offered(BY_JULY), failed(), varied(null, "10000.00", "10000.00", "10000.00")), new ConfirmCommitment(C),
                "police", confirmed());
    }

    @Test void varying_what_is_offered_needs_no_mandate() {
        accepts(given(ROLL, offered()), vary("10000", "5000", "0"), "police", varied(null, "10000.00", "5000.00", "0.00"));
    }

    @Test void varying_what_is_confirmed_rests_on_a_mandate() {
        accepts(given(offered(), confirmed()), vary("10000", "5000", "0"), "police", varied(POLICES, "10000.00", "5000.00", "0.00"));
        refuses(given(offered(), confirmed()), vary("10000", "10000", "10000.01"), "police",
                new MandateFallsShort(POLICES, new BigDecimal("30000.00"), new BigDecimal("30000.01")));
    }

    @Test void a_variation_varies_something() {
        refuses(given(offered()), vary("10000", "10000", "10000"), "police", new NothingVaried(C));
    }

    @Test void nothing_is_varied_below_what_was_received() {
        Object[] paid = {offered(), confirmed(), received(Y13, "4000.00")};
        accepts(given(paid), vary("0", "4000", "0"), "police", varied(POLICES, "0.00", "4000.00", "0.00"));
        refuses(given(paid), vary("0", "3999.99", "0"), "police", new BelowReceived(Y13, new BigDecimal("4000.00")));
    }

    @Test void a_closed_or_withdrawn_year_stays_as_it_was() {
        refuses(given(offered(), confirmed(), closed("10000.00", "0.00", "-10000.00", "Late")), vary("1", "10000", "10000"),
                "police", new YearClosed(Y12));
        refuses(given(offered(), confirmed(), withdrawn(Y14)), vary("10000", "10000", "1"), "police", new YearWithdrawn(Y14));
        accepts(given(offered(), confirmed(), withdrawn(Y14)), vary("10000", "1", "10000"), "police",
                varied(POLICES, "10000.00", "1.00", "10000.00"));
    }

    @Test void an_act_is_not_before_what_it_answers() {
        given(offered()).when(new ConfirmCommitment(C), by("police", START.minusDays(1))).expectNoEvents()
                .expectExceptionDetails(new NotAuthorised("ConfirmCommitment", Set.of(AppointmentKind.REPRESENTATIVE)));
        committing(FUNDED).given(on(TODAY, offered())).when(new ConfirmCommitment(C), by("police", START))
                .expectNoEvents().expectExceptionDetails(new EffectiveBeforeAnswered(START, TODAY));
    }

    @Test void what_is_confirmed_is_withdrawn_from_a_year_to_come() {
        accepts(given(offered(), confirmed()), withdraw(Y14), "police", withdrawn(Y14));
        refuses(given(offered(), confirmed()), withdraw(Y13), "police", new NoticeTooShort(Y13, TODAY));
        accepts(given(offered()), withdraw(Y12), "police", withdrawn(Y12));
    }

    @Test void a_withdrawal_begins_with_a_year_that_is_committed() {
        refuses(given(offered()), withdraw(FinanceYear.of(2020)), "police", new YearNotCommitted(FinanceYear.of(2020)));
        refuses(given(offered(), confirmed(), withdrawn(Y14)), withdraw(Y14), "police", new YearWithdrawn(Y14));
    }

    @Test void what_was_received_is_not_withdrawn() {
        refuses(given(offered(), confirmed(), received(Y14, "1.00")), withdraw(Y14), "police",
                new ReceivedAlready(Y14, new BigDecimal("1.00")));
    }

    @Test void what_is_withdrawn_altogether_is_over() {
        for (Object command : List.of(new AttachProviso(C, BY_JULY), new ConfirmCommitment(C), vary("1", "1", "1"))) {
            refuses(given(offered(), withdrawn(Y12)), command, "police", new YearWithdrawn(Y12));
        }
    }
}
