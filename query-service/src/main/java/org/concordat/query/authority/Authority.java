package org.concordat.query.authority;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.RestedOn;
import org.concordat.query.authority.Judged.Standing;
import org.concordat.query.ledger.Entry;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Actor;
import org.concordat.query.partnership.Appointment;
import org.concordat.query.partnership.Mandate;
import org.jspecify.annotations.Nullable;

/** By what authority acts were done, judged by what a view has on record: later revocations and findings too. */
public final class Authority {

    private final PartnershipView view;
    private final Flaws flaws;
    private final Grounds grounds;

    public Authority(PartnershipView view) {
        this.view = view;
        this.flaws = Flaws.of(view.partners());
        this.grounds = new Grounds(view.names(), view.partners().timeZone());
    }

    public Judged of(Entry entry) {
        MandateId mandate = RestedOn.mandate(entry.event());
        return judged(Act.of(entry), mandate, mandate == null ? Needed.ANYTHING : NeededBy.of(entry, view));
    }

    public Judged of(Use use) {
        return judged(use.act(), use.mandate(), use.needed());
    }

    /** The acts that a mandate found void taints, or did until they were ratified, in the order of the record. */
    public Stream<Use> tainted(MandateId voided) {
        return Use.all(view).filter(use -> tainting(use.act(), use.mandate()).anyMatch(m -> m.id().equals(voided)))
                .sorted(Comparator.comparingLong(use -> use.act().index()));
    }

    /** What rests on those acts, whether they were ratified or not, in the order of the record. */
    public Stream<Resting> resting(MandateId voided) {
        return RestingOn.of(view, tainted(voided));
    }

    private Stream<Mandate> tainting(Act act, MandateId mandate) {
        return view.partners().roll().mandates().tainting(mandate, recorded(act))
                .flatMap(m -> Stream.ofNullable(view.partners().mandates().get(m.id())));
    }

    private Judged judged(Act act, @Nullable MandateId mandate, Needed needed) {
        @Nullable Appointment appointment = appointment(act);
        Set<String> onEffective = flaws(act, appointment, mandate, needed, act.on());
        Set<String> onRecording = flaws(act, appointment, mandate, needed, recorded(act));
        List<Mandate> voids = mandate == null ? List.of() : tainting(act, mandate).toList();
        List<Mandate.Ratified> ratified = voids.stream().flatMap(m -> ratifying(m, act)).toList();
        boolean tainted = voids.stream().anyMatch(m -> ratifying(m, act).findAny().isEmpty());
        Set<String> found = new LinkedHashSet<>(onEffective);
        found.addAll(onRecording);
        Standing standing = tainted ? Standing.TAINTED : !found.isEmpty() ? Standing.OUTSIDE
                : voids.isEmpty() ? Standing.WITHIN : Standing.RATIFIED;
        return new Judged(act, appointment, mandate == null ? null : view.partners().mandates().get(mandate),
                onEffective.isEmpty() && voids.stream().noneMatch(m -> voidOn(m, act.on())),
                onRecording.isEmpty() && voids.isEmpty(), standing, ratified,
                grounds.of(act, appointment, mandate, found, voids, ratified));
    }

    private static boolean voidOn(Mandate mandate, LocalDate day) {
        return mandate.foundVoid() != null && !day.isBefore(mandate.foundVoid().from());
    }

    private Stream<Mandate.Ratified> ratifying(Mandate mandate, Act act) {
        return mandate.ratified().stream().filter(r -> r.covers(act, recorded(act)));
    }

    private Set<String> flaws(Act act, @Nullable Appointment appointment, @Nullable MandateId mandate, Needed needed,
                              LocalDate day) {
        List<@Nullable String> found = new ArrayList<>();
        if (appointment != null) found.add(flaws.of(appointment, day));
        else if (act.by().appointment() != null) found.add("no appointment on record fits");
        if (mandate != null) found.add(flaws.of(mandate, day, needed));
        Set<String> said = new LinkedHashSet<>();
        for (String flaw : found) if (flaw != null) said.add(flaw);
        return said;
    }

    /** Of those the person held by the record of that time, one that still covers both days; the act says only its kind. */
    private @Nullable Appointment appointment(Act act) {
        Actor by = act.by();
        return view.partners().appointments().values().stream()
                .filter(a -> a.kind() == by.appointment() && a.person().value().equals(by.person()))
                .filter(a -> a.partnerId() == null ? by.partner() == null : a.partnerId().value().equals(by.partner()))
                .filter(a -> a.made().index() < act.index() && held(a, act))
                .max(Comparator.comparing((Appointment a) -> a.heldOn(act.on()) && a.heldOn(recorded(act)))
                        .thenComparing(a -> -a.made().index())).orElse(null);
    }

    private boolean held(Appointment a, Act act) {
        boolean begun = !act.on().isBefore(a.from());
        return begun && (a.ended() != null && a.ended().index() > act.index() || a.heldOn(recorded(act)));
    }

    private LocalDate recorded(Act act) {
        return Flaws.on(act, view.partners().timeZone());
    }
}
