package org.concordat.api.partnership;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.api.PersonId;
import org.concordat.api.Text;
import org.concordat.api.commitment.FinanceYears;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.partnership.PartnershipEvent.*;
import org.jspecify.annotations.Nullable;

/**
 * Who and what a partnership has: its partners since when, its boards and findings, every appointment ever made, its years.
 * A pure fold over its events; both sides judge authority and sight by it.
 */
public record Roll(ZoneId timeZone, Map<PartnerId, Member> partners, Set<BoardId> boards, Set<FindingId> findings,
                   Map<AppointmentId, Appointment> appointments, Mandates mandates, PartnershipLeads leads,
                   FinanceYears financeYears, Witnesses witnesses, Markings markings) {

    /** @param since the effective day of its admission */
    public record Member(Text name, LocalDate since) {}


    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/London");
    public static final Roll NONE = new Roll(DEFAULT_ZONE, Map.of(), Set.of(), Set.of(), Map.of(), Mandates.NONE,
            PartnershipLeads.NONE, FinanceYears.PLAN, Witnesses.NONE, Markings.NONE);

    public Roll after(PartnershipEvent event, LocalDate effectiveOn) {
        return switch (event) {
            case PartnershipEstablished e -> new Roll(e.timeZone(), partners, boards, findings,
                    with(appointments, e.appointment(), new Appointment(e.appointment(), e.programmeOffice(),
                            AppointmentKind.PROGRAMME_OFFICE, null, null, effectiveOn, null)), mandates, leads,
                    financeYears, witnesses, markings);
            case PartnerAdmitted e -> new Roll(timeZone,
                    with(partners, e.partner(), new Member(e.name(), effectiveOn)), boards, findings, appointments, mandates,
                    leads, financeYears, witnesses, markings);
            case BoardRegistered e -> new Roll(timeZone, partners, with(boards, e.board()), findings, appointments, mandates,
                    leads, financeYears, witnesses, markings);
            case FindingRegistered e -> new Roll(timeZone, partners, boards, with(findings, e.finding()), appointments,
                    mandates, leads, financeYears, witnesses, markings);
            case Appointed e -> new Roll(timeZone, partners, boards, findings,
                    with(appointments, e.appointment(), new Appointment(e.appointment(), e.person(), e.kind(), e.partner(),
                            e.board(), e.from(), e.to())), mandates, leads, financeYears, witnesses, markings);
            case AppointmentEnded e -> Optional.ofNullable(appointments.get(e.appointment()))
                    .map(a -> new Roll(timeZone, partners, boards, findings,
                            with(appointments, a.id(), a.endingOn(e.on())), mandates, leads, financeYears, witnesses, markings))
                    .orElse(this);
            case MandateGiven e -> with(mandates.with(new Mandate(e.mandate(), e.holder(), e.partner(), e.scope(), e.from(),
                    e.to(), null, null, e.under(), e.decision(), effectiveOn, null)));
            case MandateVaried e -> with(mandates.with(e.mandate(), m -> m.varied(e.scope(), e.to(), effectiveOn)));
            case MandateRevoked e -> with(mandates.with(e.mandate(), m -> m.revoked(effectiveOn)));
            case MandateFoundVoid e -> with(mandates.with(e.mandate(), m ->
                    m.found(new Mandate.FoundVoid(e.from(), effectiveOn))));
            case PartnershipLeadProposed e -> with(leads.with(new PartnershipLeads.Proposed(
                    new PartnershipLeads.Term(e.level(), e.person(), e.from(), e.to()), e.decision(), effectiveOn)));
            case PartnershipLeadAccepted e -> with(leads.with(
                    new PartnershipLeads.Term(e.level(), e.person(), e.from(), e.to())));
            case FinanceYearsAgreed e -> new Roll(timeZone, partners, boards, findings, appointments, mandates, leads,
                    FinanceYears.of(e.first(), e.atLeast()), witnesses, markings);
            case WitnessKeyRegistered e -> new Roll(timeZone, partners, boards, findings, appointments, mandates, leads,
                    financeYears, witnesses.with(e.key(), e.partner()), markings);
            case WitnessKeyWithdrawn e -> new Roll(timeZone, partners, boards, findings, appointments, mandates, leads,
                    financeYears, witnesses.without(e.key()), markings);
            case ContentMarked e -> new Roll(timeZone, partners, boards, findings, appointments, mandates, leads, financeYears,
                    witnesses, markings.with(e.subject(), new Markings.Marked(e.marking(), e.partners())));
            case RecordCorrected _, PayloadDisposedOf _, ImportBegun _, PlanImported _, ActsRatified _ -> this;
        };
    }

    /** The partners on that day, in the order they were admitted. */
    public List<PartnerId> partnersOn(LocalDate day) {
        return partners.entrySet().stream().filter(e -> !e.getValue().since().isAfter(day)).map(Map.Entry::getKey).toList();
    }

    public Stream<Appointment> heldBy(PersonId person, LocalDate day) {
        return appointments.values().stream().filter(a -> a.person().equals(person) && a.heldOn(day));
    }

    /** Whether the person may see anything here: an appointment held on that day, whichever. */
    public boolean admits(PersonId person, LocalDate day) {
        return heldBy(person, day).findAny().isPresent();
    }

    /** Whether the person may read the thing on that day, as it is marked now; what is not restricted, everybody here may. */
    public boolean mayRead(PersonId person, String subject, LocalDate day) {
        return markings.opens(subject, heldBy(person, day));
    }

    /** The appointment an act is done in: of the kinds allowed, the first that the person holds on both days. */
    public Optional<Appointment> authority(PersonId person, Collection<AppointmentKind> kinds, LocalDate effectiveOn,
                                           LocalDate today) {
        return kinds.stream()
                .flatMap(kind -> heldBy(person, effectiveOn).filter(a -> a.kind() == kind && a.heldOn(today)))
                .findFirst();
    }

    /** The boards this person chairs on that day. */
    public Set<BoardId> chairedBy(PersonId person, LocalDate day) {
        return heldBy(person, day).filter(a -> a.kind() == AppointmentKind.CHAIR).map(Appointment::board)
                .flatMap(Stream::ofNullable).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this person speaks for that partner on that day. */
    public boolean speaksFor(PersonId person, PartnerId partner, LocalDate day) {
        return heldBy(person, day).anyMatch(a -> partner.equals(a.partner()));
    }

    /** Whose decision it is on that day: with the amount over all years where there is one. */
    public WhoDecides whoDecides(DecisionClass decisionClass, @Nullable String type, Level level, @Nullable BigDecimal amount,
                                 LocalDate on) {
        return mandates.whoDecides(decisionClass, type, level, amount, on, partnersOn(on), m -> m.partner() == null
                ? heldBy(m.holder(), on).anyMatch(a -> a.kind() != AppointmentKind.AUDITOR)
                : speaksFor(m.holder(), m.partner(), on));
    }

    /** The partner's name, or its id where it is not known. */
    public String nameOf(PartnerId partner) {
        Member member = partners.get(partner);
        return member == null ? partner.value() : member.name().value();
    }

    private Roll with(Mandates next) {
        return new Roll(timeZone, partners, boards, findings, appointments, next, leads, financeYears, witnesses, markings);
    }

    private Roll with(PartnershipLeads next) {
        return new Roll(timeZone, partners, boards, findings, appointments, mandates, next, financeYears, witnesses, markings);
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return java.util.Collections.unmodifiableMap(copy);
    }

    private static <T> Set<T> with(Set<T> set, T value) {
        return Stream.concat(set.stream(), Stream.of(value)).collect(Collectors.toUnmodifiableSet());
    }
}
