package org.concordat.command.partnership;

import static org.concordat.api.partnership.AppointmentKind.AUDITOR;
import static org.concordat.api.partnership.AppointmentKind.CHAIR;
import static org.concordat.api.partnership.AppointmentKind.PROGRAMME_OFFICE;
import static org.concordat.api.partnership.AppointmentKind.REPRESENTATIVE;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.partnership.Appointment;
import org.concordat.api.partnership.PartnershipCommand.Appoint;
import org.concordat.api.partnership.PartnershipCommand.EndAppointment;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.concordat.api.partnership.PartnershipEvent.AppointmentEnded;
import org.concordat.api.partnership.PartnershipRejection.*;
import org.concordat.api.partnership.Roll;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;

/** Who may be appointed to what, and when that ends. */
record Appointments(Roll roll) {

    List<PartnershipEvent> appoint(Appoint c, Act act) {
        Appointment made = new Appointment(c.appointment(), c.person(), c.kind(), c.partner(), c.board(), c.from(), c.to());
        refuseMisfit(made);
        LocalDate last = c.to();
        if (last != null && last.isBefore(c.from())) throw new Rejected(new EndsBeforeItBegins(c.from(), last));
        Rejected.when(c.from().isBefore(act.effectiveOn()), new BeginsBeforeTheAct(c.from(), act.effectiveOn()));
        roll.appointments().values().stream().filter(a -> a.person().equals(c.person()) && a.overlaps(made))
                .forEach(other -> refuseClash(made, other));
        return List.of(new Appointed(c.partnershipId(), c.appointment(), c.person(), c.kind(), c.partner(), c.board(),
                c.from(), c.to()));
    }

    private void refuseMisfit(Appointment made) {
        boolean speaks = made.kind() == REPRESENTATIVE;
        Rejected.when(speaks && made.partner() == null, new AppointmentMisfit(made.kind(), "speaks for a partner: name it"));
        Rejected.when(!speaks && made.partner() != null,
                new AppointmentMisfit(made.kind(), "speaks for no partner: leave it out"));
        Rejected.when(made.kind() != CHAIR && made.board() != null,
                new AppointmentMisfit(made.kind(), "has no board: leave it out"));
        Rejected.when(made.partner() != null && !roll.partnersOn(made.from()).contains(made.partner()),
                () -> new NotFound(String.valueOf(made.partner())));
        Rejected.when(made.board() != null && !roll.boards().contains(made.board()),
                () -> new NotFound(String.valueOf(made.board())));
    }

    private static void refuseClash(Appointment made, Appointment other) {
        Rejected.when((made.kind() == AUDITOR) != (other.kind() == AUDITOR), new AuditorStandsApart(other.id()));
        Rejected.when(made.kind() == other.kind() && Objects.equals(made.partner(), other.partner())
                && Objects.equals(made.board(), other.board()), new AlreadyAppointed(other.id()));
        Rejected.when(made.kind() == REPRESENTATIVE && other.kind() == REPRESENTATIVE,
                () -> new SpeaksForAnother(made.person(), Objects.requireNonNull(other.partner())));
    }

    List<PartnershipEvent> end(EndAppointment c, Act act) {
        Appointment held = roll.appointments().get(c.appointment());
        if (held == null) throw new Rejected(new NotFound(c.appointment().value()));
        Rejected.when(c.on().isBefore(held.from()), new EndsBeforeItBegins(held.from(), c.on()));
        Rejected.when(c.on().isBefore(act.effectiveOn()), new BeginsBeforeTheAct(c.on(), act.effectiveOn()));
        LocalDate last = held.to();
        if (last != null && !c.on().isBefore(last)) throw new Rejected(new AppointmentOver(held.id(), last));
        Rejected.when(held.kind() == PROGRAMME_OFFICE && nobodyKeepsThePlanAfter(held.endingOn(c.on()), c.on()),
                new LastProgrammeOffice(held.id()));
        return List.of(new AppointmentEnded(c.partnershipId(), c.appointment(), c.on(), c.reason()));
    }

    private boolean nobodyKeepsThePlanAfter(Appointment ended, LocalDate day) {
        return roll.appointments().values().stream()
                .noneMatch(a -> a.kind() == PROGRAMME_OFFICE && !a.id().equals(ended.id()) && a.heldOn(day.plusDays(1)));
    }
}
