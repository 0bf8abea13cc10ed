package org.concordat.command.partnership;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.concordat.command.Hub.*;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.concordat.api.CommonRejection.*;
import org.concordat.api.EntryId;
import org.concordat.api.PersonId;
import org.concordat.api.TimeZones;
import org.concordat.api.commitment.FinanceYear;
import org.concordat.api.importing.ImportCommand.*;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.Held;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipCommand.*;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.concordat.api.partnership.PartnershipRejection.*;
import org.concordat.api.partnership.SevenS;
import org.concordat.api.partnership.WitnessKey;
import org.junit.jupiter.api.Test;

class PartnershipTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate PLAN_END = LocalDate.parse("2013-09-30");
    private static final LocalDate APRIL = LocalDate.parse("2013-04-01");
    private static final AppointmentId NEW = new AppointmentId("appointment-mash.new");
    private static final AppointmentId FIRST_OFFICE = new AppointmentId("appointment-mash.programme-office");
    private static final WitnessKey KEY =
            new WitnessKey("police.example/concordat+b1ddb196+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f");
    /** The same key under another name. */
    private static final WitnessKey SAME_KEY =
            new WitnessKey("scc.example/concordat+588e52b6+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f");
    private static final String HASH = "ab".repeat(32);

    private final AggregateTestFixture<PartnershipAggregate> fixture = fixture(PartnershipAggregate.class);

    private TestExecutor<PartnershipAggregate> hub(Object... more) {
        List<Object> facts = new ArrayList<>(FOUNDING);
        facts.addAll(List.of(more));
        return fixture.given(on(START, facts));
    }

    private static Appoint appoint(String person, AppointmentKind kind, PartnerId partner, BoardId board) {
        return new Appoint(MASH, NEW, new PersonId(person), kind, partner, board, TODAY, null);
    }

    private static EstablishPartnership establish(LocalDate planEnd) {
        return new EstablishPartnership(MASH, text("MASH"), LONDON, planEnd, new PersonId(OFFICE));
    }

    @Test void a_founder_establishes_with_the_first_programme_office() {
        fixture.givenNoPriorActivity().when(establish(PLAN_END), by("founder")).expectEvents(FOUNDING.getFirst());
    }

    @Test void only_a_founder_establishes() {
        fixture(PartnershipAggregate.class, _ -> new org.concordat.command.act.Rolls.Read(org.concordat.api.partnership.Roll.NONE, 0))
                .givenNoPriorActivity().when(establish(PLAN_END), by("police"))
                .expectNoEvents().expectExceptionDetails(new NotAuthorised("EstablishPartnership", Set.of()));
    }

    @Test void its_days_are_those_of_a_region() {
        for (String offset : List.of("+01:00", "Z", "UTC+1", "GMT", "Etc/GMT-1", "GMT+01:00")) {
            fixture.givenNoPriorActivity().when(new EstablishPartnership(MASH, text("MASH"), ZoneId.of(offset), PLAN_END,
                    new PersonId(OFFICE)), by("founder")).expectNoEvents()
                    .expectExceptionDetails(new Malformed("timeZone", TimeZones.NEEDED));
        }
    }

    @Test void a_partnership_is_established_once() {
        refuses(hub(), establish(PLAN_END), "founder", new AlreadyEstablished(MASH));
    }

    @Test void a_plan_does_not_end_before_it_begins() {
        refuses(fixture.givenNoPriorActivity(), establish(LocalDate.parse("2013-01-01")), "founder",
                new PlanEndsBeforeItBegins(LocalDate.parse("2013-01-01"), TODAY));
    }

    @Test void a_partner_is_admitted() {
        PartnerId care = new PartnerId("partner-mash.social-care");
        hub().when(new AdmitPartner(MASH, care, text("Social Care")), by(OFFICE))
                .expectEvents(new PartnerAdmitted(MASH, care, text("Social Care")));
    }

    @Test void a_partner_is_admitted_once() {
        refuses(hub(), new AdmitPartner(MASH, POLICE, text("Police")), OFFICE, new AlreadyRegistered(POLICE.value()));
    }

    @Test void an_id_of_another_partnership_is_not_found() {
        PartnerId other = new PartnerId("partner-other.police");
        refuses(hub(), new AdmitPartner(MASH, other, text("Police")), OFFICE, new NotFound(other.value()));
    }

    @Test void a_board_is_registered_once() {
        refuses(hub(), new RegisterBoard(MASH, SSCB, text("SSCB"), null), OFFICE, new AlreadyRegistered(SSCB.value()));
    }

    @Test void a_board_is_registered() {
        BoardId group = new BoardId("board-mash.strategic");
        hub().when(new RegisterBoard(MASH, group, text("Strategic Leadership Group"), null), by(OFFICE))
                .expectEvents(new BoardRegistered(MASH, group, text("Strategic Leadership Group"), null));
    }

    @Test void a_finding_is_registered() {
        FindingId finding = new FindingId("finding-mash.9a");
        hub().when(new RegisterFinding(MASH, finding, SevenS.STRUCTURE, text("All should follow through."), Held.MAJORITY), by(OFFICE))
                .expectEvents(new FindingRegistered(MASH, finding, SevenS.STRUCTURE, text("All should follow through."), Held.MAJORITY));
    }

    @Test void a_finding_is_registered_once() {
        refuses(hub(), new RegisterFinding(MASH, F8D, SevenS.STYLE, text("x"), Held.ALL), OFFICE, new AlreadyRegistered(F8D.value()));
    }

    @Test void a_representative_is_appointed() {
        hub().when(appoint("newcomer", AppointmentKind.REPRESENTATIVE, POLICE, null), by(OFFICE)).expectEvents(
                new Appointed(MASH, NEW, new PersonId("newcomer"), AppointmentKind.REPRESENTATIVE, POLICE, null, TODAY, null));
    }

    @Test void a_representative_speaks_for_a_partner() {
        refuses(hub(), appoint("newcomer", AppointmentKind.REPRESENTATIVE, null, null), OFFICE,
                new AppointmentMisfit(AppointmentKind.REPRESENTATIVE, "speaks for a partner: name it"));
    }

    @Test void a_chair_speaks_for_no_partner() {
        refuses(hub(), appoint("newcomer", AppointmentKind.CHAIR, POLICE, null), OFFICE,
                new AppointmentMisfit(AppointmentKind.CHAIR, "speaks for no partner: leave it out"));
    }

    @Test void an_auditor_has_no_board() {
        refuses(hub(), appoint("newcomer", AppointmentKind.AUDITOR, null, SSCB), OFFICE,
                new AppointmentMisfit(AppointmentKind.AUDITOR, "has no board: leave it out"));
    }

    @Test void a_person_speaks_for_one_partner_at_a_time() {
        refuses(hub(), appoint("scc", AppointmentKind.REPRESENTATIVE, POLICE, null), OFFICE,
                new SpeaksForAnother(new PersonId("scc"), SCC));
    }

    @Test void nobody_holds_the_same_appointment_twice() {
        refuses(hub(), appoint("scc", AppointmentKind.REPRESENTATIVE, SCC, null), OFFICE,
                new AlreadyAppointed(new AppointmentId("appointment-mash.scc")));
    }

    @Test void an_auditor_holds_no_other_appointment() {
        refuses(hub(), appoint("auditor", AppointmentKind.CHAIR, null, null), OFFICE,
                new AuditorStandsApart(new AppointmentId("appointment-mash.auditor")));
    }

    @Test void authority_is_not_given_backwards() {
        refuses(hub(), new Appoint(MASH, NEW, new PersonId("newcomer"), AppointmentKind.CHAIR, null, null, APRIL, null), OFFICE,
                new BeginsBeforeTheAct(APRIL, TODAY));
    }

    @Test void an_appointment_ends_after_it_begins() {
        refuses(hub(), new Appoint(MASH, NEW, new PersonId("newcomer"), AppointmentKind.CHAIR, null, null, TODAY, APRIL), OFFICE,
                new EndsBeforeItBegins(TODAY, APRIL));
    }

    @Test void an_appointment_ends_on_its_last_day() {
        AppointmentId police = new AppointmentId("appointment-mash.police");
        hub().when(new EndAppointment(MASH, police, TODAY, text("Moved on")), by(OFFICE))
                .expectEvents(new AppointmentEnded(MASH, police, TODAY, text("Moved on")));
    }

    @Test void an_appointment_that_is_over_is_not_ended_later() {
        AppointmentId police = new AppointmentId("appointment-mash.police");
        refuses(hub(new AppointmentEnded(MASH, police, APRIL, text("x"))), new EndAppointment(MASH, police, TODAY, text("y")), OFFICE,
                new AppointmentOver(police, APRIL));
    }

    @Test void an_appointment_that_is_not_there_is_not_found() {
        refuses(hub(), new EndAppointment(MASH, NEW, TODAY, text("y")), OFFICE, new NotFound(NEW.value()));
    }

    @Test void the_last_programme_office_stays() {
        refuses(hub(), new EndAppointment(MASH, FIRST_OFFICE, TODAY, text("Leaves")), OFFICE, new LastProgrammeOffice(FIRST_OFFICE));
    }

    @Test void finance_years_are_agreed_once_and_are_the_plans_until_then() {
        FinanceYear january = new FinanceYear(LocalDate.parse("2013-01-01"));
        FinanceYearsAgreed agreed = new FinanceYearsAgreed(MASH, january, 5, text("Minute 4"));
        hub().when(new AgreeFinanceYears(MASH, january, 5, text("Minute 4")), by(OFFICE)).expectEvents(agreed);
        refuses(hub(agreed), new AgreeFinanceYears(MASH, january, 5, text("x")), OFFICE, new SameFinanceYears(MASH));
        refuses(hub(), new AgreeFinanceYears(MASH, FinanceYear.of(2020), 3, text("x")), OFFICE, new SameFinanceYears(MASH));
    }

    @Test void a_witness_key_is_one_partners_for_ever() {
        WitnessKeyRegistered registered = new WitnessKeyRegistered(MASH, POLICE, KEY);
        hub().when(new RegisterWitnessKey(MASH, KEY), by("police")).expectEvents(registered);
        refuses(hub(registered), new RegisterWitnessKey(MASH, KEY), "police", new WitnessKeyTaken(KEY));
        refuses(hub(registered), new RegisterWitnessKey(MASH, SAME_KEY), "scc", new WitnessKeyTaken(SAME_KEY));
    }

    @Test void a_partner_withdraws_its_own_witness_key_once_and_it_never_comes_back() {
        WitnessKeyRegistered registered = new WitnessKeyRegistered(MASH, POLICE, KEY);
        WitnessKeyWithdrawn withdrawn = new WitnessKeyWithdrawn(MASH, POLICE, KEY);
        WithdrawWitnessKey withdraw = new WithdrawWitnessKey(MASH, KEY);
        hub(registered).when(withdraw, by("police")).expectEvents(withdrawn);
        refuses(hub(), withdraw, "police", new NotFound("key " + KEY));
        refuses(hub(registered), new WithdrawWitnessKey(MASH, SAME_KEY), "police", new NotFound("key " + SAME_KEY));
        refuses(hub(registered), withdraw, "scc", new NotYourWitnessKey(KEY, POLICE));
        refuses(hub(registered, withdrawn), withdraw, "police", new WitnessKeyAlreadyWithdrawn(KEY));
        refuses(hub(registered, withdrawn), new RegisterWitnessKey(MASH, KEY), "police", new WitnessKeyTaken(KEY));
        refuses(hub(registered, withdrawn), new RegisterWitnessKey(MASH, SAME_KEY), "scc", new WitnessKeyTaken(SAME_KEY));
    }

    @Test void what_is_no_cosigners_key_is_no_witness_key() {
        for (String wrong : List.of("", "police", KEY.value() + " ", KEY.value().replace("+b1ddb196+", "+b1ddb197+"),
                KEY.value().replace("+BA", "+BQ"), KEY.value().replace("police.", "Police."))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new WitnessKey(wrong));
        }
    }

    @Test void an_entry_is_marked_as_recorded_in_error() {
        EntryId wrong = EntryId.of(MASH.value(), 2);
        hub().when(new CorrectRecord(MASH, wrong, text("Wrong partner"), null), by("secretary"))
                .expectEvents(new RecordCorrected(MASH, wrong, text("Wrong partner"), null));
    }

    @Test void an_entry_is_marked_once() {
        EntryId wrong = EntryId.of(MASH.value(), 2);
        refuses(hub(new RecordCorrected(MASH, wrong, text("x"), null)), new CorrectRecord(MASH, wrong, text("y"), null), "secretary",
                new AlreadyCorrected(wrong));
    }

    @Test void an_entry_that_is_not_there_is_not_found() {
        EntryId none = EntryId.of(MASH.value(), 99);
        refuses(hub(), new CorrectRecord(MASH, none, text("y"), null), "secretary", new NotFound(none.value()));
    }

    @Test void an_entry_does_not_put_itself_right() {
        EntryId wrong = EntryId.of(MASH.value(), 2);
        refuses(hub(), new CorrectRecord(MASH, wrong, text("y"), wrong), "secretary",
                new Malformed("putRightBy", "is the entry that is to be put right"));
    }

    @Test void a_plan_is_imported_once() {
        refuses(hub(new ImportBegun(MASH, HASH, 3, true)), new BeginImport(MASH, "cd".repeat(32), 3, true), OFFICE,
                new PlanAlreadyImported(HASH));
    }

    @Test void an_import_that_was_begun_is_completed() {
        hub(new ImportBegun(MASH, HASH, 3, true)).when(new CompleteImport(MASH, HASH), by(OFFICE))
                .expectEvents(new PlanImported(MASH, HASH));
    }

    @Test void an_import_that_was_not_begun_is_not_completed() {
        refuses(hub(), new CompleteImport(MASH, HASH), OFFICE, new ImportNotBegun(HASH));
    }

    @Test void nothing_is_effective_before_the_partnership_is() {
        hub().when(new AdmitPartner(MASH, new PartnerId("partner-mash.fire"), text("Fire")), by(OFFICE, START.minusDays(1)))
                .expectNoEvents().expectExceptionDetails(new NotAuthorised("AdmitPartner", Set.of(AppointmentKind.PROGRAMME_OFFICE)));
    }
}
