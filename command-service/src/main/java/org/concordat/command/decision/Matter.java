package org.concordat.command.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.concordat.api.Hash;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionEvent.ProposalTabled;
import org.concordat.api.decision.DecisionId;
import org.concordat.api.decision.DecisionRejection.BeyondMandate;
import org.concordat.api.decision.DecisionRejection.NotTheProposedText;
import org.concordat.api.decision.DecisionRejection.NotTheTabler;
import org.concordat.api.decision.Effect;
import org.concordat.api.decision.Rule;
import org.concordat.api.document.DocumentEvent.VersionProposed;
import org.concordat.api.document.DocumentId;
import org.concordat.api.partnership.Level;
import org.concordat.api.partnership.MandateId;
import org.concordat.api.partnership.PartnerId;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.jspecify.annotations.Nullable;

/** What is to be decided, by which rule and whom: frozen when it is tabled, but for the wording and the deadline. */
record Matter(DecisionId id, Hash wording, Rule rule, Set<PartnerId> eligible, LocalDate deadline, Level level,
              DecisionClass decisionClass, @Nullable String type, boolean reserved, List<Effect> effects,
              @Nullable PartnerId tabledBy) {

    static Matter of(ProposalTabled e) {
        return new Matter(e.decisionId(), e.hash(), e.rule(), e.eligible(), e.deadline(), e.level(), e.decisionClass(),
                e.type(), e.reserved(), e.effects(), e.tabledBy());
    }

    Matter worded(Hash next) {
        return new Matter(id, next, rule, eligible, deadline, level, decisionClass, type, reserved, effects, tabledBy);
    }

    Matter until(LocalDate next) {
        return new Matter(id, wording, rule, eligible, next, level, decisionClass, type, reserved, effects, tabledBy);
    }

    /** R1: in a reserved matter every partner that counts takes a position itself, so none of them is missing from the quorum. */
    Rule rule(int counting) {
        return reserved ? rule.needing(counting) : rule;
    }

    MandateId mandate(Act act, PartnerId partner) {
        return act.mandate(decisionClass, type, level).orElseThrow(() -> new Rejected(new BeyondMandate(partner))).id();
    }

    /** The programme office looks after what no partner tabled for itself. */
    void tabler(Act act) {
        boolean may = switch (act.appointment()) {
            case REPRESENTATIVE -> act.partner() != null && act.partner().equals(tabledBy);
            case PROGRAMME_OFFICE -> tabledBy == null;
            case CHAIR, SECRETARY -> true;
            case AUDITOR -> false;
            case null -> false;
        };
        if (!may) throw new Rejected(new NotTheTabler(id));
    }

    /** Only the version last proposed of a document can be adopted, word for word. */
    static List<VersionProposed> proposed(List<Effect> effects, Hash wording,
                                          Function<DocumentId, Optional<VersionProposed>> proposed) {
        return effects.stream().filter(Effect.DocumentVersion.class::isInstance)
                .map(effect -> ((Effect.DocumentVersion) effect).document())
                .map(document -> proposed.apply(document).filter(version -> version.hash().equals(wording))
                        .orElseThrow(() -> new Rejected(new NotTheProposedText(document.value()))))
                .toList();
    }
}
