package org.concordat.query.waiting;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.concordat.api.PersonId;
import org.concordat.api.decision.Standing;
import org.concordat.api.partnership.AppointmentKind;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.decision.Decision;
import org.concordat.query.decision.PositionTaken;
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
record DecisionWaiting(PartnershipView view, Names names, PartnerId partner, Consumer<Waiting> found) {

    void all() {
        for (Decision d : view.decisions().all()) {
            if (d.awaits(partner)) position(d);
            if (live(d)) confirmations(d);
            provisos(d);
        }
        for (PartnershipLead lead : view.partners().leads()) if (lead.accepted() == null && ours(lead)) lead(lead);
        if (view.partners().partners().containsKey(partner)) view.documents().all().forEach(this::version);
    }

    private void position(Decision d) {
        Said.Reopening reopened = d.last(Said.Reopening.class);
        Act since = reopened == null ? d.wordings().getLast().act() : reopened.act();
        asks(Kind.POSITION_TO_GIVE, d, d.tabled().index(), 0, since.on(), () ->
                d.title() + " waits for the position of " + names.of(partner) + " until " + d.deadline() + ".");
    }

    // Whether the minutes had it right can be said after the result too, which it does not change.
    private static boolean live(Decision d) {
        return d.standing() == Standing.OPEN || d.standing() == Standing.CLOSED;
    }

    private void confirmations(Decision d) {
        for (PositionTaken p : d.positions()) {
            if (!p.partnerId().equals(partner) || !p.toConfirm()) continue;
            asks(Kind.POSITION_TO_CONFIRM, d, d.tabled().index(), 0, p.act().on(), () -> "The position recorded for "
                    + names.of(partner) + " on " + d.title() + " waits to be confirmed or contested.");
        }
    }

    private void provisos(Decision d) {
        int number = 0;
        for (ProvisoAttached p : d.provisosById().values()) {
            if (p.open() && p.judgeId().equals(partner)) {
                asks(Kind.PROVISO_TO_JUDGE, p, d.tabled().index(), number, p.since(), () -> "The proviso of "
                        + names.of(p.holderId()) + " on " + d.title() + ", “" + p.terms().text()
                        + "”, waits to be judged by " + p.terms().by() + ".");
            }
            number++;
        }
    }

    private void lead(PartnershipLead lead) {
        Decision by = view.decisions().decision(lead.decisionId());
        Partner us = Objects.requireNonNull(view.partners().partners().get(partner));
        asks(Kind.PARTNERSHIP_LEAD_TO_ACCEPT, by == null ? us : by, lead.proposed().index(), 0, lead.proposed().on(), () ->
                lead.person() + " is proposed as " + lead.level().name().toLowerCase(Locale.ROOT) + " lead from " + lead.from()
                        + " to " + lead.to() + "; it waits to be accepted.", lead.person());
    }

    private boolean ours(PartnershipLead lead) {
        return view.partners().partners().containsKey(partner) && view.partners().appointments().values().stream()
                .anyMatch(a -> a.kind() == AppointmentKind.REPRESENTATIVE && partner.equals(a.partnerId())
                        && a.person().equals(lead.person()) && a.heldOn(lead.proposed().on()));
    }

    private void version(Document d) {
        Document.Version v = d.inForce();
        Act since = v == null ? null : v.cameIntoForce();
        if (v == null || since == null || v.acknowledgedBy(partner)) return;
        asks(Kind.VERSION_TO_ACKNOWLEDGE, d, since.index(), 0, since.on(), () -> "Version " + v.number()
                + " of " + v.title() + " is in force and waits to be acknowledged by " + names.of(partner) + ".");
    }

    private void asks(Kind kind, Object subject, long index, int number, LocalDate since, Supplier<String> words) {
        asks(kind, subject, index, number, since, words, null);
    }

    private void asks(Kind kind, Object subject, long index, int number, LocalDate since, Supplier<String> words,
                      @Nullable PersonId person) {
        found.accept(new Waiting(kind, subject, null, words, since, new Place(index, number, kind.ordinal()), partner, person));
    }
}
