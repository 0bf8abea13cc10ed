package org.concordat.command.partnership;

import static org.concordat.api.partnership.AppointmentKind.AUDITOR;
import static org.concordat.api.partnership.AppointmentKind.CHAIR;
import static org.concordat.api.partnership.AppointmentKind.PROGRAMME_OFFICE;
import static org.concordat.api.partnership.AppointmentKind.REPRESENTATIVE;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.concordat.api.CommonRejection.Malformed;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.EntryId;
import org.concordat.api.Ids;
import org.concordat.api.Rejection;
import org.concordat.api.importing.ImportCommand.BeginImport;
import org.concordat.api.importing.ImportCommand.CompleteImport;
import org.concordat.api.partnership.Appointment;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.PartnershipCommand.*;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.PartnershipRejection.*;
import org.concordat.api.partnership.Roll;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.jspecify.annotations.Nullable;

/** Every rule of a partnership. No clock, no Spring, no I/O. */
record Partnership(@Nullable PartnershipId id, LocalDate since, Roll roll, Set<EntryId> corrected,
                   @Nullable String importOf, boolean imported) {

    static final Partnership NONE = new Partnership(null, LocalDate.MIN, Roll.NONE, Set.of(), null, false);

    List<PartnershipEvent> establish(EstablishPartnership c, Act act) {
        refuseIf(id != null, new AlreadyEstablished(c.partnershipId()));
        refuseIf(c.planEnd().isBefore(act.effectiveOn()), new PlanEndsBeforeItBegins(c.planEnd(), act.effectiveOn()));
        AppointmentId first = new AppointmentId("appointment-" + c.partnershipId().key() + ".programme-office");
        return List.of(new PartnershipEstablished(c.partnershipId(), c.name(), c.timeZone(), c.planEnd(), first,
                c.programmeOffice()));
    }

    List<PartnershipEvent> admit(AdmitPartner c, Act act) {
        newId(c.partner().value(), roll.partners().containsKey(c.partner()), act);
        return List.of(new PartnerAdmitted(c.partnershipId(), c.partner(), c.name()));
    }

    List<PartnershipEvent> registerBoard(RegisterBoard c, Act act) {
        newId(c.board().value(), roll.boards().contains(c.board()), act);
        return List.of(new BoardRegistered(c.partnershipId(), c.board(), c.name(), c.level()));
    }

    List<PartnershipEvent> registerFinding(RegisterFinding c, Act act) {
        newId(c.finding().value(), roll.findings().contains(c.finding()), act);
        return List.of(new FindingRegistered(c.partnershipId(), c.finding(), c.lens(), c.text(), c.held()));
    }

    List<PartnershipEvent> appoint(Appoint c, Act act) {
        newId(c.appointment().value(), roll.appointments().containsKey(c.appointment()), act);
        Appointment made = new Appointment(c.appointment(), c.person(), c.kind(), c.partner(), c.board(), c.from(), c.to());
        refuseMisfit(made);
        LocalDate last = c.to();
        if (last != null && last.isBefore(c.from())) throw new Rejected(new EndsBeforeItBegins(c.from(), last));
        refuseIf(c.from().isBefore(act.effectiveOn()), new BeginsBeforeTheAct(c.from(), act.effectiveOn()));
        roll.appointments().values().stream().filter(a -> a.person().equals(c.person()) && a.overlaps(made))
                .forEach(other -> refuseClash(made, other));
        return List.of(new Appointed(c.partnershipId(), c.appointment(), c.person(), c.kind(), c.partner(), c.board(), c.from(),
                c.to()));
    }

    private void refuseMisfit(Appointment made) {
        boolean speaks = made.kind() == REPRESENTATIVE;
        refuseIf(speaks && made.partner() == null, new AppointmentMisfit(made.kind(), "speaks for a partner: name it"));
        refuseIf(!speaks && made.partner() != null, new AppointmentMisfit(made.kind(), "speaks for no partner: leave it out"));
        refuseIf(made.kind() != CHAIR && made.board() != null, new AppointmentMisfit(made.kind(), "has no board: leave it out"));
        refuseIf(made.partner() != null && !roll.partnersOn(made.from()).contains(made.partner()),
                () -> new NotFound(String.valueOf(made.partner())));
        refuseIf(made.board() != null && !roll.boards().contains(made.board()), () -> new NotFound(String.valueOf(made.board())));
    }

    private static void refuseClash(Appointment made, Appointment other) {
        refuseIf((made.kind() == AUDITOR) != (other.kind() == AUDITOR), new AuditorStandsApart(other.id()));
        refuseIf(made.kind() == other.kind() && Objects.equals(made.partner(), other.partner())
                && Objects.equals(made.board(), other.board()), new AlreadyAppointed(other.id()));
        refuseIf(made.kind() == REPRESENTATIVE && other.kind() == REPRESENTATIVE,
                () -> new SpeaksForAnother(made.person(), Objects.requireNonNull(other.partner())));
    }

    List<PartnershipEvent> endAppointment(EndAppointment c, Act act) {
        Appointment held = roll.appointments().get(c.appointment());
        if (held == null) throw new Rejected(new NotFound(c.appointment().value()));
        act.notBefore(since);
        refuseIf(c.on().isBefore(held.from()), new EndsBeforeItBegins(held.from(), c.on()));
        refuseIf(c.on().isBefore(act.effectiveOn()), new BeginsBeforeTheAct(c.on(), act.effectiveOn()));
        LocalDate last = held.to();
        if (last != null && !c.on().isBefore(last)) throw new Rejected(new AppointmentOver(held.id(), last));
        refuseIf(held.kind() == PROGRAMME_OFFICE && nobodyKeepsThePlanAfter(held.endingOn(c.on()), c.on()),
                new LastProgrammeOffice(held.id()));
        return List.of(new AppointmentEnded(c.partnershipId(), c.appointment(), c.on(), c.reason()));
    }

    private boolean nobodyKeepsThePlanAfter(Appointment ended, LocalDate day) {
        return roll.appointments().values().stream()
                .noneMatch(a -> a.kind() == PROGRAMME_OFFICE && !a.id().equals(ended.id()) && a.heldOn(day.plusDays(1)));
    }

    List<PartnershipEvent> correct(CorrectRecord c, Act act, Function<EntryId, Optional<LocalDate>> recorded) {
        act.notBefore(effectiveDay(c.entry(), recorded));
        if (c.putRightBy() != null) effectiveDay(c.putRightBy(), recorded);
        refuseIf(c.entry().equals(c.putRightBy()), new Malformed("putRightBy", "is the entry that is to be put right"));
        refuseIf(corrected.contains(c.entry()), new AlreadyCorrected(c.entry()));
        return List.of(new RecordCorrected(c.partnershipId(), c.entry(), c.reason(), c.putRightBy()));
    }

    private LocalDate effectiveDay(EntryId entry, Function<EntryId, Optional<LocalDate>> recorded) {
        return Optional.of(entry).filter(e -> Ids.partnershipOf(e.subject()).equals(id)).flatMap(recorded)
                .orElseThrow(() -> new Rejected(new NotFound(entry.value())));
    }

    List<PartnershipEvent> beginImport(BeginImport c, Act act) {
        act.notBefore(since);
        if (importOf != null) throw new Rejected(new PlanAlreadyImported(importOf));
        return List.of(new ImportBegun(c.partnershipId(), c.fileHash(), c.commands(), c.effectiveDayAssumed()));
    }

    List<PartnershipEvent> completeImport(CompleteImport c, Act act) {
        act.notBefore(since);
        refuseIf(imported || !c.fileHash().equals(importOf), new ImportNotBegun(c.fileHash()));
        return List.of(new PlanImported(c.partnershipId(), c.fileHash()));
    }

    Partnership after(PartnershipEvent event, LocalDate effectiveOn) {
        Roll next = roll.after(event, effectiveOn);
        return switch (event) {
            case PartnershipEstablished e -> new Partnership(e.partnershipId(), effectiveOn, next, corrected, importOf, imported);
            case RecordCorrected e -> {
                Set<EntryId> marked = new HashSet<>(corrected);
                marked.add(e.entry());
                yield new Partnership(id, since, next, marked, importOf, imported);
            }
            case ImportBegun e -> new Partnership(id, since, next, corrected, e.fileHash(), false);
            case PlanImported e -> new Partnership(id, since, next, corrected, e.fileHash(), true);
            case PartnerAdmitted _, Appointed _, AppointmentEnded _, BoardRegistered _, FindingRegistered _, MandateGiven _,
                    MandateVaried _, MandateRevoked _, PartnershipLeadProposed _, PartnershipLeadAccepted _ ->
                    new Partnership(id, since, next, corrected, importOf, imported);
        };
    }

    private void newId(String made, boolean taken, Act act) {
        act.notBefore(since);
        refuseIf(!Ids.partnershipOf(made).equals(id), new NotFound(made));
        refuseIf(taken, new AlreadyRegistered(made));
    }

    private static void refuseIf(boolean refused, Rejection why) {
        if (refused) throw new Rejected(why);
    }

    private static void refuseIf(boolean refused, Supplier<Rejection> why) {
        if (refused) throw new Rejected(why.get());
    }
}
