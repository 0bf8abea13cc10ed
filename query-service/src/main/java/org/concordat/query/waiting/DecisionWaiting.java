package org.concordat.query.waiting;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.api.PersonId;
import org.concordat.api.decision.Standing;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.Said;
import org.concordat.query.document.Document;
import org.concordat.query.moment.Names;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Partner;
import org.concordat.query.partnership.PartnershipLead;
import org.concordat.query.proviso.ProvisoAttached;
import org.concordat.query.waiting.Waiting.Kind;
import org.jspecify.annotations.Nullable;

/** What deciding together asks of one partner. */
record DecisionWaiting(PartnershipView view, Names names, PartnerId partner) {

    Stream<Waiting> all() {
        return Stream.of(decisions(), leads(), versions()).flatMap(s -> s);
    }

    private Stream<Waiting> decisions() {
        return view.decisions().all().stream().flatMap(d ->
                Stream.of(position(d), confirmation(d), provisos(d)).flatMap(s -> s));
    }

    private Stream<Waiting> position(Decision d) {
        if (!d.awaited().contains(partner)) return Stream.empty();
        Said.Reopening reopened = d.last(Said.Reopening.class);
        Act since = reopened == null ? d.wordings().getLast().act() : reopened.act();
        return Stream.of(of(Kind.POSITION_TO_GIVE, d, d.tabled().index(), 0, since.on(),
                d.title() + " waits for the position of " + names.of(partner) + " until " + d.deadline() + "."));
    }

    private Stream<Waiting> confirmation(Decision d) {
        if (!live(d)) return Stream.empty();
        return d.positions().stream().filter(p -> p.partnerId().equals(partner) && p.toConfirm()).map(p ->
                of(Kind.POSITION_TO_CONFIRM, d, d.tabled().index(), 0, p.act().on(), "The position recorded for "
                        + names.of(partner) + " on " + d.title() + " waits to be confirmed or contested."));
    }

    // Whether the minutes had it right can be said after the result too, which it does not change.
    private static boolean live(Decision d) {
        return d.standing() == Standing.OPEN || d.standing() == Standing.CLOSED;
    }

    private Stream<Waiting> provisos(Decision d) {
        List<ProvisoAttached> all = d.provisos();
        return IntStream.range(0, all.size()).filter(i -> all.get(i).open() && all.get(i).judgeId().equals(partner))
                .mapToObj(i -> of(Kind.PROVISO_TO_JUDGE, all.get(i), d.tabled().index(), i, all.get(i).since(),
                        "The proviso of " + names.of(all.get(i).holderId()) + " on " + d.title() + ", “"
                                + all.get(i).terms().text() + "”, waits to be judged by "
                                + all.get(i).terms().by() + "."));
    }

    private Stream<Waiting> leads() {
        return view.partners().leads().stream().filter(lead -> lead.accepted() == null && ours(lead)).map(lead -> {
            Decision by = view.decisions().decision(lead.decisionId());
            Partner us = Objects.requireNonNull(view.partners().partners().get(partner));
            return of(Kind.PARTNERSHIP_LEAD_TO_ACCEPT, by == null ? us : by, lead.proposed().index(),
                    0, lead.proposed().on(), lead.person() + " is proposed as "
                            + lead.level().name().toLowerCase(java.util.Locale.ROOT) + " lead from " + lead.from()
                            + " to " + lead.to() + "; it waits to be accepted.", lead.person());
        });
    }

    private boolean ours(PartnershipLead lead) {
        return view.partners().partners().containsKey(partner) && view.partners().appointments().values().stream()
                .anyMatch(a -> a.kind() == AppointmentKind.REPRESENTATIVE && partner.equals(a.partnerId())
                        && a.person().equals(lead.person()) && a.heldOn(lead.proposed().on()));
    }

    private Stream<Waiting> versions() {
        if (!view.partners().partners().containsKey(partner)) return Stream.empty();
        return view.documents().all().flatMap(d -> Stream.ofNullable(d.inForce()).flatMap(v -> version(d, v)));
    }

    private Stream<Waiting> version(Document d, Document.Version v) {
        Act since = v.cameIntoForce();
        if (since == null || v.acknowledgedBy(partner)) return Stream.empty();
        return Stream.of(of(Kind.VERSION_TO_ACKNOWLEDGE, d, since.index(), 0, since.on(), "Version " + v.number()
                + " of " + v.title() + " is in force and waits to be acknowledged by " + names.of(partner) + "."));
    }

    private Waiting of(Kind kind, Object subject, long index, int number, LocalDate since, String sentence) {
        return of(kind, subject, index, number, since, sentence, null);
    }

    private Waiting of(Kind kind, Object subject, long index, int number, LocalDate since, String sentence,
                       @Nullable PersonId person) {
        String key = "%019d.%03d.%d".formatted(index, number, kind.ordinal());
        return new Waiting(kind, subject, null, sentence, since, key, partner, person);
    }
}
