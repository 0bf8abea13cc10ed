package org.concordat.command.partnership;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.concordat.api.CommonRejection.Malformed;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.EntryId;
import org.concordat.api.Ids;
import org.concordat.api.TimeZones;
import org.concordat.api.commitment.FinanceYears;
import org.concordat.api.decision.DueCommand.GiveDecidedMandate;
import org.concordat.api.decision.DueCommand.ProposeDecidedLead;
import org.concordat.api.importing.ImportCommand.BeginImport;
import org.concordat.api.importing.ImportCommand.CompleteImport;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipCommand.*;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.partnership.PartnershipLeads;
import org.concordat.api.partnership.PartnershipLeads.Term;
import org.concordat.api.partnership.PartnershipRejection.*;
import org.concordat.api.partnership.Roll;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.concordat.command.act.Desk;
import org.concordat.command.act.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a partnership; those of appointments and mandates are in {@link Appointments} and {@link Delegation}.
 * No clock, no Spring, no I/O.
 */
record Partnership(@Nullable PartnershipId id, LocalDate since, Roll roll, Set<EntryId> corrected, Set<EntryId> disposedOf,
                   @Nullable String importOf, boolean imported) {

    static final Partnership NONE = new Partnership(null, LocalDate.MIN, Roll.NONE, Set.of(), Set.of(), null, false);

    List<PartnershipEvent> establish(EstablishPartnership c, Act act) {
        Rejected.when(id != null, new AlreadyEstablished(c.partnershipId()));
        Rejected.when(!TimeZones.isRegion(c.timeZone()), new Malformed("timeZone", TimeZones.NEEDED));
        Rejected.when(c.planEnd().isBefore(act.effectiveOn()), new PlanEndsBeforeItBegins(c.planEnd(), act.effectiveOn()));
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
        return new Appointments(roll).appoint(c, act);
    }

    List<PartnershipEvent> endAppointment(EndAppointment c, Act act) {
        act.notBefore(since);
        return new Appointments(roll).end(c, act);
    }

    List<PartnershipEvent> give(GiveMandate c, Act act) {
        newMandate(c.mandate(), act);
        return new Delegation(roll).give(c, act);
    }

    List<PartnershipEvent> vary(VaryMandate c, Act act) {
        return new Delegation(roll).vary(c, act);
    }

    List<PartnershipEvent> revoke(RevokeMandate c, Act act) {
        return new Delegation(roll).revoke(c, act);
    }

    List<PartnershipEvent> findVoid(FindMandateVoid c, Act act) {
        return new Voiding(roll).find(c, act);
    }

    List<PartnershipEvent> ratify(RatifyActs c, Act act, Desk desk) {
        return new Voiding(roll).ratify(c, act, desk);
    }

    List<PartnershipEvent> mark(MarkContent c, Act act, Desk desk) {
        act.notBefore(since);
        return new Restricting(roll).mark(c, (thing, kind) -> desk.history(thing, kind));
    }

    List<PartnershipEvent> delegate(DelegateMandate c, Act act) {
        newMandate(c.mandate(), act);
        return new Delegation(roll).delegate(c, act);
    }

    List<PartnershipEvent> give(GiveDecidedMandate c, Act act) {
        newMandate(c.mandate(), act);
        return new Delegation(roll).give(c, act);
    }

    List<PartnershipEvent> propose(ProposeDecidedLead c, Act act) {
        act.notBefore(since);
        Rejected.when(c.to().isBefore(c.from()), new EndsBeforeItBegins(c.from(), c.to()));
        Rejected.when(roll.leads().proposed(c.decision(), c.person(), c.level()),
                new AlreadyProposed(c.level(), c.decision()));
        return List.of(new PartnershipLeadProposed(c.partnershipId(), c.level(), c.person(), c.from(), c.to(),
                c.decision()));
    }

    List<PartnershipEvent> accept(AcceptPartnershipLead c, Act act) {
        PartnershipLeads.Proposed proposed = roll.leads().waiting(act.person(), c.level(), act.effectiveOn())
                .orElseThrow(() -> new Rejected(new NotProposed(c.level())));
        act.notBefore(proposed.on());
        Term term = proposed.term();
        // Nobody leads before accepting: a term accepted late begins late.
        LocalDate from = term.from().isBefore(act.effectiveOn()) ? act.effectiveOn() : term.from();
        roll.leads().ledIn(c.level(), from, term.to())
                .ifPresent(led -> { throw new Rejected(new LevelLed(c.level(), led.to())); });
        return List.of(new PartnershipLeadAccepted(c.partnershipId(), c.level(), act.person(), from, term.to()));
    }

    List<PartnershipEvent> agree(AgreeFinanceYears c, Act act) {
        act.notBefore(since);
        Rejected.when(roll.financeYears().equals(FinanceYears.of(c.first(), c.atLeast())), new SameFinanceYears(c.partnershipId()));
        return List.of(new FinanceYearsAgreed(c.partnershipId(), c.first(), c.atLeast(), c.reference()));
    }

    List<PartnershipEvent> register(RegisterWitnessKey c, Act act) {
        act.notBefore(since);
        Rejected.when(roll.witnesses().know(c.key()), new WitnessKeyTaken(c.key()));
        return List.of(new WitnessKeyRegistered(c.partnershipId(), Objects.requireNonNull(act.partner()), c.key()));
    }

    List<PartnershipEvent> withdraw(WithdrawWitnessKey c, Act act) {
        act.notBefore(since);
        PartnerId partner = Optional.ofNullable(roll.witnesses().all().get(c.key()))
                .orElseThrow(() -> new Rejected(new NotFound("key " + c.key())));
        Rejected.when(!partner.equals(act.partner()), new NotYourWitnessKey(c.key(), partner));
        Rejected.when(roll.witnesses().withdrawn().contains(c.key()), new WitnessKeyAlreadyWithdrawn(c.key()));
        return List.of(new WitnessKeyWithdrawn(c.partnershipId(), partner, c.key()));
    }

    private void newMandate(MandateId mandate, Act act) {
        newId(mandate.value(), roll.mandates().all().containsKey(mandate), act);
    }

    List<PartnershipEvent> correct(CorrectRecord c, Act act, Function<EntryId, Optional<LocalDate>> recorded) {
        act.notBefore(own(c.entry(), recorded));
        if (c.putRightBy() != null) own(c.putRightBy(), recorded);
        Rejected.when(c.entry().equals(c.putRightBy()), new Malformed("putRightBy", "is the entry that is to be put right"));
        Rejected.when(corrected.contains(c.entry()), new AlreadyCorrected(c.entry()));
        return List.of(new RecordCorrected(c.partnershipId(), c.entry(), c.reason(), c.putRightBy()));
    }

    List<PartnershipEvent> dispose(DisposeOfPayload c, Act act, Function<EntryId, Optional<Payload>> recorded) {
        Payload payload = own(c.entry(), recorded);
        act.notBefore(payload.on());
        Rejected.when(payload.gone() || disposedOf.contains(c.entry()), new AlreadyDisposedOf(c.entry()));
        String stays = payload.stays();
        if (stays != null) throw new Rejected(new PayloadStays(c.entry(), stays));
        return List.of(new PayloadDisposedOf(c.partnershipId(), c.entry(), c.reason(), payload.remains()));
    }

    private <T> T own(EntryId entry, Function<EntryId, Optional<T>> recorded) {
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
        Rejected.when(imported || !c.fileHash().equals(importOf), new ImportNotBegun(c.fileHash()));
        return List.of(new PlanImported(c.partnershipId(), c.fileHash()));
    }

    Partnership after(PartnershipEvent event, LocalDate effectiveOn) {
        Roll next = roll.after(event, effectiveOn);
        return switch (event) {
            case PartnershipEstablished e ->
                    new Partnership(e.partnershipId(), effectiveOn, next, corrected, disposedOf, importOf, imported);
            case RecordCorrected e ->
                    new Partnership(id, since, next, with(corrected, e.entry()), disposedOf, importOf, imported);
            case PayloadDisposedOf e ->
                    new Partnership(id, since, next, corrected, with(disposedOf, e.entry()), importOf, imported);
            case ImportBegun e -> new Partnership(id, since, next, corrected, disposedOf, e.fileHash(), false);
            case PlanImported e -> new Partnership(id, since, next, corrected, disposedOf, e.fileHash(), true);
            case PartnerAdmitted _, Appointed _, AppointmentEnded _, BoardRegistered _, FindingRegistered _, MandateGiven _,
                 MandateVaried _, MandateRevoked _, MandateFoundVoid _, ActsRatified _, PartnershipLeadProposed _, PartnershipLeadAccepted _,
                 FinanceYearsAgreed _, WitnessKeyRegistered _, WitnessKeyWithdrawn _, ContentMarked _ ->
                    new Partnership(id, since, next, corrected, disposedOf, importOf, imported);
        };
    }

    private static Set<EntryId> with(Set<EntryId> entries, EntryId one) {
        Set<EntryId> more = new HashSet<>(entries);
        more.add(one);
        return more;
    }

    private void newId(String made, boolean taken, Act act) {
        act.notBefore(since);
        Rejected.when(!Ids.partnershipOf(made).equals(id), new NotFound(made));
        Rejected.when(taken, new AlreadyRegistered(made));
    }
}
