package org.concordat.query.waiting;

import static org.concordat.api.planitem.PartStanding.AWAITING_ACCEPTANCE;
import static org.concordat.api.planitem.PartStanding.REPORTED_COMPLETE;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.concordat.api.partnership.PartnerId;
import org.concordat.query.moment.Names;
import org.concordat.query.moment.PartnershipView;
import org.concordat.query.partnership.Act;
import org.concordat.query.partnership.Actor;
import org.concordat.query.plan.Acceptance;
import org.concordat.query.plan.Action;
import org.concordat.query.plan.HandOver;
import org.concordat.query.plan.PlanItem;
import org.concordat.query.waiting.Waiting.Kind;

/** What answering for actions asks of one partner. */
record LeadWaiting(Names names, PartnerId partner, Consumer<Waiting> found) {

    void of(PartnershipView view) {
        for (PlanItem item : view.plan().itemsById().values()) {
            if (item.closed() != null) continue;
            for (Action action : item.actionsById().values()) {
                for (Acceptance part : action.acceptances()) {
                    // Whether the action is over is asked last: it looks at every part.
                    if (mayAsk(part) && !action.standing().over()) of(action, part);
                }
            }
        }
    }

    private boolean ours(Acceptance part) {
        return partner.equals(part.party().answering());
    }

    private boolean mayAsk(Acceptance part) {
        return part.standing() == REPORTED_COMPLETE || part.standing() == AWAITING_ACCEPTANCE && ours(part) || offered(part);
    }

    private boolean offered(Acceptance part) {
        HandOver offer = part.handOver();
        return offer != null && partner.equals(offer.to().answering());
    }

    private void of(Action action, Acceptance part) {
        boolean ours = ours(part);
        if (ours && part.standing() == AWAITING_ACCEPTANCE) {
            asks(Kind.LEAD_TO_ACCEPT, action, part, part.act(), () ->
                    "The lead of " + names.of(action.id()) + " waits for " + names.of(partner) + " to accept it.");
        }
        HandOver offer = part.handOver();
        if (offer != null && offered(part)) {
            asks(Kind.HAND_OVER_TO_ACCEPT, action, part, offer.act(), () ->
                    names.of(offer.from()) + " offers " + names.of(partner) + " the lead of " + names.of(action.id()) + ".");
        }
        // Plan 9a: nobody verifies their own completion, neither the party of the part nor whoever reported it.
        if (!ours && part.standing() == REPORTED_COMPLETE && !spokeFor(part.act().by())) {
            asks(Kind.COMPLETION_TO_VERIFY, action, part, part.act(), () ->
                    names.of(part.party()) + " reported " + names.of(action.id()) + " complete; another partner verifies it.");
        }
    }

    private boolean spokeFor(Actor actor) {
        return partner.value().equals(actor.recordedFor() == null ? actor.partner() : actor.recordedFor());
    }

    private void asks(Kind kind, Action action, Acceptance part, Act since, Supplier<String> words) {
        found.accept(new Waiting(kind, action, part.part(), words, since.on(),
                new Place(action.agreed().index(), part.part(), kind.ordinal()), partner, null));
    }
}
