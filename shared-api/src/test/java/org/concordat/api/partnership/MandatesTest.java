package org.concordat.api.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MandatesTest {

    private static final PartnershipId MASH = new PartnershipId("partnership-mash");
    private static final PartnerId POLICE = new PartnerId("partner-mash.police");
    private static final PartnerId SCC = new PartnerId("partner-mash.scc");
    private static final PersonId P = new PersonId("p");
    private static final PersonId S = new PersonId("s");
    private static final MandateId M = new MandateId("mandate-mash.m");
    private static final MandateId UNDER_IT = new MandateId("mandate-mash.under");
    private static final LocalDate MARCH = LocalDate.parse("2013-03-01");
    private static final LocalDate MAY = LocalDate.parse("2013-05-01");
    private static final LocalDate JUNE = LocalDate.parse("2013-06-01");

    private Roll roll = Roll.NONE.after(new PartnerAdmitted(MASH, POLICE, new Text("Police")), MARCH)
            .after(new PartnerAdmitted(MASH, SCC, new Text("SCC")), MARCH)
            .after(appointed("appointment-mash.p", P, POLICE), MARCH).after(appointed("appointment-mash.s", S, SCC), MARCH);

    private static Appointed appointed(String id, PersonId person, PartnerId partner) {
        return new Appointed(MASH, new AppointmentId(id), person, AppointmentKind.REPRESENTATIVE, partner, null, MARCH, null);
    }

    private static MandateScope partnership(long amount, Level... levels) {
        return new MandateScope(DecisionClass.PARTNERSHIP, null, Set.of(levels), BigDecimal.valueOf(amount), "GBP", false, true);
    }

    private static MandateScope finalWord(@Nullable String type) {
        return new MandateScope(DecisionClass.CASE_AUTHORITY, type, Set.of(Level.OPERATIONAL), null, null, true, false);
    }

    private MandatesTest given(MandateId id, PersonId holder, @Nullable PartnerId partner, MandateScope scope, @Nullable MandateId under) {
        roll = roll.after(new MandateGiven(MASH, id, holder, partner, scope, MARCH, null, null, under, null), MARCH);
        return this;
    }

    private boolean covered(PersonId person, PartnerId partner, Level level, LocalDate effectiveOn, LocalDate today) {
        return roll.mandates().covering(person, partner, DecisionClass.PARTNERSHIP, null, level, effectiveOn, today).isPresent();
    }

    private WhoDecides whoDecides(DecisionClass decisionClass, @Nullable String type, Level level, long amount, LocalDate on) {
        return roll.whoDecides(decisionClass, type, level, amount == 0 ? null : BigDecimal.valueOf(amount), on);
    }

    private @Nullable BigDecimal commits(@Nullable String currency, LocalDate effectiveOn, LocalDate today) {
        return roll.mandates().committing(P, POLICE, null, Level.STRATEGIC, currency, effectiveOn, today)
                .map(m -> m.scope().amount()).orElse(null);
    }

    @Test void a_commitment_rests_on_the_largest_mandate_in_its_currency() {
        given(M, P, POLICE, partnership(10, Level.STRATEGIC), null)
                .given(new MandateId("mandate-mash.n"), P, POLICE, partnership(20, Level.STRATEGIC), null);
        assertThat(commits("GBP", MAY, MAY)).isEqualByComparingTo("20");
        assertThat(commits("EUR", MAY, MAY)).isNull();
    }

    @Test void a_mandate_varied_between_the_two_days_commits_the_smaller_amount() {
        given(M, P, POLICE, partnership(10, Level.STRATEGIC), null);
        roll = roll.after(new MandateVaried(MASH, M, partnership(5, Level.STRATEGIC), null, new Text("x")), JUNE);
        assertThat(commits("GBP", MAY, MAY)).isEqualByComparingTo("10");
        assertThat(commits("GBP", MAY, JUNE)).isEqualByComparingTo("5");
        roll = roll.after(new MandateVaried(MASH, M, partnership(50, Level.STRATEGIC), null, new Text("x")), JUNE.plusDays(1));
        assertThat(commits("GBP", MAY, JUNE.plusDays(1))).isEqualByComparingTo("10");
    }

    @Test void an_act_rests_on_a_mandate_of_both_days() {
        given(M, P, POLICE, partnership(10, Level.STRATEGIC), null);
        roll = roll.after(new MandateRevoked(MASH, M, new Text("x")), JUNE);
        assertThat(covered(P, POLICE, Level.STRATEGIC, MAY, MAY)).isTrue();
        assertThat(covered(P, POLICE, Level.STRATEGIC, JUNE, JUNE)).isFalse();
        assertThat(covered(P, POLICE, Level.STRATEGIC, MAY, JUNE)).isFalse();
        assertThat(covered(S, SCC, Level.STRATEGIC, MAY, MAY)).isFalse();
    }

    @Test void what_was_widened_since_covers_nothing_earlier() {
        given(M, P, POLICE, partnership(10, Level.STRATEGIC), null);
        roll = roll.after(new MandateVaried(MASH, M, partnership(10, Level.STRATEGIC, Level.TACTICAL), null, new Text("x")), JUNE);
        assertThat(covered(P, POLICE, Level.TACTICAL, JUNE, JUNE)).isTrue();
        assertThat(covered(P, POLICE, Level.TACTICAL, MAY, JUNE)).isFalse();
        assertThat(covered(P, POLICE, Level.STRATEGIC, MAY, JUNE)).isTrue();
    }

    @Test void a_revocation_reaches_back_past_a_variation() {
        given(M, P, POLICE, partnership(10, Level.STRATEGIC), null);
        roll = roll.after(new MandateVaried(MASH, M, partnership(5, Level.STRATEGIC), null, new Text("x")), JUNE)
                .after(new MandateRevoked(MASH, M, new Text("x")), MAY);
        assertThat(roll.mandates().holding(MAY)).isEmpty();
        assertThat(roll.mandates().holding(MAY.minusDays(1))).hasSize(1);
    }

    @Test void what_is_delegated_falls_with_what_it_is_under() {
        given(M, P, POLICE, partnership(10, Level.STRATEGIC, Level.TACTICAL), null)
                .given(UNDER_IT, P, POLICE, partnership(10, Level.TACTICAL), M);
        assertThat(roll.mandates().holding(MAY)).hasSize(2);
        roll = roll.after(new MandateVaried(MASH, M, partnership(10, Level.STRATEGIC), null, new Text("x")), JUNE);
        assertThat(roll.mandates().holding(JUNE).map(Mandate::id)).containsExactly(M);
        assertThat(roll.mandates().holding(MAY)).hasSize(2);
    }

    @Test void partners_decide_and_a_partner_without_a_mandate_is_shown() {
        given(M, P, POLICE, partnership(10, Level.STRATEGIC), null);
        assertThat(whoDecides(DecisionClass.PARTNERSHIP, null, Level.STRATEGIC, 0, MAY))
                .isInstanceOfSatisfying(WhoDecides.Decided.class, d -> {
                    assertThat(d.mandates()).extracting(Mandate::holder).containsExactly(P);
                    assertThat(d.without()).containsExactly(SCC);
                    assertThat(d.rule()).isEqualTo("the partners, by the rule fixed when it is tabled");
                });
    }

    @Test void an_amount_beyond_every_mandate_is_a_hole() {
        given(M, P, POLICE, partnership(10, Level.STRATEGIC), null);
        assertThat(whoDecides(DecisionClass.PARTNERSHIP, null, Level.STRATEGIC, 11, MAY))
                .isEqualTo(new WhoDecides.Hole(java.util.List.of(POLICE, SCC)));
    }

    @Test void a_holder_who_speaks_no_more_decides_nothing() {
        given(M, P, POLICE, partnership(10, Level.STRATEGIC), null);
        roll = roll.after(new AppointmentEnded(MASH, new AppointmentId("appointment-mash.p"), MAY, new Text("x")), MAY);
        assertThat(whoDecides(DecisionClass.PARTNERSHIP, null, Level.STRATEGIC, 0, JUNE))
                .isEqualTo(new WhoDecides.Hole(java.util.List.of(POLICE, SCC)));
    }

    @Test void case_authority_has_one_final_word_or_a_hole_or_a_clash() {
        assertThat(whoDecides(DecisionClass.CASE_AUTHORITY, "threshold", Level.OPERATIONAL, 0, MAY)).isInstanceOf(WhoDecides.Hole.class);
        given(M, P, POLICE, finalWord("threshold"), null);
        assertThat(whoDecides(DecisionClass.CASE_AUTHORITY, "threshold", Level.OPERATIONAL, 0, MAY))
                .isInstanceOfSatisfying(WhoDecides.Decided.class, d -> assertThat(d.rule()).isEqualTo("one final word"));
        assertThat(whoDecides(DecisionClass.CASE_AUTHORITY, "step-down", Level.OPERATIONAL, 0, MAY)).isInstanceOf(WhoDecides.Hole.class);
        given(UNDER_IT, S, SCC, finalWord(null), null);
        assertThat(whoDecides(DecisionClass.CASE_AUTHORITY, "threshold", Level.OPERATIONAL, 0, MAY)).isInstanceOf(WhoDecides.Clash.class);
    }

    @Test void a_final_word_is_taken_for_the_time_it_was_held() {
        given(M, P, POLICE, finalWord("threshold"), null);
        var plain = new MandateScope(DecisionClass.CASE_AUTHORITY, "threshold", Set.of(Level.OPERATIONAL), null, null, false, false);
        roll = roll.after(new MandateVaried(MASH, M, plain, null, new Text("x")), JUNE);
        assertThat(roll.mandates().finalWordTaken(finalWord("threshold"), MAY, null, null)).isPresent();
        assertThat(roll.mandates().finalWordTaken(finalWord("threshold"), JUNE, null, null)).isEmpty();
    }
}
