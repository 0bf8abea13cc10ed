package org.concordat.command.commitment;

import java.time.LocalDate;
import java.util.List;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.commitment.CommitmentId;
import org.concordat.api.commitment.Investment;
import org.concordat.api.document.DocumentEvent;
import org.concordat.api.document.DocumentEvent.VersionCameIntoForce;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.PartnershipId;
import org.concordat.api.planitem.ActionId;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.api.planitem.PlanItemEvent.ActionAgreed;
import org.concordat.api.proviso.Provisos;
import org.concordat.command.Rejected;
import org.concordat.command.act.Desk;
import org.jspecify.annotations.Nullable;

/** What the rules must know of other things, read from their own streams at that moment. */
record Elsewhere(Desk desk) implements Known {

    @Override public boolean inForce(DocumentId document) {
        return desk.history(document.value(), DocumentEvent.class).stream().anyMatch(VersionCameIntoForce.class::isInstance);
    }

    @Override public Provisos provisos(CommitmentId commitment) {
        Commitment other = Commitment.NONE;
        List<CommitmentEvent> history = desk.history(commitment.value(), CommitmentEvent.class);
        for (CommitmentEvent event : history) other = other.after(event, LocalDate.MIN);
        return other.provisos();
    }

    @Override public void thereIs(@Nullable Investment investment, PartnershipId partnership) {
        if (investment == null) return;
        investment.actions().forEach(action -> Rejected.when(
                !action.itemId().partnershipId().equals(partnership) || !agreed(action), new NotFound(action.value())));
        investment.documents().forEach(document -> Rejected.when(!document.partnershipId().equals(partnership)
                || desk.history(document.value(), DocumentEvent.class).isEmpty(), new NotFound(document.value())));
    }

    private boolean agreed(ActionId action) {
        return desk.history(action.itemId().value(), PlanItemEvent.class).stream()
                .anyMatch(event -> event instanceof ActionAgreed e && e.action().equals(action));
    }
}
