package org.concordat.query.waiting;

import static org.concordat.api.planitem.PartStanding.AWAITING_ACCEPTANCE;
import static org.concordat.api.planitem.PartStanding.REPORTED_COMPLETE;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.concordat.api.PersonId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.moment.Names;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Actor;
import org.concordat.query.plan.Acceptance;
import org.concordat.query.plan.Action;
import org.concordat.query.plan.HandOver;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a partner, and since which day.
 *
 * @param subject the action, decision, proviso, commitment or document it is about
 * @param part    the part of the lead it is about; null where it is about none
 * @param key     its place in the list: the subject in the order of the record, the part, the kind
 * @param partner for whom it waits
 * @param person  the one person it is for; null where anybody who speaks for the partner may do it
 */
public record Waiting(Kind kind, Object subject, @Nullable Integer part, String sentence, LocalDate since, String key,
                      PartnerId partner, @Nullable PersonId person) {

    /** What the partner is asked to do. */
    public enum Kind { LEAD_TO_ACCEPT, HAND_OVER_TO_ACCEPT, COMPLETION_TO_VERIFY, POSITION_TO_GIVE, POSITION_TO_CONFIRM,
        PROVISO_TO_JUDGE, PARTNERSHIP_LEAD_TO_ACCEPT, VERSION_TO_ACKNOWLEDGE, COMMITMENT_TO_CONFIRM }

    public static Stream<Waiting> of(PartnershipView view, PartnerId partner) {
        Names names = view.names();
        return Stream.of(leads(view, partner, names), new DecisionWaiting(view, names, partner).all(),
                new CommitmentWaiting(names, partner).of(view)).flatMap(s -> s);
    }

    private static Stream<Waiting> leads(PartnershipView view, PartnerId partner, Names names) {
        return view.plan().items().filter(item -> item.closed() == null)
                .flatMap(item -> item.actionsById().values().stream())
                .filter(action -> !action.standing().over())
                .flatMap(action -> action.acceptances().stream().flatMap(part -> of(names, action, part, partner)));
    }

    private static Stream<Waiting> of(Names names, Action action, Acceptance part, PartnerId partner) {
        Stream.Builder<Waiting> waiting = Stream.builder();
        String code = names.of(action.id());
        boolean ours = partner.equals(part.party().answering());
        if (ours && part.standing() == AWAITING_ACCEPTANCE) {
            waiting.add(of(Kind.LEAD_TO_ACCEPT, partner, action, part.part(), part.act().on(),
                    "The lead of " + code + " waits for " + names.of(partner) + " to accept it."));
        }
        HandOver offer = part.handOver();
        if (offer != null && partner.equals(offer.to().answering())) {
            waiting.add(of(Kind.HAND_OVER_TO_ACCEPT, partner, action, part.part(), offer.act().on(),
                    names.of(offer.from()) + " offers " + names.of(partner) + " the lead of " + code + "."));
        }
        // Plan 9a: nobody verifies their own completion, neither the party of the part nor whoever reported it.
        if (!ours && part.standing() == REPORTED_COMPLETE && !spokeFor(part.act().by(), partner)) {
            waiting.add(of(Kind.COMPLETION_TO_VERIFY, partner, action, part.part(), part.act().on(),
                    names.of(part.party()) + " reported " + code + " complete; another partner verifies it."));
        }
        return waiting.build();
    }

    private static boolean spokeFor(Actor actor, PartnerId partner) {
        return partner.value().equals(actor.recordedFor() == null ? actor.partner() : actor.recordedFor());
    }

    private static Waiting of(Kind kind, PartnerId partner, Action action, int part, LocalDate since, String sentence) {
        String key = "%019d.%03d.%d".formatted(action.agreed().index(), part, kind.ordinal());
        return new Waiting(kind, action, part, sentence, since, key, partner, null);
    }
}
