package org.concordat.command.commitment;

import static org.concordat.command.Hub.*;
import static org.concordat.command.commitment.Facts.*;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.CommonRejection.EffectiveBeforeAnswered;
import org.concordat.api.CommonRejection.NotAuthorised;
import org.concordat.api.commitment.CommitmentCommand.CloseFinanceYear;
import org.concordat.api.commitment.CommitmentRejection.*;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.partnership.AppointmentKind;
import org.junit.jupiter.api.Test;

class ReceivingTest {

    private static final CloseFinanceYear CLOSE = new CloseFinanceYear(C, Y12, text("Late"));

    private static TestExecutor<CommitmentAggregate> given(Object... facts) {
        return committing(FUNDED).given(on(START, Arrays.asList(facts)));
    }

    @Test void a_contribution_is_received_to_the_penny() {
        given(offered(), confirmed()).when(receive(Y13, "2500.5"), by(OFFICE)).expectEvents(received(Y13, "2500.50"));
        refuses(given(offered(), confirmed()), receive(Y13, "0.001"), OFFICE, new NotAnAmount(Y13, "has more than 2 decimals"));
        refuses(given(offered(), confirmed()), receive(Y13, "-1"), OFFICE, new NotAnAmount(Y13, "is negative"));
        refuses(given(offered(), confirmed()), receive(Y13, "0"), OFFICE, new NotAnAmount(Y13, "is nothing"));
    }

    @Test void nobody_books_their_own_contribution() {
        given(offered(), confirmed()).when(receive(Y13, "1"), by("police")).expectNoEvents().expectExceptionDetails(
                new NotAuthorised("ReceiveContribution", Set.of(AppointmentKind.PROGRAMME_OFFICE, AppointmentKind.SECRETARY)));
    }

    @Test void what_is_only_offered_is_not_received() {
        refuses(given(offered()), receive(Y13, "1"), OFFICE, new NotConfirmed(C));
    }

    @Test void nothing_is_received_before_it_was_confirmed() {
        committing(FUNDED).given(on(START, offered())).andGiven(on(TODAY, confirmed()))
                .when(receive(Y13, "1"), by(OFFICE, START)).expectNoEvents()
                .expectExceptionDetails(new EffectiveBeforeAnswered(START, TODAY));
    }

    @Test void a_year_that_is_not_committed_receives_nothing() {
        refuses(given(offered(), confirmed()), receive(FinanceYear.of(2020), "1"), OFFICE, new YearNotCommitted(FinanceYear.of(2020)));
    }

    @Test void a_withdrawn_year_receives_nothing() {
        Object[] facts = {offered(), confirmed(), withdrawn(Y14)};
        given(facts).when(receive(Y13, "1"), by(OFFICE)).expectEvents(received(Y13, "1.00"));
        refuses(given(facts), receive(Y14, "1"), OFFICE, new YearWithdrawn(Y14));
        refuses(given(facts), new CloseFinanceYear(C, Y14, null), OFFICE, new YearWithdrawn(Y14));
    }

    @Test void a_year_is_closed_with_its_variance_explained() {
        Object[] paid = {offered(), confirmed(), received(Y12, "6000.00"), received(Y12, "3000.01")};
        given(paid).when(CLOSE, by(OFFICE)).expectEvents(closed("10000.00", "9000.01", "-999.99", "Late"));
        refuses(given(paid), new CloseFinanceYear(C, Y12, null), OFFICE, new VarianceUnexplained(Y12, new BigDecimal("-999.99")));
    }

    @Test void what_came_as_committed_needs_no_explanation() {
        given(offered(), confirmed(), received(Y12, "10000.00")).when(new CloseFinanceYear(C, Y12, null), by("secretary"))
                .expectEvents(closed("10000.00", "10000.00", "0.00", null));
    }

    @Test void a_year_is_closed_once_and_then_receives_nothing() {
        Object[] closed = {offered(), confirmed(), closed("10000.00", "0.00", "-10000.00", "Late")};
        refuses(given(closed), CLOSE, OFFICE, new YearClosed(Y12));
        refuses(given(closed), receive(Y12, "1"), OFFICE, new YearClosed(Y12));
    }

    @Test void a_year_is_closed_when_it_has_ended() {
        refuses(given(offered(), confirmed()), new CloseFinanceYear(C, Y13, text("x")), OFFICE, new YearNotOver(Y13, Y13.ends()));
    }
}
