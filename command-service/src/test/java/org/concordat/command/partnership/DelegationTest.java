package org.concordat.command.partnership;

import static org.concordat.command.Hub.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.CommonRejection.*;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.DueCommand.*;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipCommand.*;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.concordat.api.partnership.PartnershipRejection.*;
import org.concordat.command.act.Rolls;
import org.junit.jupiter.api.Test;

class DelegationTest {

    private static final MandateId M = new MandateId("mandate-mash.police");
    private static final MandateId NEXT = new MandateId("mandate-mash.next");
    private static final DecisionId D = new DecisionId("decision-mash.d1");
    private static final LocalDate APRIL = LocalDate.parse("2013-04-01");
    private static final LocalDate SEPTEMBER = LocalDate.parse("2013-09-30");
    private static final PersonId PERSON = new PersonId("police");
    private static final PersonId CHAIR = new PersonId("chair");
    private static final MandateScope PARTNERSHIP = scope(true, 1_000);
    private static final MandateScope FINAL = new MandateScope(DecisionClass.CASE_AUTHORITY, "threshold", Set.of(Level.OPERATIONAL),
            null, null, true, true);

    private static MandateScope scope(boolean delegable, long amount) {
        return new MandateScope(DecisionClass.PARTNERSHIP, null, Set.of(Level.STRATEGIC, Level.TACTICAL), BigDecimal.valueOf(amount),
                "GBP", false, delegable);
    }

    private static MandateGiven given(MandateId id, PersonId holder, PartnerId partner, MandateScope scope, MandateId under) {
        return new MandateGiven(MASH, id, holder, partner, scope, START, SEPTEMBER, under == null ? text("Minute 4") : null, under, null);
    }

    private static final MandateGiven POLICE_HAS = given(M, PERSON, POLICE, PARTNERSHIP, null);

    /** The desk reads the same roll as the aggregate holds. */
    private TestExecutor<PartnershipAggregate> hub(PartnershipEvent... more) {
        List<Object> facts = new ArrayList<>(FOUNDING);
        facts.addAll(List.of(more));
        var roll = ROLL;
        for (PartnershipEvent event : more) roll = roll.after(event, START);
        var read = new Rolls.Read(roll, facts.size());
        AggregateTestFixture<PartnershipAggregate> fixture = fixture(PartnershipAggregate.class, _ -> read);
        return fixture.given(on(START, facts));
    }

    private static GiveMandate give(PersonId holder, PartnerId partner, MandateScope scope, LocalDate from, LocalDate to) {
        return new GiveMandate(MASH, NEXT, holder, partner, scope, from, to, text("Minute 5"));
    }

    private static DelegateMandate delegate(PersonId holder, MandateScope scope, LocalDate from, LocalDate to) {
        return new DelegateMandate(MASH, M, NEXT, holder, scope, from, to);
    }

    @Test void a_mandate_is_given_to_who_speaks_for_the_partner() {
        hub().when(give(PERSON, POLICE, PARTNERSHIP, TODAY, null), by("secretary")).expectEvents(
                new MandateGiven(MASH, NEXT, PERSON, POLICE, PARTNERSHIP, TODAY, null, text("Minute 5"), null, null));
    }

    @Test void a_mandate_is_not_for_somebody_who_does_not_speak() {
        refuses(hub(), give(CHAIR, POLICE, PARTNERSHIP, TODAY, null), OFFICE, new HolderDoesNotSpeak(CHAIR, POLICE));
    }

    @Test void a_mandate_is_for_a_partner_there_is() {
        PartnerId fire = new PartnerId("partner-mash.fire");
        refuses(hub(), give(PERSON, fire, PARTNERSHIP, TODAY, null), OFFICE, new NotFound(fire.value()));
    }

    @Test void a_mandate_is_in_an_amount_of_its_currency() {
        hub().when(give(PERSON, POLICE, in("BHD", "30000.125"), TODAY, null), by(OFFICE)).expectSuccessfulHandlerExecution();
        var pennies = new Malformed("scope.amount", "has more than 0 decimals");
        refuses(hub(), give(PERSON, POLICE, in("JPY", "1.5"), TODAY, null), OFFICE, pennies);
        refuses(hub(), give(PERSON, POLICE, in("GBP", "1.005"), TODAY, null), OFFICE,
                new Malformed("scope.amount", "has more than 2 decimals"));
        refuses(hub(), give(PERSON, POLICE, in("pounds", "1"), TODAY, null), OFFICE, new Malformed("scope.amount",
                "a currency is a code of ISO 4217 in which sums are counted, such as GBP"));
        refuses(hub(POLICE_HAS), new VaryMandate(MASH, M, in("JPY", "1.5"), null, text("x")), OFFICE, pennies);
        refuses(hub(POLICE_HAS), delegate(CHAIR, in("JPY", "1.5"), TODAY, SEPTEMBER), "police", pennies);
    }

    private static MandateScope in(String currency, String amount) {
        return new MandateScope(DecisionClass.PARTNERSHIP, null, Set.of(Level.STRATEGIC), new BigDecimal(amount), currency, false,
                false);
    }

    @Test void a_mandate_id_is_used_once() {
        refuses(hub(given(NEXT, PERSON, POLICE, PARTNERSHIP, null)), give(PERSON, POLICE, PARTNERSHIP, TODAY, null), OFFICE,
                new AlreadyRegistered(NEXT.value()));
    }

    @Test void a_mandate_is_not_given_backwards() {
        refuses(hub(), give(PERSON, POLICE, PARTNERSHIP, APRIL, null), OFFICE,
                new MandatePeriod(APRIL, "would begin before 2013-06-03, the effective day of the act that gives it"));
    }

    @Test void a_mandate_ends_after_it_begins() {
        refuses(hub(), give(PERSON, POLICE, PARTNERSHIP, TODAY, APRIL), OFFICE,
                new MandatePeriod(TODAY, "would end on 2013-04-01, before it begins"));
    }

    @Test void there_is_one_final_word_for_a_type_and_level() {
        refuses(hub(given(M, PERSON, POLICE, FINAL, null)), give(new PersonId("scc"), SCC, FINAL, TODAY, null), OFFICE,
                new FinalWordTaken(M));
    }

    @Test void another_type_has_a_final_word_of_its_own() {
        var other = new MandateScope(DecisionClass.CASE_AUTHORITY, "step-down", FINAL.levels(), null, null, true, false);
        hub(given(M, PERSON, POLICE, FINAL, null)).when(give(new PersonId("scc"), SCC, other, TODAY, null), by(OFFICE))
                .expectSuccessfulHandlerExecution();
    }

    @Test void a_final_word_that_ended_may_be_given_anew() {
        hub(given(M, PERSON, POLICE, FINAL, null), new MandateRevoked(MASH, M, text("x")))
                .when(give(new PersonId("scc"), SCC, FINAL, TODAY, null), by(OFFICE)).expectSuccessfulHandlerExecution();
    }

    @Test void a_mandate_is_varied() {
        hub(POLICE_HAS).when(new VaryMandate(MASH, M, scope(false, 500), null, text("Less")), by(OFFICE))
                .expectEvents(new MandateVaried(MASH, M, scope(false, 500), null, text("Less")));
    }

    @Test void a_mandate_that_is_over_is_not_varied() {
        refuses(hub(POLICE_HAS, new MandateRevoked(MASH, M, text("x"))), new VaryMandate(MASH, M, PARTNERSHIP, null, text("x")), OFFICE,
                new MandateOver(M));
    }

    @Test void a_mandate_is_not_varied_into_a_second_final_word() {
        var plain = new MandateScope(DecisionClass.CASE_AUTHORITY, null, FINAL.levels(), null, null, false, false);
        refuses(hub(given(M, PERSON, POLICE, FINAL, null), given(NEXT, new PersonId("scc"), SCC, plain, null)),
                new VaryMandate(MASH, NEXT, FINAL, null, text("x")), OFFICE, new FinalWordTaken(M));
    }

    @Test void a_delegated_mandate_is_not_varied_beyond_what_it_is_under() {
        refuses(hub(POLICE_HAS, given(NEXT, PERSON, POLICE, scope(false, 10), M)),
                new VaryMandate(MASH, NEXT, scope(false, 1_001), SEPTEMBER, text("x")), OFFICE,
                new BeyondTheMandate(M, "it does not cover all of that"));
    }

    @Test void a_mandate_is_not_varied_to_have_ended() {
        refuses(hub(POLICE_HAS), new VaryMandate(MASH, M, PARTNERSHIP, APRIL, text("x")), OFFICE,
                new MandatePeriod(START, "would end on 2013-04-01, before the act that varies it"));
    }

    @Test void a_mandate_is_revoked() {
        hub(POLICE_HAS).when(new RevokeMandate(MASH, M, text("Moved on")), by("secretary"))
                .expectEvents(new MandateRevoked(MASH, M, text("Moved on")));
    }

    @Test void a_mandate_is_revoked_once() {
        refuses(hub(POLICE_HAS, new MandateRevoked(MASH, M, text("x"))), new RevokeMandate(MASH, M, text("y")), OFFICE, new MandateOver(M));
    }

    @Test void a_mandate_that_is_not_there_is_not_revoked() {
        refuses(hub(), new RevokeMandate(MASH, M, text("y")), OFFICE, new NotFound(M.value()));
    }

    @Test void a_mandate_is_delegated_within_it() {
        hub(POLICE_HAS).when(delegate(PERSON, scope(false, 1_000), TODAY, SEPTEMBER), by("police"))
                .expectEvents(new MandateGiven(MASH, NEXT, PERSON, POLICE, scope(false, 1_000), TODAY, SEPTEMBER, null, M, null));
    }

    @Test void nothing_is_delegated_beyond_what_was_given() {
        refuses(hub(POLICE_HAS), delegate(PERSON, scope(false, 1_001), TODAY, SEPTEMBER), "police",
                new BeyondTheMandate(M, "it does not cover all of that"));
    }

    @Test void nothing_is_delegated_for_longer_than_was_given() {
        refuses(hub(POLICE_HAS), delegate(PERSON, scope(false, 1), TODAY, null), "police",
                new BeyondTheMandate(M, "its last day is 2013-09-30"));
    }

    @Test void only_its_holder_delegates_a_mandate() {
        refuses(hub(POLICE_HAS), delegate(PERSON, scope(false, 1), TODAY, SEPTEMBER), "scc", new BeyondTheMandate(M, "it is not yours"));
    }

    @Test void only_a_delegable_mandate_is_delegated() {
        refuses(hub(given(M, PERSON, POLICE, scope(false, 1_000), null)), delegate(PERSON, scope(false, 1), TODAY, SEPTEMBER), "police",
                new BeyondTheMandate(M, "it was given without leave to delegate it"));
    }

    @Test void a_revoked_mandate_is_not_delegated() {
        refuses(hub(POLICE_HAS, new MandateRevoked(MASH, M, text("x"))), delegate(PERSON, scope(false, 1), TODAY, SEPTEMBER), "police",
                new MandateOver(M));
    }

    @Test void a_partners_mandate_is_delegated_to_who_speaks_for_it() {
        refuses(hub(POLICE_HAS), delegate(CHAIR, scope(false, 1), TODAY, SEPTEMBER), "police", new HolderDoesNotSpeak(CHAIR, POLICE));
    }

    @Test void a_mandate_is_not_delegated_to_somebody_without_an_appointment() {
        refuses(hub(given(M, CHAIR, null, PARTNERSHIP, null)), delegate(new PersonId(OUTSIDER), scope(false, 1), TODAY, SEPTEMBER),
                "chair", new BeyondTheMandate(M, "its holder would hold no appointment on its first day"));
    }

    @Test void a_final_word_is_not_shared_by_delegating_it() {
        refuses(hub(given(M, PERSON, POLICE, FINAL, null)), delegate(PERSON, FINAL, TODAY, SEPTEMBER), "police", new FinalWordTaken(M));
    }

    @Test void a_decision_adopted_late_gives_its_mandate_from_that_day() {
        hub().when(new GiveDecidedMandate(MASH, NEXT, CHAIR, FINAL, APRIL, null, D), by("concordat"))
                .expectEvents(new MandateGiven(MASH, NEXT, CHAIR, null, FINAL, TODAY, null, null, null, D));
    }

    @Test void a_decision_gives_no_second_final_word() {
        refuses(hub(given(M, PERSON, POLICE, FINAL, null)), new GiveDecidedMandate(MASH, NEXT, CHAIR, FINAL, TODAY, null, D), "concordat",
                new FinalWordTaken(M));
    }

    @Test void nobody_but_concordat_says_what_was_decided() {
        refuses(hub(), new GiveDecidedMandate(MASH, NEXT, CHAIR, FINAL, TODAY, null, D), OFFICE,
                new NotAuthorised("GiveDecidedMandate", Set.of()));
    }
}
