package org.concordat.query.partnership;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.api.EntryId;
import org.concordat.api.Text;
import org.concordat.api.partnership.AppointmentId;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.BoardId;
import org.concordat.api.partnership.FindingId;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.ActsRatified;
import org.concordat.api.partnership.PartnershipEvent.Appointed;
import org.concordat.api.partnership.PartnershipEvent.AppointmentEnded;
import org.concordat.api.partnership.PartnershipEvent.BoardRegistered;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.api.partnership.PartnershipEvent.FinanceYearsAgreed;
import org.concordat.api.partnership.PartnershipEvent.FindingRegistered;
import org.concordat.api.partnership.PartnershipEvent.ImportBegun;
import org.concordat.api.partnership.PartnershipEvent.MandateFoundVoid;
import org.concordat.api.partnership.PartnershipEvent.MandateGiven;
import org.concordat.api.partnership.PartnershipEvent.MandateRevoked;
import org.concordat.api.partnership.PartnershipEvent.MandateVaried;
import org.concordat.api.partnership.PartnershipEvent.PartnerAdmitted;
import org.concordat.api.partnership.PartnershipEvent.PartnershipEstablished;
import org.concordat.api.partnership.PartnershipEvent.PartnershipLeadAccepted;
import org.concordat.api.partnership.PartnershipEvent.PartnershipLeadProposed;
import org.concordat.api.partnership.PartnershipEvent.PayloadDisposedOf;
import org.concordat.api.partnership.PartnershipEvent.PlanImported;
import org.concordat.api.partnership.PartnershipEvent.RecordCorrected;
import org.concordat.api.partnership.PartnershipEvent.WitnessKeyRegistered;
import org.concordat.api.partnership.PartnershipEvent.WitnessKeyWithdrawn;
import org.concordat.api.partnership.Roll;
import org.concordat.query.ledger.Entry;
import org.jspecify.annotations.Nullable;

/** Changes inside, and is thrown away once frozen. */
final class PartnersFold {

    private long version;
    private @Nullable Text name;
    private ZoneId timeZone;
    private @Nullable LocalDate planEnd;
    private final Map<PartnerId, Partner> partners;
    private final Map<AppointmentId, Appointment> appointments;
    private final Map<BoardId, Board> boards;
    private final Map<FindingId, Finding> findings;
    private final Map<EntryId, Correction> corrections;
    private final Map<EntryId, Disposal> disposals;
    private final Map<String, PlanImport> imports;
    private final Map<MandateId, Mandate> mandates;
    private final List<PartnershipLead> leads;
    private final Map<String, Act> marked;
    private Roll roll;

    PartnersFold(PartnersView view) {
        version = view.version();
        name = view.name();
        timeZone = view.timeZone();
        planEnd = view.planEnd();
        partners = new LinkedHashMap<>(view.partners());
        appointments = new LinkedHashMap<>(view.appointments());
        boards = new LinkedHashMap<>(view.boards());
        findings = new LinkedHashMap<>(view.findings());
        corrections = new LinkedHashMap<>(view.corrections());
        disposals = new LinkedHashMap<>(view.disposals());
        imports = new LinkedHashMap<>(view.imports());
        mandates = new LinkedHashMap<>(view.mandates());
        leads = new ArrayList<>(view.leads());
        marked = new LinkedHashMap<>(view.marked());
        roll = view.roll();
    }

    void on(Entry entry) {
        if (entry.subject().equals(entry.partnership().value())) version = Math.max(version, entry.version());
        if (entry.event() instanceof PartnershipEvent event) on(event, Act.of(entry));
    }

    private void on(PartnershipEvent event, Act act) {
        roll = roll.after(event, act.on());
        switch (event) {
            case PartnershipEstablished e -> established(e, act);
            case PartnerAdmitted e -> partners.put(e.partner(), new Partner(e.partner(), e.name(), act));
            case Appointed e -> appointments.put(e.appointment(), new Appointment(e.appointment(), e.person(), e.kind(),
                    e.partner(), e.board(), e.from(), e.to(), null, act, null));
            case AppointmentEnded e ->
                appointments.computeIfPresent(e.appointment(), (id, a) -> a.ended(e.on(), e.reason(), act));
            case BoardRegistered e -> boards.put(e.board(), new Board(e.board(), e.name(), e.level()));
            case FindingRegistered e ->
                findings.put(e.finding(), new Finding(e.finding(), e.lens(), e.text(), e.held()));
            case RecordCorrected e ->
                corrections.putIfAbsent(e.entry(), new Correction(e.entry(), e.reason(), e.putRightBy(), act));
            case PayloadDisposedOf e -> disposals.putIfAbsent(e.entry(), new Disposal(e.entry(), e.reason(), act));
            case ImportBegun e -> imports.putIfAbsent(e.fileHash(),
                    new PlanImport(e.fileHash(), e.commands(), e.effectiveDayAssumed(), act, null));
            case PlanImported e -> imports.computeIfPresent(e.fileHash(), (hash, i) ->
                    new PlanImport(hash, i.commands(), i.effectiveDayAssumed(), i.begun(), act));
            case MandateGiven e -> mandates.put(e.mandate(), Mandate.given(e, act));
            case MandateVaried e -> mandates.computeIfPresent(e.mandate(), (id, m) ->
                    m.varied(new Mandate.Variation(e.scope(), e.to(), e.reason(), act)));
            case MandateRevoked e -> mandates.computeIfPresent(e.mandate(), (id, m) ->
                    m.revoked(new Mandate.Revocation(e.reason(), act)));
            case MandateFoundVoid e -> mandates.computeIfPresent(e.mandate(), (id, m) ->
                    m.found(new Mandate.FoundVoid(e.mandate(), e.from(), e.reason(), e.reference(), act)));
            case ActsRatified e -> mandates.computeIfPresent(e.mandate(), (id, m) -> m.ratified(e, act));
            case PartnershipLeadProposed e -> leads.add(new PartnershipLead(e.level(), e.person(), e.from(), e.to(),
                    e.decision(), act, null));
            case PartnershipLeadAccepted e -> accepted(e, act);
            // The roll, which judges by it, holds the marking itself.
            case ContentMarked e -> marked.put(e.subject(), act);
            // The roll holds them.
            case FinanceYearsAgreed _, WitnessKeyRegistered _, WitnessKeyWithdrawn _ -> {}
        }
    }

    /** The newest proposal is the one that is answered. */
    private void accepted(PartnershipLeadAccepted e, Act act) {
        for (int i = leads.size() - 1; i >= 0; i--) {
            if (leads.get(i).answeredBy(e.level(), e.person())) {
                leads.set(i, leads.get(i).accepted(e.from(), e.to(), act));
                return;
            }
        }
    }

    private void established(PartnershipEstablished e, Act act) {
        name = e.name();
        timeZone = e.timeZone();
        planEnd = e.planEnd();
        appointments.putIfAbsent(e.appointment(), new Appointment(e.appointment(), e.programmeOffice(),
                AppointmentKind.PROGRAMME_OFFICE, null, null, act.on(), null, null, act, null));
    }

    PartnersView frozen() {
        return new PartnersView(version, name, timeZone, planEnd, Collections.unmodifiableMap(partners),
                Collections.unmodifiableMap(appointments), Collections.unmodifiableMap(boards),
                Collections.unmodifiableMap(findings), Collections.unmodifiableMap(corrections),
                Collections.unmodifiableMap(disposals), Collections.unmodifiableMap(imports), Collections.unmodifiableMap(mandates),
                List.copyOf(leads), Collections.unmodifiableMap(marked), roll);
    }
}
