package org.concordat.command.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.concordat.api.CommonRejection.Malformed;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.Hash;
import org.concordat.api.Ids;
import org.concordat.api.Rejection;
import org.concordat.api.decision.DecisionClass;
import org.concordat.api.decision.DecisionCommand.TableProposal;
import org.concordat.api.decision.DecisionEvent.ProposalTabled;
import org.concordat.api.decision.DecisionRejection.*;
import org.concordat.api.decision.Effect;
import org.concordat.api.document.DocumentEvent.VersionProposed;
import org.concordat.api.document.DocumentId;
import org.concordat.api.document.DocumentKind;
import org.concordat.api.partnership.PartnerId;
import org.concordat.command.Rejected;
import org.concordat.command.act.Act;
import org.jspecify.annotations.Nullable;

/** What a proposal needs before anybody takes a position on it. */
record Tabling(TableProposal c, Act act) {

    ProposalTabled checked(Function<DocumentId, Optional<VersionProposed>> proposed) {
        refuseIf(!c.decisionId().partnershipId().equals(c.partnershipId()), new NotFound(c.decisionId().value()));
        List<PartnerId> partners = act.roll().partnersOn(act.effectiveOn());
        refuseIf(c.eligible().isEmpty(), new NobodyEligible());
        c.eligible().stream().filter(p -> !partners.contains(p))
                .sorted(Comparator.comparing(PartnerId::value)).findFirst()
                .ifPresent(unknown -> { throw new Rejected(new NotFound(unknown.value())); });
        refuseIf(c.deadline().isBefore(act.today()), new DeadlinePassed(c.deadline(), act.today()));
        decisionClass();
        if (c.reserved()) reserved(partners);
        refuseIf(c.rule().quorum() > c.eligible().size(), new RuleCannotBeMet("its quorum is " + c.rule().quorum()
                + ", and " + c.eligible().size() + " are eligible"));
        refuseIf(!c.eligible().containsAll(c.rule().mustAgree()),
                new RuleCannotBeMet("it needs the agreement of a partner that is not eligible"));
        c.effects().forEach(this::effect);
        Hash hash = Hash.of(c.wording());
        boolean vision = Matter.proposed(c.effects(), hash, proposed).stream()
                .anyMatch(v -> v.kind() == DocumentKind.VISION);
        // Plan, Vision and Strategy: a vision is every partner's own.
        refuseIf(vision && !c.reserved(), new ReservedMatter("a vision is agreed by every partner itself"));
        return new ProposalTabled(c.partnershipId(), c.decisionId(), c.title(), c.wording(), hash, c.rule(),
                Set.copyOf(c.eligible()), c.deadline(), c.level(), c.decisionClass(), c.type(), c.reserved(),
                List.copyOf(c.effects()), act.partner());
    }

    private void decisionClass() {
        if (c.decisionClass() == DecisionClass.PARTNERSHIP) return;
        refuseIf(c.reserved(), new WrongClass(c.decisionClass(), "is never reserved"));
        refuseIf(!c.effects().isEmpty(), new WrongClass(c.decisionClass(),
                "brings nothing of the partnership's into force"));
        refuseIf(c.type() == null, new WrongClass(c.decisionClass(), "names its type, by which mandates are given"));
    }

    private void reserved(List<PartnerId> partners) {
        refuseIf(!c.eligible().containsAll(partners), new ReservedMatter("every partner of the day is eligible"));
        refuseIf(c.rule().silenceAgrees(), new ReservedMatter("nobody is deemed to agree"));
    }

    private void effect(Effect effect) {
        List<String> ids = new ArrayList<>();
        switch (effect) {
            case Effect.DocumentVersion e -> ids.add(e.document().value());
            case Effect.Mandate e -> {
                ids.add(e.mandate().value());
                refuseBackwards(e.from(), e.to());
                String problem = e.scope().problem();
                if (problem != null) throw new Rejected(new Malformed("scope.amount", problem));
            }
            case Effect.PartnershipLead e -> refuseBackwards(e.from(), e.to());
            case Effect.Action e -> {
                ids.add(e.itemId().value());
                refuseIf(!e.action().itemId().equals(e.itemId()), new NotFound(e.action().value()));
            }
        }
        ids.forEach(id -> refuseIf(!Ids.partnershipOf(id).equals(c.partnershipId()), new NotFound(id)));
    }

    private static void refuseBackwards(LocalDate from, @Nullable LocalDate to) {
        refuseIf(to != null && to.isBefore(from), new Malformed("effects", "one of them would end before it begins"));
    }

    private static void refuseIf(boolean refused, Rejection why) {
        if (refused) throw new Rejected(why);
    }
}
