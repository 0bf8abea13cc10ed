package org.concordat.query.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.query.ledger.Story.MASH;
import static org.concordat.query.ledger.Story.OFFICE;
import static org.concordat.query.ledger.Story.PC;
import static org.concordat.query.ledger.Story.POLICE;
import static org.concordat.query.ledger.Story.day;
import static org.concordat.query.ledger.Story.text;
import static org.concordat.query.ledger.VisionStory.OF_POLICE;
import static org.concordat.query.ledger.VisionStory.OF_SCC;
import static org.concordat.query.ledger.VisionStory.VISION;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.concordat.api.EntryId;
import org.concordat.api.PersonId;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.MandateScope;
import org.concordat.api.partnership.PartnershipEvent.ActsRatified;
import org.concordat.api.partnership.PartnershipEvent.AppointmentEnded;
import org.concordat.api.partnership.PartnershipEvent.MandateFoundVoid;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.concordat.api.partnership.PartnershipEvent.MandateRevoked;
import org.concordat.api.partnership.PartnershipEvent.MandateVaried;
import org.concordat.api.partnership.PartnershipEvent.RecordCorrected;
import org.concordat.query.authority.Judged.Standing;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.ListLedger;
import org.concordat.query.ledger.MoneyStory;
import org.concordat.query.ledger.Story;
import org.concordat.query.ledger.VisionStory;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.warrant.Minutes;
import org.concordat.query.warrant.Warrant;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    private static final ListLedger.By CHAIR = new ListLedger.By("chair", null, "CHAIR");
    private static final MandateId UNDER = new MandateId("mandate-mash.under");
    private static final MandateScope SCOPE = new MandateScope(DecisionClass.PARTNERSHIP, null,
            Set.of(Level.STRATEGIC, Level.OPERATIONAL), null, null, false, true);
    private static final MandateScope TACTICAL = new MandateScope(DecisionClass.PARTNERSHIP, null, Set.of(Level.TACTICAL), null, null,
            false, true);

    private static PartnershipView view(Story story) {
        return PartnershipView.empty(MASH).after(story.ledger.all());
    }

    private static MandateFoundVoid found(MandateId mandate, String from) {
        return new MandateFoundVoid(MASH, mandate, day(from), text("Never approved"), text("Opinion 3"));
    }

    private static ActsRatified ratified(MandateId mandate, Set<EntryId> entries) {
        return new ActsRatified(MASH, mandate, entries, null, text("Minute 9"), text("As was meant"));
    }

    private static Entry entry(Story story, String type, int nth) {
        return story.ledger.all().stream().filter(e -> e.type().equals(type)).skip(nth).findFirst().orElseThrow();
    }

    /** Police's first position, of 01-14. */
    private static Judged first(Story story) {
        return new Authority(view(story)).of(entry(story, "decision.PositionRecorded", 0));
    }

    @Test void an_act_within_its_authority_says_on_what_it_rested() {
        Judged judged = first(VisionStory.adopted());
        assertThat(judged.standing()).isEqualTo(Standing.WITHIN);
        assertThat(judged.heldOnEffectiveDay() && judged.heldOnDayOfRecording()).isTrue();
        assertThat(Objects.requireNonNull(judged.appointment()).id().value()).isEqualTo("appointment-mash.police");
        assertThat(judged.because())
                .isEqualTo("Done as representative of Police, under mandate-mash.police: held on 2013-01-14.");
    }

    @Test void founders_and_concordat_itself_are_said() {
        Story story = VisionStory.adopted();
        Authority authority = new Authority(view(story));
        assertThat(authority.of(entry(story, "partnership.PartnershipEstablished", 0)).because())
                .isEqualTo("Done by a founder, whom the installation names.");
        assertThat(authority.of(entry(story, "document.VersionCameIntoForce", 0)).because())
                .isEqualTo("Done by Concordat itself, as it follows from the record.");
    }

    @Test void a_revocation_dated_back_puts_what_was_done_meanwhile_outside() {
        Story story = VisionStory.adopted().then(OFFICE, "01-13", "02-03", new MandateRevoked(MASH, OF_POLICE, text("Left")));
        Judged judged = first(story);
        assertThat(judged.standing()).isEqualTo(Standing.OUTSIDE);
        assertThat(judged.heldOnEffectiveDay()).isFalse();
        assertThat(judged.because()).isEqualTo("Done as representative of Police, under mandate-mash.police; mandate-mash.police"
                + " was revoked from 2013-01-13 on, as recorded on 2013-02-03.");
    }

    @Test void a_revocation_of_today_leaves_what_was_done_before_within() {
        assertThat(first(VisionStory.adopted().then(OFFICE, "02-03", new MandateRevoked(MASH, OF_POLICE, text("Left")))).standing())
                .isEqualTo(Standing.WITHIN);
    }

    @Test void a_variation_dated_back_may_leave_too_little() {
        Story story = VisionStory.adopted()
            .then(OFFICE, "01-13", "02-03", new MandateVaried(MASH, OF_POLICE, TACTICAL, null, text("Less")));
        assertThat(first(story).because()).endsWith(
                "; mandate-mash.police, as it stood on 2013-01-14, does not cover The vision.");
        assertThat(first(VisionStory.adopted().then(OFFICE, "02-03", new MandateVaried(MASH, OF_POLICE, TACTICAL, null,
                text("Less")))).standing()).isEqualTo(Standing.WITHIN);
    }

    @Test void an_appointment_that_ended_earlier_than_was_known_leaves_acts_outside() {
        Story story = VisionStory.adopted().then(OFFICE, "01-10", "02-03", new AppointmentEnded(MASH,
                new AppointmentId("appointment-mash.police"), day("01-13"), text("Moved")));
        Judged judged = first(story);
        assertThat(judged.standing()).isEqualTo(Standing.OUTSIDE);
        assertThat(judged.because()).contains("appointment-mash.police had its last day on 2013-01-13, as recorded on 2013-02-03");
        assertThat(first(VisionStory.adopted().then(OFFICE, "02-03", new AppointmentEnded(MASH,
                new AppointmentId("appointment-mash.police"), day("02-03"), text("Moved")))).standing()).isEqualTo(Standing.WITHIN);
    }

    @Test void a_mandate_found_void_taints_from_its_day_on_until_ratified() {
        Story story = VisionStory.adopted().then(CHAIR, "02-03", found(OF_POLICE, "01-20"));
        assertThat(first(story).standing()).isEqualTo(Standing.WITHIN);
        Entry second = entry(story, "decision.PositionRecorded", 3);
        Judged judged = new Authority(view(story)).of(second);
        assertThat(judged.standing()).isEqualTo(Standing.TAINTED);
        assertThat(judged.because()).isEqualTo("Done as representative of Police, under mandate-mash.police; mandate-mash.police"
                + " was found void from 2013-01-20 on, as recorded on 2013-02-03 (Opinion 3).");
        story.then(CHAIR, "02-10", ratified(OF_POLICE, Set.of(second.id())));
        Authority authority = new Authority(view(story));
        assertThat(authority.of(second).standing()).isEqualTo(Standing.RATIFIED);
        assertThat(authority.of(second).because()).endsWith("; ratified on 2013-02-10 by Minute 9.");
        assertThat(authority.of(second).heldOnEffectiveDay()).isFalse();
        assertThat(authority.of(entry(story, "decision.PositionChanged", 0)).standing()).isEqualTo(Standing.TAINTED);
        assertThat(authority.tainted(OF_POLICE).map(u -> authority.of(u).standing()))
                .containsExactly(Standing.RATIFIED, Standing.TAINTED);
    }

    @Test void ratified_in_one_go_covers_what_was_tainted_then_and_not_what_is_found_later() {
        Story story = VisionStory.adopted().then(CHAIR, "02-03", found(OF_POLICE, "01-20"))
            .then(CHAIR, "02-10", ratified(OF_POLICE, null)).then(CHAIR, "03-01", found(OF_POLICE, "01-11"));
        Authority authority = new Authority(view(story));
        assertThat(authority.tainted(OF_POLICE).map(u -> authority.of(u).standing()))
                .containsExactly(Standing.TAINTED, Standing.RATIFIED, Standing.RATIFIED);
    }

    @Test void the_taint_goes_down_to_what_was_delegated() {
        Story story = VisionStory.tabled()
            .then(PC, "01-12", new MandateGiven(MASH, UNDER, new PersonId("police"), POLICE, SCOPE, day("01-12"), null, null,
                OF_POLICE, null))
            .then(PC, "01-14", new org.concordat.api.decision.DecisionEvent.PositionRecorded(VISION, POLICE,
                new org.concordat.api.decision.Position.Agree(null), org.concordat.api.Hash.of(VisionStory.FIRST), List.of(), UNDER))
            .then(CHAIR, "02-03", found(OF_POLICE, "01-13"));
        Authority authority = new Authority(view(story));
        assertThat(authority.of(entry(story, "partnership.MandateGiven", 2)).standing()).isEqualTo(Standing.WITHIN);
        assertThat(first(story).standing()).isEqualTo(Standing.TAINTED);
        assertThat(authority.tainted(OF_POLICE)).hasSize(1);
        assertThat(view(story).partners().roll().mandates().holding(day("01-14")).map(m -> m.id())).doesNotContain(UNDER, OF_POLICE);
    }

    @Test void what_rests_on_a_tainted_act_is_followed_to_the_end() {
        Story story = MoneyStory.closed().then(CHAIR, "06-10", found(OF_POLICE, "01-11"));
        assertThat(new Authority(view(story)).resting(OF_POLICE).map(r -> r.thing() + ": " + r.sentence())).containsExactly(
                "decision-mash.vision: The vision closed as adopted on 2013-01-26, and the position of Police counted in it.",
                "document-mash.vision: Vision came into force by The vision.",
                "commitment-mash.room: A room was to pay for it.",
                "partnership-mash: Person police was proposed by The vision to lead at the strategic level.",
                "commitment-mash.staff: Night staff is bound by it: firm, 32500.50 GBP over all years.");
        Story other = MoneyStory.closed().then(CHAIR, "06-10", found(OF_SCC, "02-05"));
        assertThat(new Authority(view(other)).resting(OF_SCC).map(Resting::thing)).containsExactly("commitment-mash.room",
                "action-mash.leadership.A06", "document-mash.vision", "commitment-mash.room", "action-mash.leadership.A06",
                "document-mash.vision");
    }

    @Test void warrant_and_minutes_say_what_is_late_wrong_or_void() {
        Story story = VisionStory.adopted().then(CHAIR, "02-03", found(OF_POLICE, "01-20"))
            .then(CHAIR, "02-10", ratified(OF_POLICE, Set.of(EntryId.of(VISION.value(), 9))))
            .then(OFFICE, "02-11", new RecordCorrected(MASH, EntryId.of(VISION.value(), 2), text("Said by somebody else."), null))
            .then(OFFICE, "02-01", "02-12", new org.concordat.api.decision.DecisionEvent.ReviewDateSet(VISION, day("12-01")));
        PartnershipView view = view(story);
        Warrant warrant = new Warrant(Objects.requireNonNull(view.decisions().decision(VISION)), view);
        assertThat(warrant.marks()).containsExactly(
                "The position of Police of 2013-01-14 was marked on 2013-02-11 as recorded in error: Said by somebody else.",
                "The position of Police of 2013-01-21 rested on mandate-mash.police: that was found void from 2013-01-20 on"
                    + " (Opinion 3). It is tainted: nobody has ratified it.",
                "The position of Police of 2013-01-22 rested on mandate-mash.police: that was found void from 2013-01-20 on"
                    + " (Opinion 3). It was ratified on 2013-02-10 (Minute 9).",
                "The day of the review of 2013-02-01 was recorded on 2013-02-12.");
        assertThat(Minutes.of(warrant)).contains("\nMarked\n- The position of Police of 2013-01-14 was marked");
        PartnershipView plain = view(VisionStory.adopted());
        assertThat(new Warrant(Objects.requireNonNull(plain.decisions().decision(VISION)), plain).marks()).isEmpty();
    }
}
