package org.concordat.command.partnership;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.concordat.api.CommonRejection.NotFound;
import org.concordat.api.Ids;
import org.concordat.api.commitment.CommitmentEvent;
import org.concordat.api.decision.DecisionEvent;
import org.concordat.api.document.DocumentEvent;
import org.concordat.api.partnership.Marking;
import org.concordat.api.partnership.Markings;
import org.concordat.api.partnership.PartnerId;
import org.concordat.api.partnership.PartnershipCommand.MarkContent;
import org.concordat.api.partnership.PartnershipEvent;
import org.concordat.api.partnership.PartnershipEvent.ContentMarked;
import org.concordat.api.partnership.PartnershipRejection.AlreadyMarked;
import org.concordat.api.partnership.Roll;
import org.concordat.api.planitem.PlanItemEvent;
import org.concordat.command.Rejected;
import org.concordat.command.act.Concerned;

/** Who may read a thing: nobody can be kept from what is theirs to decide, lead or give. */
record Restricting(Roll roll) {

    /** @param history the events of a thing, read to their head */
    List<PartnershipEvent> mark(MarkContent c, BiFunction<String, Class<?>, List<?>> history) {
        Rejected.when(!Ids.partnershipOf(c.subject()).equals(c.partnershipId()), new NotFound(c.subject()));
        Set<PartnerId> named = c.partners() == null ? Set.of() : c.partners();
        named.stream().filter(partner -> !roll.partners().containsKey(partner)).findFirst()
                .ifPresent(unknown -> { throw new Rejected(new NotFound(unknown.value())); });
        List<?> happened = history.apply(c.subject(), kind(c.subject()));
        Rejected.when(happened.isEmpty(), new NotFound(c.subject()));
        Rejected.when(roll.markings().of(c.subject()).equals(new Markings.Marked(c.marking(), named)),
                new AlreadyMarked(c.subject(), c.marking()));
        if (c.marking() == Marking.RESTRICTED) Concerned.mustBeNamed(c.subject(), Concerned.by(happened), named);
        return List.of(new ContentMarked(c.partnershipId(), c.subject(), c.marking(), named));
    }

    private static Class<?> kind(String subject) {
        return switch (subject.substring(0, subject.indexOf('-'))) {
            case "item" -> PlanItemEvent.class;
            case "decision" -> DecisionEvent.class;
            case "document" -> DocumentEvent.class;
            default -> CommitmentEvent.class;
        };
    }
}
