package org.concordat.command.decision;

import java.util.Optional;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.document.DocumentEvent;
import org.concordat.api.document.DocumentEvent.VersionCameIntoForce;
import org.concordat.api.document.DocumentEvent.VersionProposed;
import org.concordat.api.document.DocumentId;
import org.concordat.command.act.Desk;

/** What rules must know of other things, read from their own streams at that moment. */
record Elsewhere(Desk desk) {

    Optional<VersionProposed> proposed(DocumentId document) {
        return desk.history(document.value(), DocumentEvent.class).stream().filter(VersionProposed.class::isInstance)
                .map(VersionProposed.class::cast).reduce((_, later) -> later);
    }

    boolean inForce(DocumentId document) {
        return desk.history(document.value(), DocumentEvent.class).stream()
                .anyMatch(VersionCameIntoForce.class::isInstance);
    }

    boolean inForce(DecisionId decision) {
        return Decision.inForce(desk.history(decision.value(), DecisionEvent.class));
    }
}
